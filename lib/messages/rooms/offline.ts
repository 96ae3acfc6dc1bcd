import en from '../en/offline'
import type { InEveryLanguage } from '../locale'

export const offlineMessages = { en } satisfies InEveryLanguage<typeof en>
