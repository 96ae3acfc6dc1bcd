import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import { columnOfSealed, rowWithSealed, sealedColumns } from '@/lib/db/sealed-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { demandNear } from '@/lib/http/demand-near'
import { keepVersion } from '@/lib/http/keep-version'
import { Problem } from '@/lib/http/problem'
import { LIMITS } from '@/lib/limits'
import { addDays } from '@/lib/time/day'
import type {
  proposeRitual,
  putAgreement,
  putTermsClosing,
  putEnding,
  putMeaning,
  putPause,
  Ritual,
  suggestTerms,
} from './contract'
import { openTermsOf } from './discussion'
import { readHistory, readRitual } from './reads'
import { firstFreeDay, restsOn } from './ritual-dates'
import type { ChosenTerms } from './terms'

/** How long the person who ended a ritual can undo it, in milliseconds. */
const UNDO_MS = 10 * 60_000

/**
 * Keeps a proposal: the ritual, its first terms and the viewer's yes. A retry is answered with the saved ritual. Throws
 * `not-paired` if `coupleId` is not the viewer's couple, `id-taken` if an id is in use, `too-much`.
 */
export async function keepProposal(
  scope: CoupleScope,
  { id, coupleId: requestedId, termsId, ...chosen }: Input<typeof proposeRitual>,
): Promise<Answer<typeof proposeRitual>> {
  const { coupleId, personId, now } = scope.viewer
  if (coupleId !== requestedId) throw new Problem('not-paired')
  demandNear(chosen.startsOn, scope.viewer)
  const created = await scope.db.ritual.createMany({
    data: { coupleId, id, proposerId: personId, proposedAt: now },
    skipDuplicates: true,
  })
  if (created.count === 0) return requireMine(await readRitual(scope, id), personId)
  if (!(await addTerms(scope, id, { id: termsId, version: 1 }, chosen))) throw new Problem('id-taken')
  return readRitual(scope, id)
}

/** Adds a version of terms with the viewer's yes. False if the id or the version is taken. */
async function addTerms(
  { db, viewer }: CoupleScope,
  ritualId: string,
  key: { id: string; version: number },
  { startsOn, ...terms }: ChosenTerms,
): Promise<boolean> {
  const { coupleId, personId, weekStart, now } = viewer
  const { count } = await db.ritualTerms.createMany({
    data: {
      coupleId,
      ...key,
      ritualId,
      proposerId: personId,
      proposedAt: now,
      ...terms,
      startsOn: columnOfDay(startsOn),
      weekStart,
    },
    skipDuplicates: true,
  })
  if (count === 1) await db.agreement.createMany({ data: { coupleId, termsId: key.id, personId, agreedAt: now } })
  return count === 1
}

function requireMine(ritual: Ritual, personId: string): Ritual {
  if (ritual.proposerId !== personId) throw new Problem('id-taken')
  return ritual
}

/**
 * Keeps other terms in answer to the newest, with the viewer's yes. The agreed terms hold meanwhile. A retry is
 * answered with the ritual. Throws `version-changed` with the ritual if newer terms were suggested, `ended`,
 * `not-found`, `id-taken`, `too-much`.
 */
export async function keepSuggestion(
  scope: CoupleScope,
  { id, termsId, ifMatch, ...chosen }: Input<typeof suggestTerms>,
): Promise<Answer<typeof suggestTerms>> {
  const current = await readHistory(scope, id)
  const kept = findMyTerms(current, termsId, scope.viewer.personId)
  if (kept) return kept
  requireVersion(current, ifMatch)
  demandNear(chosen.startsOn, scope.viewer)
  if (await addTerms(scope, id, { id: termsId, version: ifMatch + 1 }, chosen)) return readRitual(scope, id)
  // Between the read and the write the partner suggested something, or an earlier try of this request arrived.
  const now = await readHistory(scope, id)
  const first = findMyTerms(now, termsId, scope.viewer.personId)
  if (first) return first
  requireVersion(now, ifMatch)
  throw new Problem('id-taken')
}

type RitualHistory = Awaited<ReturnType<typeof readHistory>>

function findMyTerms({ ritual, versions }: RitualHistory, termsId: string, personId: string): Ritual | null {
  const existing = versions.find(({ terms }) => terms.id === termsId)
  if (existing && existing.terms.proposerId !== personId) throw new Problem('id-taken')
  return existing ? ritual : null
}

function requireVersion({ ritual }: RitualHistory, version: number): void {
  if (ritual.endedAt !== null) throw new Problem('ended')
  if (ritual.version !== version) throw new Problem('version-changed', { current: ritual })
}

/**
 * Keeps the viewer's yes to the open terms. A retry changes nothing. Throws `version-changed` with the ritual if other
 * terms are open, `ended`, `not-found`.
 */
export async function keepAgreement(
  scope: CoupleScope,
  { id, termsId }: Input<typeof putAgreement>,
): Promise<Answer<typeof putAgreement>> {
  const { personId, now } = scope.viewer
  const { coupleId } = requireOpenTerms(await readRitual(scope, id), termsId)
  await scope.db.agreement.createMany({ data: { coupleId, termsId, personId, agreedAt: now }, skipDuplicates: true })
  // If no row was added, the yes was there already or newer terms are open. The second read finds out which.
  return requireOpenTerms(await readRitual(scope, id), termsId)
}

function requireOpenTerms(ritual: Ritual, termsId: string): Ritual {
  if (ritual.endedAt !== null) throw new Problem('ended')
  if ((openTermsOf(ritual) ?? ritual.terms).id !== termsId) throw new Problem('version-changed', { current: ritual })
  return ritual
}

