import en from '../en/today'
import type { InEveryLanguage } from '../locale'

export const todayMessages = { en } satisfies InEveryLanguage<typeof en>
