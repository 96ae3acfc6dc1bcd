import en from '../en/months'
import type { InEveryLanguage } from '../locale'

export const monthsMessages = { en } satisfies InEveryLanguage<typeof en>
