import 'server-only'
import { dayOfColumn } from '@/lib/db/day-column'
import type { Ritual } from './contract'
import { stateOf, termsSchema } from './terms'

/** What is selected of terms, with how many said yes, in one statement. */
export const termsColumns = {
  id: true, proposerId: true, title: true, types: true, weekdays: true, startsOn: true, everyWeeks: true, time: true, minutes: true,
  zone: true, weekStart: true, _count: { select: { agreements: true } },
} as const

/** What is selected of a ritual: itself and its terms, newest first. Two statements. */
export const ritualColumns = {
  id: true, coupleId: true, proposerId: true, proposedAt: true, endedAt: true, endedById: true,
  terms: { orderBy: { proposedAt: 'desc' }, select: termsColumns },
} as const

type TermsRow = Readonly<{ startsOn: Date; _count: Readonly<{ agreements: number }> }>

export type RitualRow = Readonly<{
  id: string
  coupleId: string
  proposerId: string
  endedAt: Date | null
  endedById: string | null
  terms: readonly TermsRow[]
}>

// Proposing is the proposer's yes and a couple has two members: a second yes is the other's.
const termsOf = ({ _count, startsOn, ...row }: TermsRow) => termsSchema.parse({ ...row, startsOn: dayOfColumn(startsOn), agreed: _count.agreements === 2 })

/** A row as the product speaks of it. Throws where it has no terms, which none is made without. */
export function ritualOf({ id, coupleId, proposerId, endedAt, endedById, terms: [newest] }: RitualRow): Ritual {
  if (!newest) throw new Error('A ritual has terms.')
  const terms = termsOf(newest)
  return { id, coupleId, proposerId, endedById, state: stateOf(terms.agreed, endedAt !== null), terms }
}
