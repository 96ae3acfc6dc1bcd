import en from '../en/couples'
import type { InEveryLanguage } from '../locale'

export const couplesMessages = { en } satisfies InEveryLanguage<typeof en>
