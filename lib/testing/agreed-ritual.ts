import { agree, newProposalIds, propose } from '@/lib/rituals/device'
import type { Ritual } from '@/lib/rituals/contract'
import type { ChosenTerms } from '@/lib/rituals/terms'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import type { Couple } from './people'

/** Soup on a call, Thursdays at nine in the evening by Lisbon's clock, unless told otherwise. */
const soup: ChosenTerms = {
  title: 'Soup, on a call', types: ['experiential'], weekdays: [4], startsOn: parseDay('2026-01-01'), everyWeeks: 1, time: parseWallTime('21:00'), minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}

/** A ritual that the two agreed to, without words of what it means. */
export async function agreedRitual({ id: couple, a, b }: Couple, terms: Partial<ChosenTerms> = {}): Promise<Ritual> {
  return agree(b.device, await propose(a.device, { ...newProposalIds(), couple, terms: { ...soup, ...terms } }, null), null)
}
