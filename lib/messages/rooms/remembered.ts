import en from '../en/remembered'
import type { InEveryLanguage } from '../locale'

export const rememberedMessages = { en } satisfies InEveryLanguage<typeof en>
