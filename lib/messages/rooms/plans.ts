import en from '../en/plans'
import type { InEveryLanguage } from '../locale'

export const plansMessages = { en } satisfies InEveryLanguage<typeof en>
