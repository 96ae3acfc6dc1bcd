import en from '../en/rituals'
import type { InEveryLanguage } from '../locale'

export const ritualsMessages = { en } satisfies InEveryLanguage<typeof en>
