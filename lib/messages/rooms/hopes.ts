import en from '../en/hopes'
import type { InEveryLanguage } from '../locale'

export const hopesMessages = { en } satisfies InEveryLanguage<typeof en>
