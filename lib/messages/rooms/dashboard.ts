import en from '../en/dashboard'
import type { InEveryLanguage } from '../locale'

export const dashboardMessages = { en } satisfies InEveryLanguage<typeof en>
