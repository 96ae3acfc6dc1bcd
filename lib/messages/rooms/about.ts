import en from '../en/about'
import type { InEveryLanguage } from '../locale'

export const aboutMessages = { en } satisfies InEveryLanguage<typeof en>
