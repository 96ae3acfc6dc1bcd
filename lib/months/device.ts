// The device side of a month: the three notes and the small change are sealed for both; everything else is plain.
import type { Device } from '@/lib/device/device'
import { ANY, peopleIn } from '@/lib/device/asked'
import { demandSentVersion, nextVersion, type RowVersion } from '@/lib/device/keep-version'
import { noteSaved, openSingleRow, openRows, type RowText } from '@/lib/device/opened-rows'
import type { Answer } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Month } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealText } from '@/lib/vault/sealed-text'
import { readText, type JsonObject } from '@/lib/vault/strict-json'
import { addMonths } from '@/lib/time/month'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import {
  getMonth,
  postMonthClosing,
  putMonthClosing,
  putHelped,
  putNotes,
  type MonthChange,
  type MonthClosing,
  type HelpAnswer,
  type MonthAnswer,
} from './contract'
import type { MonthKey } from './facts'

/** The three notes: what brought us closer, what got in the way, what I'd like more of. At least one has text. */
export const NOTES = ['closer', 'way', 'more'] as const
export type MonthNoteTexts = Readonly<Record<(typeof NOTES)[number], string>>
export const noNotes: MonthNoteTexts = { closer: '', way: '', more: '' }
export const hasNotes = (notes: MonthNoteTexts): boolean => NOTES.some((note) => notes[note].trim() !== '')

export type OpenedNotes = MonthAnswer['notes'][number] & Readonly<{ opened: RowText<MonthNoteTexts> }>
export type OpenedClosing = Omit<MonthClosing, 'change'> & Readonly<{ change: RowText<string> | null }>

/** A month with its sealed texts opened. */
export type OpenedMonth = Omit<MonthAnswer, 'notes' | 'closing' | 'before'> &
  Readonly<{
    notes: readonly OpenedNotes[]
    closing: OpenedClosing | null
    before: Readonly<{
      month: Month
      closing: OpenedClosing
      mine: HelpAnswer | null
      partner: HelpAnswer | null
    }> | null
  }>

const notesOf = (body: JsonObject): MonthNoteTexts => {
  const textOf = (note: keyof MonthNoteTexts) => readText(body[note], 'bad-format')
  return { closer: textOf('closer'), way: textOf('way'), more: textOf('more') }
}

/**
 * Fetches a month and opens its texts. Throws `Problem` (not-paired, not-found), `Unreachable`, `EarlierState`,
 * `other-answer`.
 */
export const fetchMonth = async (device: Device, vault: Vault, monthKey: MonthKey): Promise<OpenedMonth> =>
  openMonthTexts(device, vault, monthKey, await device.call(getMonth, { month: monthKey.month }))

/** As `fetchMonth`, for a former couple: what was joint, and my own part of the rest. */
export const fetchFormerMonth = async (device: Device, vault: Vault, monthKey: MonthKey): Promise<OpenedMonth> =>
  openMonthTexts(device, vault, monthKey, await device.call(getMonth, monthKey))

async function openMonthTexts(
  device: Device,
  vault: Vault,
  { coupleId, month }: MonthKey,
  { notes, closing, before, ...plain }: MonthAnswer,
): Promise<OpenedMonth> {
  if (plain.month !== month || (before && before.month !== addMonths(month, -1))) throw new VaultError('other-answer')
  const askedNotes = { magic: 'fivefold-month/v1', id: ANY, couple: coupleId, author: ANY, about: { month } } as const
  const openedNotes = await openRows(device, vault, askedNotes, notes, {
    claims: ({ id, rev, personId, sealed }) => ({ id, rev, authorId: personId, sealed, meta: { month } }),
    each: 'author',
    read: ({ body }) => notesOf(body),
    indexed: null,
  })
  const openClosing = async (closing: MonthClosing, month: Month): Promise<OpenedClosing> => {
    const { personId, withChange, change } = closing
    const people = peopleIn(vault, coupleId)
    const isOfCouple = people === null || people.includes(personId)
    if (!isOfCouple || (change !== null && !withChange)) throw new VaultError('other-answer')
    return { ...closing, change: change && (await openChange(device, vault, { coupleId, month }, closing, change)) }
  }
  return {
    ...plain,
    notes: openedNotes,
    closing: closing && (await openClosing(closing, month)),
    before: before && { ...before, closing: await openClosing(before.closing, before.month) },
  }
}

const changeMeta = (month: Month, { number, focus }: Pick<MonthClosing, 'number' | 'focus'>): JsonObject => ({
  month,
  number,
  focus,
})

