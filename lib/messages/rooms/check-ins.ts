import en from '../en/check-ins'
import type { InEveryLanguage } from '../locale'

export const checkInsMessages = { en } satisfies InEveryLanguage<typeof en>
