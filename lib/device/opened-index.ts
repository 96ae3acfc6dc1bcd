// The index of this device: of each row that was opened here, what is needed to name it and to find it again. Memories,
// the private layer of Lately and search read it. It is sealed like the floors (lib/vault/sealed-index.ts), stays through
// a lock, and goes at sign-out. A row gets into it only where it was opened and verified (opened-rows.ts).
import { shortenLine } from '@/lib/cut-text'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { floorOf, noFloors, openFloors, type Floors } from '@/lib/vault/floors'
import type { RowIdentity } from '@/lib/vault/row-identity'
import { openIndex, sealIndex } from '@/lib/vault/sealed-index'
import { readArray, readExactly, readRev, readText, type Json } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { authorsIn } from './asked'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'

/** `page` is one's own, `shared` a page that was shared, `line` what a person remembers a plan by. */
export const INDEXED_KINDS = ['page', 'shared', 'reply', 'line', 'moment'] as const
export type IndexedKind = (typeof INDEXED_KINDS)[number]

/** What the index notes of an opened text. */
export type IndexedText = Readonly<{
  kind: IndexedKind
  /** The day under which it is listed: of a line, the plan's, which is plain. */
  day: Day
  types: readonly IntimacyType[]
  /**
   * Its words, of which the index holds the first; never what the inner voice says (lib/journal/first-words.ts). May
   * be empty.
   */
  words: string
  /** Whether it is about the inner voice. */
  isVoice: boolean
  /** What it is about: the page of a reply, the plan of a line. */
  about: string | null
}>

export type IndexedRow = IndexedText &
  Readonly<{
    id: string
    rev: number
    author: string
    /** Null for a private page. */
    couple: string | null
  }>

/** How many rows an index holds: beyond that, those of the oldest days are left out. */
export const MOST_INDEXED = 10_000

/** How long the words of a row are, in UTF-16 units. */
const WORDS = 120

const magicOf: Readonly<Record<IndexedKind, RowIdentity['magic']>> = {
  page: 'fivefold-entry/v1',
  shared: 'fivefold-entry/v1',
  reply: 'fivefold-reply/v1',
  line: 'fivefold-line/v1',
  moment: 'fivefold-moment/v1',
}

/** Whether the index can hold rows of this kind at all. */
export const isIndexed = (magic: RowIdentity['magic']): boolean => Object.values(magicOf).includes(magic)

const identityOf = ({ kind, id, author, couple }: IndexedRow): RowIdentity => ({
  magic: magicOf[kind],
  pair: couple,
  author,
  id,
})

const keyOf = ({ kind, id, author, couple }: IndexedRow): string => [kind, couple, author, id].join('/')

/** Shortens the start of a text to one line. */
function firstWords(text: string): string {
  const line = text
    .slice(0, 20 * WORDS)
    .trim()
    .replace(/\s+/gu, ' ')
  return shortenLine(line, WORDS)
}

/**
 * Adds rows to an index, and keeps of all rows those that `isCurrent`. Of two versions of one row at most one is: so the
 * order of additions doesn't matter, nor which tab made them. Returns the same object when nothing changes.
 */
export function changeIndex(
  index: readonly IndexedRow[],
  added: readonly IndexedRow[],
  isCurrent: (row: IndexedRow) => boolean,
): readonly IndexedRow[] {
  const rows = new Map(index.filter(isCurrent).map((row) => [keyOf(row), row]))
  let isChanged = rows.size < index.length
  for (const row of added.filter(isCurrent)) {
    const before = rows.get(keyOf(row))
    if (before && isSameRow(before, row)) continue
    rows.set(keyOf(row), row)
    isChanged = true
  }
  return isChanged ? newestDays([...rows.values()]) : index
}

const isSameRow = (a: IndexedRow, b: IndexedRow): boolean => JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b))

const fieldsOf = ({ rev, day, types, words, isVoice, about }: IndexedRow) => [rev, day, types, words, isVoice, about]

/** The rows of the newest days, as many as an index holds. Of one day the order is that of the keys. */
function newestDays(rows: IndexedRow[]): readonly IndexedRow[] {
  if (rows.length <= MOST_INDEXED) return rows
  const order = (row: IndexedRow) => `${row.day} ${keyOf(row)}`
  return rows.sort((a, b) => (order(a) < order(b) ? 1 : -1)).slice(0, MOST_INDEXED)
}

