import en from '../en/saving'
import type { InEveryLanguage } from '../locale'

export const savingMessages = { en } satisfies InEveryLanguage<typeof en>
