import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { translate } from '@/lib/messages/translate'
import type { Step } from './contract'

/** An answer as a cell of a table: the steps for now and, where there is one, for the wish. `null`: it was left out. */
export function answerInNumbers(answer: Readonly<{ now: Step; wish: Step | null }> | null, locale: string): string {
  const t = translate(locale, checkInsMessages, 'both')
  if (answer === null) return t('leftOut')
  const { now, wish } = answer
  return wish === null ? String(now) : t('cell', { now, wish })
}
