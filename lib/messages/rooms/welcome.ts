import en from '../en/welcome'
import type { InEveryLanguage } from '../locale'

export const welcomeMessages = { en } satisfies InEveryLanguage<typeof en>
