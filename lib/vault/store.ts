// What a device stores for each person who opened a journal on it: sealed drafts, sealed floors, a sealed index, a
// wrap whose key is on the server, a public key. None of it opens anything alone. Besides this file only wrap-remover.ts uses IndexedDB.

import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb'
import type { Sealed64 } from './age-file'
import { toBase64url, utf8 } from './base64url'
import { sha256, type Blob64 } from './primitives'
import { VaultError } from './vault-error'

/** Whether only this person uses this device, as they chose on it. */
type DeviceUse = 'only-me' | 'others-too'

type StoredWrap = Readonly<{ sessionId: string; vkDev: Blob64 }>

/**
 * `savedAt` is in ms since the epoch, by the caller's clock. Once the person has finished writing, `sealed` is the
 * signed text, sent byte for byte, and `finished` is the version that it will be.
 */
export type StoredDraft = Readonly<{
  id: string
  of: string | null
  sealed: Sealed64
  savedAt: number
  finished?: number
}>

interface Tables extends DBSchema {
  wraps: { key: string; value: StoredWrap }
  /**
   * Also each person's `DeviceUse`, by `useKeyOf`, and their index, by `indexKeyOf`: a table of its own would wait until
   * every older tab is closed.
   */
  recipients: { key: string; value: string }
  drafts: { key: [uid: string, id: string]; value: StoredDraft & { uid: string } }
  floors: { key: string; value: Blob64 }
  profiles: { key: string; value: number }
}

export type DeviceStore = Readonly<{
  /** Stores the vault key under this device's key, on a device that only this person uses. */
  keepWrap: (uid: string, wrap: StoredWrap) => Promise<void>
  wrap: (uid: string) => Promise<StoredWrap | null>
  /** After *Lock*, *Hide* or a sign-out elsewhere: this device no longer opens the journal without the phrase. */
  forgetWrap: (uid: string) => Promise<void>
  /** As `forgetWrap`, for everybody who opened a journal on this device. */
  forgetWraps: () => Promise<void>
  /** Stores the key that drafts are sealed to, each time a journal is opened. */
  keepRecipient: (uid: string, recipient: string) => Promise<void>
  recipient: (uid: string) => Promise<string | null>
  keepUse: (uid: string, use: DeviceUse) => Promise<void>
  /** Null where the person chose before this was stored, or never. */
  use: (uid: string) => Promise<DeviceUse | null>
  keepDraft: (uid: string, draft: StoredDraft) => Promise<void>
  /** Newest first. */
  drafts: (uid: string) => Promise<StoredDraft[]>
  draft: (uid: string, id: string) => Promise<StoredDraft | null>
  /** Drops a draft if its stored bytes are still `sealed`; newer text stays. Returns whether it was dropped. */
  dropDraft: (uid: string, id: string, sealed: string) => Promise<boolean>
  floors: (uid: string) => Promise<Blob64 | null>
  /**
   * Stores floors if the stored ones are still `before`, so that two tabs can't undo each other's. Returns whether it
   * did.
   */
  keepFloors: (uid: string, floors: Blob64, before: Blob64 | null) => Promise<boolean>
  /**
   * The highest KDF profile seen for a sign-in name, 0 for none. Stored under the name's hash: the uid is not known yet
   * then.
   */
  highestProfile: (name: string) => Promise<number>
  /** Only ever raises. */
  keepProfile: (name: string, profile: number) => Promise<void>
  /** The sealed index of what was opened on this device (sealed-index.ts). */
  index: (uid: string) => Promise<Blob64 | null>
  /**
   * Stores an index if the stored one is still `before`. Returns false only where another tab wrote in between: after
   * the person signed out nothing is stored, and there is nothing left to do.
   */
  keepIndex: (uid: string, index: Blob64, before: Blob64 | null) => Promise<boolean>
  /** Removes everything of this person except drafts, floors and the profile. */
  signOut: (uid: string) => Promise<void>
  close: () => void
}>

/**
 * Opens this device's store. Every call throws `storage-unavailable` where the browser stores nothing (some private
 * windows, storage switched off, or a database that was removed), `storage-full` when there is no room, and
 * `storage-stuck` when the browser does not answer.
 */
export async function openStore(name = 'fivefold'): Promise<DeviceStore> {
  let isLate = false
  const opening = async () => {
    const opened = await openDB<Tables>(name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('drafts', { keyPath: ['uid', 'id'] })
        for (const table of ['wraps', 'recipients', 'floors', 'profiles'] as const) fresh.createObjectStore(table)
      },
    })
    if (isLate) opened.close()
    return opened
  }
  const db = await asVaultFailure(opening).catch((error: unknown) => {
    isLate = true
    throw error
  })
  return storeOver(db)
}

/**
 * Written to disk before it counts, where the browser can: a draft must survive a crash, and a forgotten wrap must be
 * gone.
 */
const STRICT = { durability: 'strict' } as const

const useKeyOf = (uid: string): string => `${uid} use`
const indexKeyOf = (uid: string): string => `${uid} index`

