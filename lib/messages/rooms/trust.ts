import en from '../en/trust'
import type { InEveryLanguage } from '../locale'

export const trustMessages = { en } satisfies InEveryLanguage<typeof en>
