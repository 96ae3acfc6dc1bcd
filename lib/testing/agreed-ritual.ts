import type { Ritual } from '@/lib/rituals/contract'
import { sendAgreement, makeProposalIds, sendProposal, type MeaningText } from '@/lib/rituals/device'
import type { ChosenTerms } from '@/lib/rituals/terms'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import type { Couple, TestPerson } from './people'

/** Soup on a call, Thursdays at 21:00 in Lisbon, by default. */
const soup: ChosenTerms = {
  title: 'Soup, on a call',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-01-01'),
  everyWeeks: 1,
  time: parseWallTime('21:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}

const wordsOf = (person: TestPerson, text: string | undefined): MeaningText =>
  text === undefined ? null : { vault: person.vault(), text }

/** A ritual that one person proposed, with what it means to them if given. The partner has not agreed yet. */
export async function proposedRitual(
  couple: Couple,
  by: 'a' | 'b',
  terms: Partial<ChosenTerms> = {},
  means?: string,
): Promise<Ritual> {
  return sendProposal(
    couple[by].device,
    { ...makeProposalIds(), coupleId: couple.id, terms: { ...soup, ...terms } },
    wordsOf(couple[by], means),
  )
}

/** A ritual that `a` proposed and `b` agreed to, with what it means to each if given. */
export async function agreedRitual(
  couple: Couple,
  terms: Partial<ChosenTerms> = {},
  means: Readonly<{ a?: string; b?: string }> = {},
): Promise<Ritual> {
  return sendAgreement(couple.b.device, await proposedRitual(couple, 'a', terms, means.a), wordsOf(couple.b, means.b))
}
