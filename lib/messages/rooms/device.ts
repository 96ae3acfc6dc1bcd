import en from '../en/device'
import type { InEveryLanguage } from '../locale'

export const deviceMessages = { en } satisfies InEveryLanguage<typeof en>
