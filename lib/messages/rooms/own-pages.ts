import en from '../en/own-pages'
import type { InEveryLanguage } from '../locale'

export const ownPagesMessages = { en } satisfies InEveryLanguage<typeof en>
