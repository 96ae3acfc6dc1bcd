import en from '../en/memory'
import type { InEveryLanguage } from '../locale'

export const memoryMessages = { en } satisfies InEveryLanguage<typeof en>
