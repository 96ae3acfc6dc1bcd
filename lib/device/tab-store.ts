// What this tab holds where the device's store can't: the store is full, denied, gone or does not answer. Nothing that a
// person wrote is lost while the tab lives, and a finished page is sent without the store.
import { observable, type Observable } from '@/lib/observable'
import type { Blob64 } from '@/lib/vault/primitives'
import type { DeviceStore, StoredDraft } from '@/lib/vault/store'
import { ignoreNoStorage, isNoStorage } from './ignore-failures'

/** A draft. `tabOnly`: the device could not store it, and it ends with this tab. */
export type HeldDraft = StoredDraft & Readonly<{ tabOnly?: true }>

/**
 * The store of a device, with the tab behind it. Reading drafts and dropping one never fail for want of storage.
 * `keepDraft` and `keepFloors` hold what could not be stored; `keepDraft` still throws, so that a screen can say so.
 */
export type TabStore = Omit<DeviceStore, 'drafts'> &
  Readonly<{
    drafts: (uid: string) => Promise<HeldDraft[]>
    /** How many drafts only this tab has. */
    tabOnly: Pick<Observable<number>, 'get' | 'subscribe'>
  }>

/** Makes the store of a device that holds in memory what `store` can't. */
export function tabStore(store: DeviceStore): TabStore {
  const held = new Map<string, StoredDraft>()
  const dropped = new Map<string, string>()
  const heldFloors = new Map<string, Blob64>()
  const tabOnly = observable(0)
  const keyOf = (uid: string, id: string) => `${uid} ${id}`
  const release = (key: string) => {
    held.delete(key)
    tabOnly.set(held.size)
  }
  const drop = async (uid: string, id: string, sealed: string): Promise<boolean> => {
    const key = keyOf(uid, id)
    try {
      const isDropped = await store.dropDraft(uid, id, sealed)
      if (dropped.get(key) === sealed) dropped.delete(key)
      return isDropped
    } catch (error) {
      if (!isNoStorage(error)) throw error
      dropped.set(key, sealed) // it may still be stored: it is dropped once the store answers
      return true
    }
  }

  return {
    ...store,
    tabOnly,
    keepDraft: async (uid, draft) => {
      const key = keyOf(uid, draft.id)
      try {
        await store.keepDraft(uid, draft)
        if (held.has(key)) release(key)
      } catch (error) {
        if (!isNoStorage(error)) throw error
        held.set(key, draft)
        tabOnly.set(held.size)
        throw error
      }
    },
    draft: async (uid, id) => held.get(keyOf(uid, id)) ?? store.draft(uid, id),
    drafts: async (uid) => {
      const stored = await ignoreNoStorage(store.drafts(uid), [])
      const gone = stored.filter(({ id, sealed }) => dropped.get(keyOf(uid, id)) === sealed)
      await Promise.all(gone.map(({ id, sealed }) => drop(uid, id, sealed)))
      const inTab = [...held].flatMap(([key, draft]) =>
        key === keyOf(uid, draft.id) ? [{ ...draft, tabOnly: true as const }] : [],
      )
      const others = stored.filter((draft) => !gone.includes(draft) && !held.has(keyOf(uid, draft.id)))
      return [...inTab, ...others].sort((a, b) => b.savedAt - a.savedAt)
    },
    dropDraft: async (uid, id, sealed) => {
      const key = keyOf(uid, id)
      const here = held.get(key)
      if (!here) return drop(uid, id, sealed)
      if (here.sealed !== sealed) return false
      release(key)
      const older = await ignoreNoStorage(store.draft(uid, id), null)
      if (older) await drop(uid, id, older.sealed)
      return true
    },
    floors: async (uid) => heldFloors.get(uid) ?? store.floors(uid),
    keepFloors: async (uid, floors, before) => {
      const here = heldFloors.get(uid)
      if (here !== undefined) {
        if (here !== before) return false
        heldFloors.set(uid, floors)
        return true
      }
      try {
        return await store.keepFloors(uid, floors, before)
      } catch (error) {
        if (!isNoStorage(error)) throw error
        heldFloors.set(uid, floors)
        return true
      }
    },
  }
}
