import en from '../en/support'
import type { InEveryLanguage } from '../locale'

export const supportMessages = { en } satisfies InEveryLanguage<typeof en>
