import en from '../en/failure'
import type { InEveryLanguage } from '../locale'

export const failureMessages = { en } satisfies InEveryLanguage<typeof en>
