import en from '../en/people'
import type { InEveryLanguage } from '../locale'

export const peopleMessages = { en } satisfies InEveryLanguage<typeof en>
