// The highest version that this device has seen of each row and of the keyring, so that a server can't quietly show an
// older one. Stored sealed under the vault key, padded like a text; they stay after sign-out. The highest KDF profile
// is needed before the vault key is known, so it is stored beside them (store.ts).

import { utf8, type Bytes } from './base64url'
import { pad } from './padding'
import { importAesKey, encodeLabel, openBlob, sealBlob, type Blob64 } from './primitives'
import { parseJson, readExactly, readObject, readRev, readUuid } from './strict-json'
import type { RowIdentity } from './row-identity'
import { EarlierState, VaultError, type Earlier } from './vault-error'

/** `keyring` is 0 until a keyring was seen. `rows` is keyed by `keyOf`; a row that was not seen is absent. */
export type Floors = Readonly<{ keyring: number; rows: ReadonlyMap<string, number> }>

type Version = RowIdentity & Readonly<{ rev: number }>

/** The floors of a device that has seen nothing yet. */
export const noFloors: Floors = Object.freeze({ keyring: 0, rows: new Map<string, number>() })

/**
 * Authors choose their rows' ids, so a person could give two rows the same one. The key names all of a row, or one row
 * would raise the floor of another.
 */
const keyOf = ({ magic, pair, author, id }: RowIdentity): string =>
  [kindOf(magic), pair ?? NO_PAIR, author, id].join('/')

const NO_PAIR = '-'

/** `fivefold-entry/v1` is `entry`. */
const kindOf = (magic: RowIdentity['magic']): string => magic.slice('fivefold-'.length, -'/v1'.length)

/** The keys of floors that were stored before keys named the kind, and before they named the author. */
const earlierKeysOf = ({ author, id }: RowIdentity): readonly string[] => [`${author}/${id}`, id]

/**
 * The lowest version of a row that may be shown; 0 if this device has not seen it. A floor that was stored without a
 * kind counts for any kind until its row was opened once.
 */
export function floorOf({ rows }: Floors, row: RowIdentity): number {
  for (const key of [keyOf(row), ...earlierKeysOf(row)]) {
    const floor = rows.get(key)
    if (floor !== undefined) return floor
  }
  return 0
}

/** Checks a whole list, so that the person is asked only once. Throws `EarlierState` with every row that is lower. */
export function checkFloors(floors: Floors, rows: readonly Version[]): void {
  const earlier = rows.flatMap(({ magic, pair, author, id, rev }): Earlier[] => {
    const seen = floorOf(floors, { magic, pair, author, id })
    return rev < seen ? [{ what: 'row', magic, pair, author, id, shown: rev, seen }] : []
  })
  if (earlier.length > 0) throw new EarlierState(earlier)
}

/**
 * Raises floors to the versions that were opened, which also gives a floor without a kind its kind. Returns the same
 * object when nothing changes.
 */
export function raiseFloors(floors: Floors, rows: readonly Version[]): Floors {
  const higher = rows.filter((row) => row.rev > floorOf(floors, row) || !floors.rows.has(keyOf(row)))
  if (higher.length === 0) return floors
  const all = new Map(floors.rows)
  for (const row of higher) all.set(keyOf(row), Math.max(row.rev, floorOf({ ...floors, rows: all }, row)))
  for (const row of higher) for (const key of earlierKeysOf(row)) all.delete(key)
  return { ...floors, rows: all }
}

/** Raises the keyring's floor. Returns the same object when `rev` is not higher. */
export const raiseKeyringFloor = (floors: Floors, rev: number): Floors =>
  rev > floors.keyring ? { ...floors, keyring: rev } : floors

/**
 * The server was restored from a backup: lowers exactly the floors that the person was asked about to what was shown.
 */
export function acceptEarlierFloors(floors: Floors, { earlier }: EarlierState): Floors {
  const rows = new Map(floors.rows)
  let { keyring } = floors
  for (const item of earlier) {
    if (item.what === 'keyring') keyring = item.shown
    else rows.set(keyOf(item), item.shown)
  }
  return { keyring, rows }
}

type Owner = Readonly<{ uid: string; vaultKey: Bytes }>

const label = (uid: string) => encodeLabel('floors', uid)

/** Seals floors under the vault key. */
export async function sealFloors({ uid, vaultKey }: Owner, { keyring, rows }: Floors): Promise<Blob64> {
  const json = JSON.stringify({ keyring, rows: Object.fromEntries(rows) })
  return sealBlob(await importAesKey(vaultKey), pad(utf8(json)), label(uid))
}

/**
 * Opens sealed floors. Throws `bad-floors` if they are another person's, under another key, changed, or of no known
 * shape.
 */
export async function openFloors({ uid, vaultKey }: Owner, sealed: string): Promise<Floors> {
  const code = 'bad-floors'
  const plain = await openBlob(await importAesKey(vaultKey), sealed, label(uid), code)
  const { keyring, rows } = readExactly(parseJson(plain, code), ['keyring', 'rows'], code)
  const entries = Object.entries(readObject(rows, code))
  return {
    keyring: keyring === 0 ? 0 : readRev(keyring, code),
    rows: new Map(entries.map(([key, rev]) => [readKey(key), readRev(rev, code)])),
  }
}

/** `kind/pair/author/id`; `author/id` or the id alone in floors that were stored earlier. */
function readKey(key: string): string {
  const parts = key.split('/')
  const [kind, pair] = parts.length === 4 ? parts.splice(0, 2) : []
  const isKnown = parts.length <= 2 && (kind === undefined || /^[a-z]+$/.test(kind))
  if (!isKnown) throw new VaultError('bad-floors')
  for (const part of pair === undefined || pair === NO_PAIR ? parts : [pair, ...parts]) readUuid(part, 'bad-floors')
  return key
}