async function openChange(
  device: Device,
  vault: Vault,
  { coupleId, month }: MonthKey,
  closing: MonthClosing,
  change: MonthChange,
): Promise<RowText<string>> {
  // the author of a small change is who proposed the version that it belongs to
  const asked = {
    magic: 'fivefold-change/v1',
    id: change.id,
    couple: coupleId,
    author: closing.personId,
    about: { month, number: closing.number },
  } as const
  const { opened } = await openSingleRow(device, vault, asked, change, {
    claims: ({ id, authorId, number, sealed }) => ({
      id,
      rev: 1,
      authorId,
      sealed,
      meta: changeMeta(month, { ...closing, number }),
    }),
    each: 'row',
    read: ({ body }) => readText(body['text'], 'bad-format'),
    indexed: null,
  })
  return opened
}

export type KeptNotes = Answer<typeof putNotes>

/**
 * Sends my three notes: the first version, or the one after `current`. Both see them once both have sent theirs. Throws
 * `Problem` (version-changed, also where the server answers other notes; already-revealed, not-paired), `VaultError`
 * (no-pinned-partner, too-long), `Unreachable`.
 */
export async function sendNotes(
  device: Device,
  vault: Vault,
  { coupleId, month }: MonthKey,
  notes: MonthNoteTexts,
  current: RowVersion | null,
): Promise<KeptNotes> {
  const { id, rev } = nextVersion(current)
  const body = { closer: notes.closer.trim(), way: notes.way.trim(), more: notes.more.trim() }
  const sealed = await sealText(vault, {
    magic: 'fivefold-month/v1',
    id,
    rev,
    visibility: 'shared',
    pair: coupleId,
    meta: { month },
    body,
  })
  const kept = await device.call(putNotes, { month, coupleId, id, rev, sealed })
  demandSentVersion(kept, { id, rev, sealed })
  await noteSaved(device, vault, { magic: 'fivefold-month/v1', pair: coupleId, id, rev, indexed: null })
  return kept
}

/** A version of closing to propose. An empty `change` means no small change; `after` is the newest saved version. */
export type ClosingDraft = Readonly<{
  focus: IntimacyType | null
  change: string
  after: Pick<MonthClosing, 'number'> | null
}>

/**
 * Proposes a version, which counts as my yes. Throws `Problem` (version-changed, also where the server answers another
 * version; ended, not-paired), `VaultError`, `Unreachable`.
 */
export async function proposeVersion(
  device: Device,
  vault: Vault,
  { coupleId, month }: MonthKey,
  { focus, change, after }: ClosingDraft,
): Promise<MonthClosing> {
  const number = (after?.number ?? 0) + 1
  const sent =
    change.trim() === '' ? null : await sealChange(vault, coupleId, changeMeta(month, { number, focus }), change.trim())
  const saved = await device.call(postMonthClosing, { month, coupleId, number, focus, change: sent })
  const isSaved =
    saved.number === number &&
    saved.personId === vault.uid &&
    saved.focus === focus &&
    saved.change?.id === sent?.id &&
    saved.change?.sealed === sent?.sealed
  if (!isSaved) throw new Problem('version-changed', { current: saved })
  return saved
}

async function sealChange(
  vault: Vault,
  coupleId: string,
  meta: JsonObject,
  text: string,
): Promise<{ id: string; sealed: string }> {
  const id = randomUuid()
  return {
    id,
    sealed: await sealText(vault, {
      magic: 'fivefold-change/v1',
      id,
      rev: 1,
      visibility: 'shared',
      pair: coupleId,
      meta,
      body: { text },
    }),
  }
}

/**
 * Agrees to my partner's version, which closes the month. Throws `Problem` (version-changed where a newer version
 * exists), `Unreachable`, `other-answer`.
 */
export async function agreeToVersion(
  device: Pick<Device, 'call'>,
  month: Month,
  number: number,
): Promise<MonthClosing> {
  const closing = await device.call(putMonthClosing, { month, number })
  if (closing.number !== number || !closing.closed) throw new VaultError('other-answer')
  return closing
}

/**
 * Sends my blind answer on whether a month's small change helped. Throws `Problem` (already-revealed, not-found),
 * `Unreachable`.
 */
export const sendHelpAnswer = (
  device: Pick<Device, 'call'>,
  month: Month,
  answer: HelpAnswer,
): Promise<Answer<typeof putHelped>> => device.call(putHelped, { month, answer })
