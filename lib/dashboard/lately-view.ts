// What Lately shows. Both people see the same, except for their own blind marks.
import type { DaysFed } from '@/lib/dashboard/days-fed'

export type LatelyView = Readonly<{
  /** What comes first: an empty state, both people's hopes, or what was fed. */
  leads: 'nothing' | 'hopes' | 'fed'
  /** Whether the week strips are shown: once anything was fed. */
  weeks: boolean
  /** The marks: asked for in full, asked for in one quiet line, mine while blind, or revealed to both. */
  hopes: 'ask' | 'askQuietly' | 'mine' | 'both'
}>

/** With fewer days fed, the hopes say more than the bloom. */
const ENOUGH_DAYS = 3

/** Decides what Lately shows from what was fed and which marks the viewer can see. */
export function latelyView(
  { days, begun }: Pick<DaysFed, 'days' | 'begun'>,
  { mine, partner }: Readonly<{ mine: unknown; partner: unknown }>,
): LatelyView {
  const enough = days >= ENOUGH_DAYS || begun === 'earlier'
  const hopes = mine && partner ? 'both' : mine ? 'mine' : enough ? 'askQuietly' : 'ask'
  const fed = begun !== 'never'
  return { leads: hopes === 'both' && !enough ? 'hopes' : fed ? 'fed' : 'nothing', weeks: fed, hopes }
}
