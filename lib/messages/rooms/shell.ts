import en from '../en/shell'
import type { InEveryLanguage } from '../locale'

export const shellMessages = { en } satisfies InEveryLanguage<typeof en>
