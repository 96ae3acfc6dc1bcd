import en from '../en/journal'
import type { InEveryLanguage } from '../locale'

export const journalMessages = { en } satisfies InEveryLanguage<typeof en>
