import en from '../en/unsent'
import type { InEveryLanguage } from '../locale'

export const unsentMessages = { en } satisfies InEveryLanguage<typeof en>
