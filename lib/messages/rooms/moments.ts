import en from '../en/moments'
import type { InEveryLanguage } from '../locale'

export const momentsMessages = { en } satisfies InEveryLanguage<typeof en>