function storeOver(db: IDBPDatabase<Tables>): DeviceStore {
  const write = <Table extends StoreNames<Tables>>(tables: Table[]) => {
    const tx = db.transaction(tables, 'readwrite', STRICT)
    tx.done.catch(() => {}) // where a statement fails first, it is the failure
    return tx
  }
  const draftsOf = (uid: string) => IDBKeyRange.bound([uid], [uid, []])
  const withoutUid = ({ id, of, sealed, savedAt, finished }: StoredDraft): StoredDraft => ({
    id,
    of,
    sealed,
    savedAt,
    ...(finished !== undefined && { finished }),
  })
  const hashed = async (signInName: string) => toBase64url(await sha256(utf8(signInName)))

  return {
    keepWrap: (uid, { sessionId, vkDev }) =>
      asVaultFailure(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').put({ sessionId, vkDev }, uid), tx.done])
      }),
    wrap: (uid) => asVaultFailure(async () => (await db.get('wraps', uid)) ?? null),
    forgetWrap: (uid) =>
      asVaultFailure(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').delete(uid), tx.done])
      }),
    forgetWraps: () =>
      asVaultFailure(async () => {
        const tx = write(['wraps'])
        await Promise.all([tx.objectStore('wraps').clear(), tx.done])
      }),
    keepRecipient: (uid, recipient) =>
      asVaultFailure(async () => {
        await db.put('recipients', recipient, uid)
      }),
    recipient: (uid) => asVaultFailure(async () => (await db.get('recipients', uid)) ?? null),
    keepUse: (uid, use) =>
      asVaultFailure(async () => {
        const tx = write(['recipients'])
        await Promise.all([tx.objectStore('recipients').put(use, useKeyOf(uid)), tx.done])
      }),
    use: (uid) =>
      asVaultFailure(async () => {
        const use = await db.get('recipients', useKeyOf(uid))
        return use === 'only-me' || use === 'others-too' ? use : null
      }),
    keepDraft: (uid, draft) =>
      asVaultFailure(async () => {
        const tx = write(['drafts'])
        await Promise.all([tx.objectStore('drafts').put({ ...withoutUid(draft), uid }), tx.done])
      }),
    drafts: (uid) =>
      asVaultFailure(async () => {
        const all = await db.getAll('drafts', draftsOf(uid))
        return all.map(withoutUid).sort((a, b) => b.savedAt - a.savedAt)
      }),
    draft: (uid, id) =>
      asVaultFailure(async () => {
        const found = await db.get('drafts', [uid, id])
        return found ? withoutUid(found) : null
      }),
    dropDraft: (uid, id, sealed) =>
      asVaultFailure(async () => {
        const tx = write(['drafts'])
        const table = tx.objectStore('drafts')
        const isCurrent = (await table.get([uid, id]))?.sealed === sealed
        if (isCurrent) await table.delete([uid, id])
        await tx.done
        return isCurrent
      }),
    floors: (uid) => asVaultFailure(async () => (await db.get('floors', uid)) ?? null),
    keepFloors: (uid, floors, before) =>
      asVaultFailure(async () => {
        const tx = write(['floors'])
        const table = tx.objectStore('floors')
        const isCurrent = ((await table.get(uid)) ?? null) === before
        if (isCurrent) await table.put(floors, uid)
        await tx.done
        return isCurrent
      }),
    highestProfile: (signInName) =>
      asVaultFailure(async () => (await db.get('profiles', await hashed(signInName))) ?? 0),
    keepProfile: (signInName, profile) =>
      asVaultFailure(async () => {
        const key = await hashed(signInName)
        const tx = write(['profiles'])
        const table = tx.objectStore('profiles')
        if (profile > ((await table.get(key)) ?? 0)) await table.put(profile, key)
        await tx.done
      }),
    index: (uid) => asVaultFailure(async () => ((await db.get('recipients', indexKeyOf(uid))) as Blob64) ?? null),
    keepIndex: (uid, index, before) =>
      asVaultFailure(async () => {
        // not strict: what is lost is noted again when its row opens
        const tx = db.transaction('recipients', 'readwrite')
        tx.done.catch(() => {})
        const table = tx.objectStore('recipients')
        const [recipient, stored = null] = await Promise.all([table.get(uid), table.get(indexKeyOf(uid))])
        const isCurrent = stored === before
        if (isCurrent && recipient !== undefined) await table.put(index, indexKeyOf(uid))
        await tx.done
        return isCurrent || recipient === undefined
      }),
    signOut: (uid) =>
      asVaultFailure(async () => {
        const tx = write(['wraps', 'recipients'])
        const recipients = tx.objectStore('recipients')
        await Promise.all([
          tx.objectStore('wraps').delete(uid),
          recipients.delete(uid),
          recipients.delete(useKeyOf(uid)),
          recipients.delete(indexKeyOf(uid)),
          tx.done,
        ])
      }),
    close: () => db.close(),
  }
}

/** How long the browser's storage may take, in ms. Some browsers' never answers, until they are restarted. */
const STUCK_AFTER = 4000

/** Turns every error of a browser's storage into one of three failures. */
async function asVaultFailure<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  let timeout: ReturnType<typeof setTimeout> | undefined
  const stuck = new Promise<never>((_, reject) => {
    timeout = setTimeout(() => reject(new VaultError('storage-stuck')), STUCK_AFTER)
  })
  try {
    return await Promise.race([work(), stuck])
  } catch (cause) {
    if (cause instanceof VaultError) throw cause
    const full = cause instanceof Error && cause.name === 'QuotaExceededError'
    throw new VaultError(full ? 'storage-full' : 'storage-unavailable', { cause })
  } finally {
    clearTimeout(timeout)
  }
}
