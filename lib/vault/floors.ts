// The highest version that this device has seen of each row and of the keyring, so that a server cannot quietly show an older
// one. Kept sealed under the vault key, padded like a text, through sign-out. The highest KDF profile must be known before the
// vault key is, so it lies beside them in the store (store.ts).

import { utf8, type Bytes } from './base64url'
import { padded } from './padding'
import { aesKey, labelled, openBlob, sealBlob, type Blob64 } from './primitives'
import { parseJson, readExactly, readObject, readRev, readUuid } from './strict-json'
import { EarlierState, VaultError, type Earlier } from './vault-error'

/** `keyring` is 0, and a row (by `keyOf`) is absent, where nothing was seen yet. */
export type Floors = Readonly<{ keyring: number; rows: ReadonlyMap<string, number> }>

type Row = Readonly<{ author: string; id: string }>
type Version = Row & Readonly<{ rev: number }>

export const noFloors: Floors = Object.freeze({ keyring: 0, rows: new Map<string, number>() })

/** Ids are chosen by whoever writes: by the author too, or one could choose another's id and raise the floor of their row. */
const keyOf = ({ author, id }: Row): string => `${author}/${id}`

/**
 * The lowest version of a row that may be shown: 0 where this device has not seen it. Floors kept before they named the author hold
 * the id alone, which then counts for whoever wrote it.
 */
export const floorOf = ({ rows }: Floors, row: Row): number => rows.get(keyOf(row)) ?? rows.get(row.id) ?? 0

/** Of a whole list at once, so that a person is asked once. Throws `EarlierState` with every row that is lower. */
export function checkFloors(floors: Floors, rows: readonly Version[]): void {
  const earlier = rows.flatMap(({ author, id, rev }): Earlier[] => {
    const seen = floorOf(floors, { author, id })
    return rev < seen ? [{ what: 'row', author, id, shown: rev, seen }] : []
  })
  if (earlier.length > 0) throw new EarlierState(earlier)
}

/** With the versions that were opened; never lower than before. The same object when nothing is higher. */
export function raised(floors: Floors, rows: readonly Version[]): Floors {
  const higher = rows.filter((row) => row.rev > floorOf(floors, row))
  if (higher.length === 0) return floors
  const all = new Map(floors.rows)
  for (const row of higher) all.set(keyOf(row), Math.max(row.rev, all.get(keyOf(row)) ?? 0))
  return { ...floors, rows: all }
}

export const raisedKeyring = (floors: Floors, rev: number): Floors =>
  rev > floors.keyring ? { ...floors, keyring: rev } : floors

/** Yes, this home was restored: what was shown becomes the floor, of exactly what the person was asked about. */
export function accepted(floors: Floors, { earlier }: EarlierState): Floors {
  const rows = new Map(floors.rows)
  let { keyring } = floors
  for (const each of earlier) {
    if (each.what === 'keyring') keyring = each.shown
    else rows.set(keyOf(each), each.shown)
  }
  return { keyring, rows }
}

type Owner = Readonly<{ uid: string; vaultKey: Bytes }>

const label = (uid: string) => labelled('floors', uid)

export async function sealFloors({ uid, vaultKey }: Owner, { keyring, rows }: Floors): Promise<Blob64> {
  const json = JSON.stringify({ keyring, rows: Object.fromEntries(rows) })
  return sealBlob(await aesKey(vaultKey), padded(utf8(json)), label(uid))
}

/** Throws `bad-floors`: another person's, another key's, changed, or of no known shape. */
export async function openFloors({ uid, vaultKey }: Owner, sealed: string): Promise<Floors> {
  const code = 'bad-floors'
  const plain = await openBlob(await aesKey(vaultKey), sealed, label(uid), code)
  const { keyring, rows } = readExactly(parseJson(plain, code), ['keyring', 'rows'], code)
  const entries = Object.entries(readObject(rows, code))
  return {
    keyring: keyring === 0 ? 0 : readRev(keyring, code),
    rows: new Map(entries.map(([key, rev]) => [readKey(key), readRev(rev, code)])),
  }
}

/** The author and the id, or, of floors kept before, the id alone. */
function readKey(key: string): string {
  const parts = key.split('/')
  if (parts.length > 2) throw new VaultError('bad-floors')
  for (const part of parts) readUuid(part, 'bad-floors')
  return key
}
