import en from '../en/ui'
import type { InEveryLanguage } from '../locale'

export const uiMessages = { en } satisfies InEveryLanguage<typeof en>
