// What stands on Lately, of what there is to show: decided once, for both partners alike, but for one's own marks.
import type { DaysFed } from '@/lib/dashboard/days-fed'

export type LatelyView = Readonly<{
  /** What stands on top: nothing yet, what both hope for, or what was fed. */
  leads: 'nothing' | 'hopes' | 'fed'
  /** The week strips, as soon as anything was fed. */
  weeks: boolean
  /** To be asked in full, in one quiet line, shown as mine alone while it is blind, or seen by both. */
  hopes: 'ask' | 'askQuietly' | 'mine' | 'both'
}>

/** On so many days something has to be fed before the bloom says more than hopes do. */
const ENOUGH_DAYS = 3

export function latelyView(
  { days, knownWeeks }: Pick<DaysFed, 'days' | 'knownWeeks'>,
  { mine, partner }: Readonly<{ mine: unknown; partner: unknown }>,
): LatelyView {
  const enough = days >= ENOUGH_DAYS || knownWeeks > 4
  const hopes = mine && partner ? 'both' : mine ? 'mine' : enough ? 'askQuietly' : 'ask'
  const fed = knownWeeks > 0
  return { leads: hopes === 'both' && !enough ? 'hopes' : fed ? 'fed' : 'nothing', weeks: fed, hopes }
}
