import en from '../en/wants'
import type { InEveryLanguage } from '../locale'

export const wantsMessages = { en } satisfies InEveryLanguage<typeof en>
