import en from '../en/limits'
import type { InEveryLanguage } from '../locale'

export const limitsMessages = { en } satisfies InEveryLanguage<typeof en>
