import en from '../en/dates'
import type { InEveryLanguage } from '../locale'

export const datesMessages = { en } satisfies InEveryLanguage<typeof en>
