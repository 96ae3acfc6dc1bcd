import en from '../en/privacy'
import type { InEveryLanguage } from '../locale'

export const privacyMessages = { en } satisfies InEveryLanguage<typeof en>
