// *Lock*, *Hide* and signing out: what closes an open journal.

import { Problem } from '@/lib/http/problem'
import { csrf, forgetDeviceKey, postSignOut } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'

/**
 * Locks this device at once: sets the mark, forgets what opens the journal, and notifies the server with a request that
 * outlives the page (`keepalive`). All of it starts before this returns, so *Hide* needn't wait. The next page load
 * does what failed.
 */
export function lockDevice(device: Device): Promise<void> {
  const uid = device.journal.vault()?.uid
  device.lockMark.set()
  device.journal.lock()
  const forgotten = uid === undefined ? Promise.resolve() : device.store.forgetWrap(uid)
  const sent = device.call(forgetDeviceKey, {}, { keepalive: true })
  return Promise.allSettled([forgotten, sent]).then(() => undefined)
}

/**
 * Finishes a lock whose page was closed: on this device first, whatever the network does, then on the server. Throws
 * `Unreachable`; nothing may be opened then.
 */
export async function sendPendingLock(device: Device): Promise<void> {
  await ignoreNoStorage(device.store.forgetWraps(), undefined)
  await device.call(forgetDeviceKey, {})
}

/**
 * Signs out: ends the session, and removes everything of the person from this device except sealed drafts and floors.
 */
export async function signOut(device: Device, uid: string): Promise<void> {
  const { csrfToken } = await device.call(csrf, {})
  await device.call(postSignOut, { csrfToken }).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'signed-out')) throw error
  })
  device.journal.lock()
  await ignoreNoStorage(device.store.signOut(uid), undefined)
  device.lockMark.clear()
}
