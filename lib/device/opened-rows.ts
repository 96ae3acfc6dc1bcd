// Opens and checks rows that the server answered. Every room that shows sealed texts uses this.
import { boundLetters } from '@/lib/bound-letters'
import {
  acceptEarlierFloors,
  checkFloors,
  floorOf,
  noFloors,
  openFloors,
  raiseFloors,
  type Floors,
} from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/change-floors'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { RowIdentity } from '@/lib/vault/row-identity'
import { openText, type OpenedText, type ServedRow } from '@/lib/vault/sealed-text'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { coupleOf, demandAsked, type Asked, type RowClaims } from './asked'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'
import { latePartOf } from './late-functions'
import type { NotedRow } from './note-opened'
import type { IndexedText } from './opened-index'

const noting = latePartOf(() => import('./note-opened'))

/** Notes rows in the index of this device. Nobody waits for it: where it fails, there are no memories. */
const noteOpened = (device: Pick<Device, 'store'>, vault: Vault, rows: readonly NotedRow[]): void =>
  void noting()
    .then((part) => part.noteOpened(device, vault, rows))
    .catch(() => {})

/** The content of an opened row, that it was removed, or why it can't be shown. Never a part of it. */
export type RowText<Text> =
  | Readonly<{ is: 'text'; text: Text }>
  | Readonly<{ is: 'removed' }>
  | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** Failures of this device or its network, not of a row. */
const NOT_OF_THE_ROW: readonly VaultErrorCode[] = [
  'part-not-loaded',
  'insecure-origin',
  'storage-unavailable',
  'storage-full',
  'storage-stuck',
  'bad-floors',
]

/** How a room reads its rows. */
export type RowReader<Row, Text> = Readonly<{
  /** What the row says of itself. Its text and what was asked for must agree with it. */
  claims: (row: Row) => RowClaims
  /** Whether an answer may hold several rows of one author, or one of each. */
  each: 'row' | 'author'
  /** Whether the row is marked as removed, if rows of this kind can be: its text must agree. */
  removed?: (row: Row) => boolean
  /** Reads the opened text. Throws `VaultError` if it has another shape. */
  read: (text: Extract<OpenedText, { kind: 'text' }>, row: Row) => Text
  /** What the index of this device notes of an opened row; null for kinds of rows that it does not hold. */
  indexed: ((text: Text, row: Row) => IndexedText | null) | null
}>

type Failed = Extract<RowText<never>, { is: 'failed' }>

/**
 * Opens the rows of one answer to what was asked, raises their floors, and notes them in the index. Throws `EarlierState` with every row that is
 * older than this device has seen, before anything is opened, and failures of the device itself. Any other failure is
 * returned with its row, also of a row that was not asked for or comes twice.
 */
export async function openRows<Row, Text>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  asked: Asked,
  rows: readonly Row[],
  reader: RowReader<Row, Text>,
): Promise<(Row & { opened: RowText<Text> })[]> {
  const floors = await readDeviceFloors(device, vault)
  const answered = checkAsked(vault, asked, rows, reader)
  checkFloors(
    floors,
    answered.flatMap(({ version }) => ('is' in version ? [] : [identified(version)])),
  )
  const opened = await Promise.all(
    answered.map(async ({ row, version }) => {
      if ('is' in version) return { row, version, opened: version }
      const floor = floorOf(floors, identified(version))
      const read = (text: Parameters<typeof reader.read>[0]) => reader.read(text, row)
      return {
        row,
        version,
        opened: await openRow(vault, version, floor, reader.removed?.(row), read).catch(toRowFailure),
      }
    }),
  )
  const verified = opened.flatMap(({ row, version, opened: text }) =>
    text.is === 'failed' || 'is' in version
      ? []
      : [{ ...identified(version), indexed: text.is === 'text' ? (reader.indexed?.(text.text, row) ?? null) : null }],
  )
  await noteSeen(device, vault, verified)
  noteOpened(device, vault, verified)
  return opened.map(({ row, opened: text }) => ({ ...row, opened: text }))
}

