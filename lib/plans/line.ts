// The line that a person remembers a plan by, sealed on this device for the couple, and how the plan felt.
import type { Device } from '@/lib/device/device'
import { sendVersion, nextVersion, type RowVersion } from '@/lib/device/keep-version'
import { ANY } from '@/lib/device/asked'
import type { IndexedText } from '@/lib/device/opened-index'
import { openRows, type RowText } from '@/lib/device/opened-rows'
import {
  openPersonalTexts,
  personalTextKeeping,
  sealPersonalText,
  type PersonalText,
  type TextSubject,
} from '@/lib/device/personal-text'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import type { Day } from '@/lib/time/day'
import { readText } from '@/lib/vault/strict-json'
import {
  getPlan,
  lineSchema,
  listLines,
  putFelt,
  putLine,
  type FeltStep,
  type ListedLine,
  type RememberedPlan,
} from './contract'

type PlanOfCouple = Readonly<{ id: string; coupleId: string }>

const subjectOf = ({ id, coupleId }: PlanOfCouple): TextSubject => ({
  magic: 'fivefold-line/v1',
  coupleId,
  about: { plan: id },
})

/**
 * Fetches a saved plan of a couple, also of a former one, and opens its lines. Throws `Problem` (`not-found`),
 * `Unreachable`, `EarlierState`, `other-answer`.
 */
export async function fetchRememberedPlan(
  device: Device,
  vault: Vault,
  { id, coupleId }: PlanOfCouple,
): Promise<Omit<RememberedPlan, 'lines'> & { lines: readonly PersonalText[] }> {
  const { lines, ...kept } = await device.call(getPlan, { id, coupleId })
  if (kept.coupleId !== coupleId) throw new VaultError('other-answer')
  const opened = await openPersonalTexts(device, vault, subjectOf({ id, coupleId }), lines, (words) =>
    indexedLine(words, id, kept.plan.plannedOn),
  )
  return { ...kept, lines: opened }
}

/** What the index notes of a plan's line: its day is the plan's. */
const indexedLine = (words: string, about: string, day: Day): IndexedText => ({
  kind: 'line',
  day,
  types: [],
  words,
  isVoice: false,
  about,
})

export type OpenedLine = ListedLine & Readonly<{ opened: RowText<string> }>

/** Which lines of a couple: of one of its rituals, or of plans of some days. */
export type LinesQuery = Readonly<{ coupleId: string; ritualId?: string; from?: Day; to?: Day }>

/**
 * Fetches lines of a couple, those of the latest planned day first, and opens each. `next` is the key of the next page.
 * Throws `Unreachable`, `EarlierState`.
 */
export async function fetchLines(
  device: Device,
  vault: Vault,
  { after, limit, ...query }: LinesQuery & Readonly<{ after?: string; limit?: number }>,
): Promise<{ rows: OpenedLine[]; next: string | null }> {
  const { rows, next } = await device.call(listLines, { ...query, after, limit })
  const { coupleId: couple } = query
  const asked = { magic: 'fivefold-line/v1', id: ANY, couple, author: ANY, about: { plan: ANY } } as const
  const opened = await openRows(device, vault, asked, rows, {
    claims: ({ id, rev, personId, sealed, planId }) => ({
      id,
      rev,
      authorId: personId,
      sealed,
      meta: { plan: planId },
    }),
    each: 'row',
    read: ({ body }, { planId, ritualId, onDate, plannedOn }) => {
      // the id of a ritual's date is made of the ritual and the date
      const isOfRitual =
        query.ritualId === undefined || (ritualId !== null && planId === occurrenceId(ritualId, onDate))
      const isInDays = (!query.from || plannedOn >= query.from) && (!query.to || plannedOn <= query.to)
      if (!isOfRitual || !isInDays) throw new VaultError('meta-mismatch')
      return readText(body['text'], 'bad-format')
    },
    indexed: (words, { planId, plannedOn }) => indexedLine(words, planId, plannedOn),
  })
  return { rows: opened, next }
}

/** Fetches all lines of plans of some days, as `fetchLines`. */
export async function fetchLinesBetween(
  device: Device,
  vault: Vault,
  query: Required<Omit<LinesQuery, 'ritualId'>>,
): Promise<OpenedLine[]> {
  const found = new Map<string, OpenedLine>()
  for (let after: string | undefined, more = true; more; ) {
    const { rows, next } = await fetchLines(device, vault, {
      ...query,
      ...(after !== undefined && { after }),
      limit: 100,
    })
    const known = found.size
    for (const row of rows) found.set(`${row.personId} ${row.id}`, row)
    after = next ?? undefined
    more = next !== null && found.size > known // a page that brings nothing new is the last one, whatever it says
  }
  return [...found.values()]
}

/**
 * Seals and sends the person's line: the first version, or the one after `read`. An empty text removes the line. Throws
 * `VaultError`, `Problem`, `Unreachable`.
 */
export async function sendLine(
  device: Device,
  vault: Vault,
  plan: PlanOfCouple,
  text: string,
  read: RowVersion | null,
): Promise<void> {
  const subject = subjectOf(plan)
  const next = nextVersion(read)
  const first = { ...next, sealed: await sealPersonalText(vault, subject, next, text) }
  await sendVersion(device, vault, first, {
    ...personalTextKeeping(device, vault, subject, text),
    send: ({ id: lineId, rev, sealed }) => device.call(putLine, { id: plan.id, lineId, rev, sealed }),
    row: lineSchema,
  })
}

/** Sends how a plan felt. Throws `Problem` (`already-revealed`, `day-out-of-range`, `not-found`), `Unreachable`. */
export const sendFelt = (device: Pick<Device, 'call'>, id: string, felt: FeltStep): Promise<RememberedPlan> =>
  device.call(putFelt, { id, felt })
