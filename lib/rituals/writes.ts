import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { weekStartSchema } from '@/lib/time/schemas'
import type { proposeRitual, putAgreement, putEnding, putMeaning, Ritual } from './contract'
import { readRitual } from './reads'
import { stateOf } from './terms'

/** How long an ending can be taken back by whoever ended, in milliseconds. */
export const UNDO_MS = 10 * 60_000

/** Keeps a proposal: the ritual, its first terms and the proposer's yes. One that is there already, and mine, is answered as it stands. */
export async function proposeOurRitual(db: ViewerDb, { id, couple: named, termsId, ...chosen }: Input<typeof proposeRitual>): Promise<Answer<typeof proposeRitual>> {
  const { coupleId, personId, now } = viewerOf(db)
  if (coupleId === null || coupleId !== named) throw new Problem('not-paired')
  const couple = await db.couple.findUniqueOrThrow({ where: { id: coupleId }, select: { weekStart: true } })
  const weekStart = weekStartSchema.parse(couple.weekStart)
  const made = await db.ritual.createMany({ data: { coupleId, id, proposerId: personId, proposedAt: now }, skipDuplicates: true })
  if (made.count === 0) return mine(await readRitual(db, id), personId)
  const { startsOn, ...terms } = chosen
  const kept = await db.ritualTerms.createMany({
    data: { coupleId, id: termsId, ritualId: id, proposerId: personId, proposedAt: now, ...terms, startsOn: columnOfDay(startsOn), weekStart },
    skipDuplicates: true,
  })
  if (kept.count === 0) throw new Problem('id-taken')
  await db.agreement.createMany({ data: { coupleId, termsId, personId, agreedAt: now } })
  return { id, coupleId, proposerId: personId, state: 'proposed', endedById: null, terms: { ...chosen, id: termsId, proposerId: personId, weekStart, agreed: false } }
}

function mine(ritual: Ritual, personId: string): Ritual {
  if (ritual.proposerId !== personId) throw new Problem('id-taken')
  return ritual
}

/** My yes to the terms that stand; to others it is refused with what stands. Saying it again changes nothing. */
export async function agreeToRitual(db: ViewerDb, { id, termsId }: Input<typeof putAgreement>): Promise<Answer<typeof putAgreement>> {
  const { personId, now } = viewerOf(db)
  const ritual = await readRitual(db, id)
  const { coupleId, endedById, terms } = ritual
  if (endedById !== null) throw new Problem('ended')
  if (terms.id !== termsId) throw new Problem('version-changed', { current: ritual })
  await db.agreement.createMany({ data: { coupleId, termsId, personId, agreedAt: now }, skipDuplicates: true })
  const agreed = terms.agreed || terms.proposerId !== personId
  return { ...ritual, state: stateOf(agreed, false), terms: { ...terms, agreed } }
}

/** Keeps what a ritual means to me: the first version, or the one after what stands. The same bytes again are answered as kept. */
export async function keepMeaning(db: ViewerDb, input: Input<typeof putMeaning>): Promise<Answer<typeof putMeaning>> {
  const { id: ritualId, meaningId: id, rev } = input
  const { personId, now } = viewerOf(db)
  const { coupleId, endedById } = await readRitual(db, ritualId)
  if (endedById !== null) throw new Problem('ended')
  const sealed = Buffer.from(input.sealed, 'base64url')
  const kept =
    rev === 1
      ? await db.meaning.createMany({ data: { coupleId, ritualId, personId, id, rev, sealed, writtenAt: now }, skipDuplicates: true })
      : await db.meaning.updateMany({ where: { coupleId, ritualId, personId, id, rev: rev - 1 }, data: { rev, sealed, writtenAt: now } })
  if (kept.count === 1) return { id, personId, rev, sealed: input.sealed }
  const stands = await db.meaning.findUnique({
    where: { coupleId_ritualId_personId: { coupleId, ritualId, personId } }, select: { id: true, personId: true, rev: true, sealed: true },
  })
  if (!stands) throw new Problem('version-changed')
  const current = { ...stands, sealed: Buffer.from(stands.sealed).toString('base64url') }
  if (current.id === id && current.rev === rev && current.sealed === input.sealed) return current
  throw new Problem('version-changed', { current })
}

/** Ends a ritual or withdraws one's own proposal, or takes that back. Doing again what is so already changes nothing. */
export async function endRitual(db: ViewerDb, { id, ended }: Input<typeof putEnding>): Promise<Answer<typeof putEnding>> {
  const { personId, now } = viewerOf(db)
  const ritual = await readRitual(db, id)
  const { coupleId, endedById, terms, proposerId } = ritual
  if (!terms.agreed && proposerId !== personId) throw new Problem('not-found')
  if (ended === (endedById !== null)) return ritual
  const { count } = ended
    ? await db.ritual.updateMany({ where: { coupleId, id, endedAt: null }, data: { endedAt: now, endedById: personId } })
    : await db.ritual.updateMany({
        where: { coupleId, id, endedById: personId, endedAt: { gte: new Date(now.getTime() - UNDO_MS) } }, data: { endedAt: null, endedById: null },
      })
  // The other was faster: it has ended all the same. Or it is not, or no longer, mine to take back.
  if (count === 0) {
    if (ended) return readRitual(db, id)
    throw new Problem('ended')
  }
  return { ...ritual, endedById: ended ? personId : null, state: stateOf(terms.agreed, ended) }
}
