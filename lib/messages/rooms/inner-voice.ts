import en from '../en/inner-voice'
import type { InEveryLanguage } from '../locale'

export const innerVoiceMessages = { en } satisfies InEveryLanguage<typeof en>
