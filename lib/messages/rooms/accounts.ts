import en from '../en/accounts'
import type { InEveryLanguage } from '../locale'

export const accountsMessages = { en } satisfies InEveryLanguage<typeof en>
