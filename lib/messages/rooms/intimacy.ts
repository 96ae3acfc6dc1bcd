import en from '../en/intimacy'
import type { InEveryLanguage } from '../locale'

export const intimacyMessages = { en } satisfies InEveryLanguage<typeof en>