/**
 * Keeps an agreed ritual as it is by closing the suggestion of other terms. A retry changes nothing. Throws
 * `version-changed` with the ritual if other terms are open, `ended`, `not-found`.
 */
export async function keepTermsClosing(
  scope: CoupleScope,
  { id, termsId }: Input<typeof putTermsClosing>,
): Promise<Answer<typeof putTermsClosing>> {
  const { personId, now } = scope.viewer
  const { ritual, versions } = await readHistory(scope, id)
  if (ritual.endedAt !== null) throw new Problem('ended')
  if (!ritual.terms.agreed) throw new Problem('not-found')
  if (!isClosed(versions, termsId)) {
    if (ritual.suggested?.id !== termsId) throw new Problem('version-changed', { current: ritual })
    await scope.db.termsClosing.createMany({
      data: { coupleId: ritual.coupleId, termsId, personId, closedAt: now },
      skipDuplicates: true,
    })
  }
  const after = await readHistory(scope, id)
  if (after.ritual.endedAt !== null) throw new Problem('ended')
  if (!isClosed(after.versions, termsId)) throw new Problem('version-changed', { current: after.ritual })
  return after.ritual
}

const isClosed = (versions: RitualHistory['versions'], termsId: string): boolean =>
  versions.some(({ terms, closed }) => terms.id === termsId && closed !== null)

/**
 * Lets an agreed ritual rest, without an end or until a day, or takes it up again. Either begins on the first day on
 * which no date had begun. What is so already adds no row. Throws `wrong-shape` if `until` is not after that day,
 * `too-much` if it is more than a year after it, `ended`, `not-found`.
 */
export async function pauseRitual(
  scope: CoupleScope,
  { id, ...change }: Input<typeof putPause>,
): Promise<Answer<typeof putPause>> {
  const { personId, now } = scope.viewer
  const ritual = await readRitual(scope, id)
  const { coupleId, terms, pauses } = ritual
  if (ritual.endedAt !== null) throw new Problem('ended')
  if (!terms.agreed) throw new Problem('not-found')
  const from = firstFreeDay(ritual, terms.zone, now)
  const to = change.paused ? change.until : from
  if (change.paused && to !== null && to <= from) throw new Problem('wrong-shape', { fields: ['body.until'] })
  if (change.paused && to !== null && to > addDays(from, LIMITS.daysOfRest))
    throw new Problem('too-much', { limit: 'daysOfRest' })
  const last = pauses.at(-1)
  const isUnchanged = change.paused
    ? restsOn(pauses, from) && last?.to === to
    : !last || (last.to !== null && last.to <= from)
  if (isUnchanged) return ritual
  await scope.db.ritualPause.createMany({
    data: { coupleId, ritualId: id, personId, saidAt: now, fromDay: columnOfDay(from), toDay: to && columnOfDay(to) },
  })
  const after = await readRitual(scope, id)
  if (after.endedAt !== null) throw new Problem('ended')
  return after
}

/**
 * Keeps what a ritual means to the viewer: the first version, or the one after the saved one. A retry with the same
 * bytes is answered.
 */
export async function keepMeaning(
  scope: CoupleScope,
  { id: ritualId, meaningId: id, rev, sealed }: Input<typeof putMeaning>,
): Promise<Answer<typeof putMeaning>> {
  const { personId, now } = scope.viewer
  const { coupleId, endedById } = await readRitual(scope, ritualId)
  if (endedById !== null) throw new Problem('ended')
  const key = { coupleId, ritualId, personId }
  const row = { rev, sealed: columnOfSealed(sealed), writtenAt: now }
  return keepVersion(
    { id, rev, sealed },
    {
      write: () =>
        rev === 1
          ? scope.db.meaning.createMany({ skipDuplicates: true, data: [{ ...key, id, ...row }] })
          : scope.db.meaning.updateMany({ where: { ...key, id, rev: rev - 1 }, data: row }),
      read: async () => {
        const found = await scope.db.meaning.findFirst({
          where: key,
          select: sealedColumns,
        })
        return found && rowWithSealed(found)
      },
    },
  )
}

/**
 * Ends a ritual or withdraws the viewer's own proposal, or undoes that. A retry changes nothing. Throws `not-found`,
 * and `ended` if the end is not, or no longer, the viewer's to undo.
 */
export async function endRitual(
  scope: CoupleScope,
  { id, ended }: Input<typeof putEnding>,
): Promise<Answer<typeof putEnding>> {
  const { personId, now } = scope.viewer
  const ritual = await readRitual(scope, id)
  const { coupleId, endedById, terms, proposerId } = ritual
  if (!terms.agreed && proposerId !== personId) throw new Problem('not-found')
  if (ended === (endedById !== null)) return ritual
  const { count } = ended
    ? await scope.db.ritual.updateMany({
        where: { coupleId, id, endedAt: null },
        data: { endedAt: now, endedById: personId },
      })
    : await scope.db.ritual.updateMany({
        where: { coupleId, id, endedById: personId, endedAt: { gte: new Date(now.getTime() - UNDO_MS) } },
        data: { endedAt: null, endedById: null },
      })
  // No row changed: the partner ended it at the same time, or the end is not the viewer's to undo.
  if (count === 0) {
    if (ended) return readRitual(scope, id)
    throw new Problem('ended')
  }
  return readRitual(scope, id)
}
