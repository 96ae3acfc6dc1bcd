// What one device keeps of each person who has opened a journal on it. Nothing in it opens anything by itself: sealed drafts, sealed
// floors, a wrap whose key lies on the server, a public key. Beside this file kept-wraps.ts alone knows IndexedDB.

import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb'
import type { Sealed64 } from './age-file'
import { toBase64url, utf8 } from './base64url'
import { sha256, type Blob64 } from './primitives'
import { VaultError } from './vault-error'

type KeptWrap = Readonly<{ sessionId: string; vkDev: Blob64 }>

/**
 * `savedAt` in ms since the epoch, from the caller's clock. `sealed` is kept to the byte: it is what will be sent. Once the writing is
 * finished, `sealed` is the signed text itself and `finished` the version that it will be.
 */
export type KeptDraft = Readonly<{
  id: string
  of: string | null
  sealed: Sealed64
  savedAt: number
  finished?: number
}>

interface Tables extends DBSchema {
  wraps: { key: string; value: KeptWrap }
  recipients: { key: string; value: string }
  drafts: { key: [uid: string, id: string]; value: KeptDraft & { uid: string } }
  floors: { key: string; value: Blob64 }
  profiles: { key: string; value: number }
}

export type DeviceStore = Readonly<{
  /** The vault key under this device's key, for a device that only this person uses. */
  keepWrap: (uid: string, wrap: KeptWrap) => Promise<void>
  wrap: (uid: string) => Promise<KeptWrap | null>
  /** *Lock*, *Hide*, revoked, parted elsewhere: nothing here opens the journal any more. */
  forgetWrap: (uid: string) => Promise<void>
  /** As `forgetWrap`, for everybody who opened one here. */
  forgetWraps: () => Promise<void>
  /** Whom drafts are sealed to, kept whenever a journal is opened here. */
  keepRecipient: (uid: string, recipient: string) => Promise<void>
  recipient: (uid: string) => Promise<string | null>
  keepDraft: (uid: string, draft: KeptDraft) => Promise<void>
  /** The newest first. */
  drafts: (uid: string) => Promise<KeptDraft[]>
  draft: (uid: string, id: string) => Promise<KeptDraft | null>
  /** Drops a draft if it still is `sealed`, to the byte: what was typed since stays. Tells whether it went. */
  dropDraft: (uid: string, id: string, sealed: string) => Promise<boolean>
  floors: (uid: string) => Promise<Blob64 | null>
  /** Keeps floors if those standing are still `instead`, so that two tabs can't lower each other's. Tells whether it did. */
  keepFloors: (uid: string, floors: Blob64, instead: Blob64 | null) => Promise<boolean>
  /** The highest KDF profile met for a sign-in name, 0 for none. Asked before anybody is known: kept under the name's hash. */
  highestProfile: (name: string) => Promise<number>
  /** Only ever raises. */
  keepProfile: (name: string, profile: number) => Promise<void>
  /** Signing out: all of this person's but drafts, floors and the profile. */
  signOut: (uid: string) => Promise<void>
  close: () => void
}>

/**
 * This device's store. Every call throws `storage-unavailable` where the browser keeps nothing (some private windows, a storage
 * that was switched off) and `storage-full` when there is no room.
 */
export async function openStore(name = 'fivefold'): Promise<DeviceStore> {
  const db = await kept(() =>
    openDB<Tables>(name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('drafts', { keyPath: ['uid', 'id'] })
        for (const table of ['wraps', 'recipients', 'floors', 'profiles'] as const) fresh.createObjectStore(table)
      },
    }),
  )
  return storeOver(db)
}

/** On disk before it counts, where a browser can promise that: a draft must outlive a crash, a forgotten wrap must be gone. */
const STRICT = { durability: 'strict' } as const

function storeOver(db: IDBPDatabase<Tables>): DeviceStore {
  const write = <Table extends StoreNames<Tables>>(tables: Table[]) => db.transaction(tables, 'readwrite', STRICT)
  const theirs = (uid: string) => IDBKeyRange.bound([uid], [uid, []])
  const bare = ({ id, of, sealed, savedAt, finished }: KeptDraft): KeptDraft => ({
    id,
    of,
    sealed,
    savedAt,
    ...(finished !== undefined && { finished }),
  })
  const hashed = async (signInName: string) => toBase64url(await sha256(utf8(signInName)))

  return {
    keepWrap: (uid, { sessionId, vkDev }) =>
      kept(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').put({ sessionId, vkDev }, uid), tx.done])
      }),
    wrap: (uid) => kept(async () => (await db.get('wraps', uid)) ?? null),
    forgetWrap: (uid) =>
      kept(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').delete(uid), tx.done])
      }),
    forgetWraps: () =>
      kept(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').clear(), tx.done])
      }),
    keepRecipient: (uid, recipient) =>
      kept(async () => {
        await db.put('recipients', recipient, uid)
      }),
    recipient: (uid) => kept(async () => (await db.get('recipients', uid)) ?? null),
    keepDraft: (uid, draft) =>
      kept(async () => {
        const tx = write(['drafts'])
        await Promise.all([tx.objectStore('drafts').put({ ...bare(draft), uid }), tx.done])
      }),
    drafts: (uid) =>
      kept(async () => {
        const all = await db.getAll('drafts', theirs(uid))
        return all.map(bare).sort((one, other) => other.savedAt - one.savedAt)
      }),
    draft: (uid, id) =>
      kept(async () => {
        const found = await db.get('drafts', [uid, id])
        return found ? bare(found) : null
      }),
    dropDraft: (uid, id, sealed) =>
      kept(async () => {
        const tx = write(['drafts'])
        const table = tx.objectStore('drafts')
        const still = (await table.get([uid, id]))?.sealed === sealed
        if (still) await table.delete([uid, id])
        await tx.done
        return still
      }),
    floors: (uid) => kept(async () => (await db.get('floors', uid)) ?? null),
    keepFloors: (uid, floors, instead) =>
      kept(async () => {
        const tx = write(['floors'])
        const table = tx.objectStore('floors')
        const still = ((await table.get(uid)) ?? null) === instead
        if (still) await table.put(floors, uid)
        await tx.done
        return still
      }),
    highestProfile: (signInName) => kept(async () => (await db.get('profiles', await hashed(signInName))) ?? 0),
    keepProfile: (signInName, profile) =>
      kept(async () => {
        const key = await hashed(signInName)
        const tx = write(['profiles'])
        const table = tx.objectStore('profiles')
        if (profile > ((await table.get(key)) ?? 0)) await table.put(profile, key)
        await tx.done
      }),
    signOut: (uid) =>
      kept(async () => {
        const tx = write(['wraps', 'recipients'])
        await Promise.all([tx.objectStore('wraps').delete(uid), tx.objectStore('recipients').delete(uid), tx.done])
      }),
    close: () => db.close(),
  }
}

/** Whatever a browser says of its storage, as one of two failures. */
async function kept<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof VaultError) throw cause
    const full = cause instanceof Error && cause.name === 'QuotaExceededError'
    throw new VaultError(full ? 'storage-full' : 'storage-unavailable', { cause })
  }
}