/**
 * Whether a row may be shown: it is the version that the floors name, so that it was neither changed nor removed since,
 * and its text may still be read (`authorsIn`).
 */
const currentIn = (vault: Vault, floors: Floors) => (row: IndexedRow) =>
  row.rev === floorOf(floors, identityOf(row)) && authorsIn(vault, row.couple).includes(row.author)

type IndexStore = Pick<Device, 'store'>

/**
 * What this device holds of the rows that were opened on it and may still be read, in no order; nothing on a device
 * without a store. Opening ten thousand rows takes 0.1 s or more: call it when the screen is drawn.
 */
export async function readOpenedIndex({ store }: IndexStore, vault: Vault): Promise<readonly IndexedRow[]> {
  const stored = await openStored(vault, await ignoreNoStorage(store.index(vault.uid), null))
  return stored.length === 0 ? stored : stored.filter(currentIn(vault, await readFloors({ store }, vault)))
}

/** Adds rows to the stored index, and leaves out what may not be shown any more. Throws what the store throws. */
export async function keepOpened({ store }: IndexStore, vault: Vault, opened: readonly IndexedRow[]): Promise<void> {
  const added = opened.map((row) => ({ ...row, words: firstWords(row.words) }))
  for (;;) {
    const stored = await store.index(vault.uid)
    const index = await openStored(vault, stored)
    // after the index: a tab that removed a row raised its floor before it wrote the index
    const floors = await readFloors({ store }, vault)
    const changed = changeIndex(index, added, currentIn(vault, floors))
    if (changed === index) return
    if (await store.keepIndex(vault.uid, await sealIndex(vault, encodeIndex(changed)), stored)) return
  }
}

async function readFloors({ store }: IndexStore, vault: Vault): Promise<Floors> {
  const stored = await ignoreNoStorage(store.floors(vault.uid), null)
  return stored === null ? noFloors : openFloors(vault, stored)
}

/** An index that can't be opened is made anew: nothing depends on it. */
async function openStored(vault: Vault, stored: string | null): Promise<readonly IndexedRow[]> {
  if (stored === null) return []
  try {
    return decodeIndex(await openIndex(vault, stored))
  } catch (error) {
    if (error instanceof VaultError && error.code === 'bad-format') return []
    throw error
  }
}

/** Writes an index as JSON. People and couples are named once, because they are the same in most rows. */
export function encodeIndex(rows: readonly IndexedRow[]): Json {
  const [ids, numberOf] = numbering()
  return {
    rows: rows.map(({ kind, id, rev, author, couple, day, types, words, isVoice, about }) => [
      INDEXED_KINDS.indexOf(kind),
      id,
      rev,
      numberOf(author),
      couple === null ? null : numberOf(couple),
      day,
      types.map((type) => INTIMACY_TYPES.indexOf(type)),
      words,
      isVoice,
      about,
    ]),
    ids,
  }
}

function numbering(): readonly [ids: string[], numberOf: (id: string) => number] {
  const ids: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? ids.push(id) - 1
    numbers.set(id, known)
    return known
  }
  return [ids, numberOf]
}

/**
 * Reads an index. Throws `bad-format` for any other shape. What a text says is not checked again: this device sealed it,
 * and there may be ten thousand rows.
 */
export function decodeIndex(json: Json): readonly IndexedRow[] {
  const { rows, ids } = readExactly(json, ['rows', 'ids'], CODE)
  const known = readArray(ids, CODE).map((id) => readText(id, CODE))
  return readArray(rows, CODE).map((row) => {
    const [kind, id, rev, author, couple, day, types, words, isVoice, about] = readArray(row, CODE)
    return {
      kind: readItem(INDEXED_KINDS, kind),
      id: readText(id, CODE),
      rev: readRev(rev, CODE),
      author: readItem(known, author),
      couple: couple === null ? null : readItem(known, couple),
      day: readText(day, CODE) as Day,
      types: readArray(types, CODE).map((type) => readItem(INTIMACY_TYPES, type)),
      words: readText(words, CODE),
      isVoice: isVoice === true,
      about: about === null ? null : readText(about, CODE),
    }
  })
}

const CODE = 'bad-format'

function readItem<Item>(items: readonly Item[], place: unknown): Item {
  const item = typeof place === 'number' ? items[place] : undefined
  if (item === undefined) throw new VaultError(CODE)
  return item
}
