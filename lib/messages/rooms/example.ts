import en from '../en/example'
import type { InEveryLanguage } from '../locale'

export const exampleMessages = { en } satisfies InEveryLanguage<typeof en>