/** Pairs each row with everything that its text must agree with, or with why it is no answer to what was asked. */
function checkAsked<Row, Text>(
  vault: Vault,
  asked: Asked,
  rows: readonly Row[],
  { claims, each }: RowReader<Row, Text>,
): readonly Readonly<{ row: Row; version: ServedRow | Failed }>[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const claimed = claims(row)
    const { id, rev, authorId: author, sealed, meta } = claimed
    try {
      demandAsked(vault, asked, claimed)
      const key = each === 'author' ? author : `${author}/${id}`
      if (seen.has(key)) throw new VaultError('listed-twice')
      seen.add(key)
    } catch (error) {
      return { row, version: toRowFailure(error) }
    }
    const pair = coupleOf(asked, claimed)
    const { magic } = asked
    const version: ServedRow =
      pair === null
        ? { magic, id, rev, author, sealed, visibility: 'private' }
        : { magic, id, rev, author, sealed, visibility: 'shared', pair, meta }
    return { row, version }
  })
}

const identified = (version: ServedRow) => ({
  ...version,
  pair: version.visibility === 'shared' ? version.pair : null,
})

/** Opens the row that was asked for by its id. Throws as `openRows`. */
export async function openSingleRow<Row, Text>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  asked: Asked & Readonly<{ id: string }>,
  row: Row,
  reader: RowReader<Row, Text>,
): Promise<Row & { opened: RowText<Text> }> {
  const [opened] = await openRows(device, vault, asked, [row], reader)
  return opened ?? { ...row, opened: { is: 'failed', code: 'bad-row' } }
}

const readDeviceFloors = async (device: Pick<Device, 'store'>, vault: Vault): Promise<Floors> => {
  const stored = await ignoreNoStorage(device.store.floors(vault.uid), null)
  return stored === null ? noFloors : openFloors(vault, stored)
}

/** The couple in which this device has seen the viewer's own shared row of this id; null if it has seen none. */
export async function findSeenCouple(
  device: Pick<Device, 'store'>,
  vault: Vault,
  { magic, id }: Pick<RowIdentity, 'magic' | 'id'>,
): Promise<string | null> {
  const floors = await readDeviceFloors(device, vault)
  const { partner, former } = vault.keyring
  const pairs = [...(partner ? [partner] : []), ...former].map(({ pair }) => pair)
  return pairs.find((pair) => floorOf(floors, { magic, pair, author: vault.uid, id }) > 0) ?? null
}

function toRowFailure(error: unknown): Failed {
  if (error instanceof VaultError && !(error instanceof EarlierState) && !NOT_OF_THE_ROW.includes(error.code))
    return { is: 'failed', code: error.code }
  throw error
}

/**
 * Raises the floor of the viewer's row to a version that this device made and the server saved, and notes it in the
 * index; null for a removed row, and for kinds of rows that the index does not hold.
 */
export async function noteSaved(
  device: Pick<Device, 'store'>,
  vault: Vault,
  saved: Omit<RowIdentity, 'author'> & Readonly<{ rev: number; indexed: IndexedText | null }>,
): Promise<void> {
  const row = { ...saved, author: vault.uid }
  await noteSeen(device, vault, [row])
  noteOpened(device, vault, [row])
}

async function noteSeen(
  device: Pick<Device, 'store'>,
  vault: Vault,
  rows: Parameters<typeof raiseFloors>[1],
): Promise<void> {
  if (rows.length > 0)
    await ignoreNoStorage(
      changeFloors(device.store, vault, (floors) => raiseFloors(floors, rows)),
      noFloors,
    )
}

/** Lowers the floors after the person confirmed that the server was restored. Fetch the rows again afterwards. */
export async function acceptEarlier(device: Pick<Device, 'store'>, vault: Vault, earlier: EarlierState): Promise<void> {
  await changeFloors(device.store, vault, (floors) => acceptEarlierFloors(floors, earlier))
}

/** The words of another person as they can be shown: their device may have sealed letters that no line has room for. */
const bounded = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).map(([name, text]) => [name, typeof text === 'string' ? boundLetters(text) : text]),
  )

/**
 * Opens a row that is not below `floor`, and reads its text. `removed`, if the row has it, must agree with the text.
 */
export async function openRow<Text>(
  vault: Vault,
  row: ServedRow,
  floor: number,
  removed: boolean | undefined,
  read: (opened: Extract<OpenedText, { kind: 'text' }>) => Text,
): Promise<RowText<Text>> {
  const opened = await openText(vault, row, floor)
  if (removed !== undefined && removed !== (opened.kind === 'removed')) throw new VaultError('wrong-kind')
  if (opened.kind === 'removed') return { is: 'removed' }
  return { is: 'text', text: read(row.author === vault.uid ? opened : { ...opened, body: bounded(opened.body) }) }
}
