// *Lock*, *Hide* and signing out: what lets go of an open journal.

import { Problem } from '@/lib/http/problem'
import { csrf, forgetDeviceKey, postSignOut } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'

/**
 * Locks this device at once: the mark first, then what it keeps, then the word to the server, which may leave with the page
 * (`keepalive`). All of it is begun before this returns, so *Hide* needn't wait. What does not arrive is sent on the next load.
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
 * What a lock may have left undone when its page went away: here first, whatever the network does, then the word to the server.
 * Throws `Unreachable`: then nothing is opened either.
 */
export async function sendPendingLock(device: Device): Promise<void> {
  await ignoreNoStorage(device.store.forgetWraps(), undefined)
  await device.call(forgetDeviceKey, {})
}

/** Signs out here: the session ends, and this device keeps nothing of the person but sealed drafts and floors. */
export async function signOut(device: Device, uid: string): Promise<void> {
  const { csrfToken } = await device.call(csrf, {})
  await device.call(postSignOut, { csrfToken }).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'signed-out')) throw error
  })
  device.journal.lock()
  await ignoreNoStorage(device.store.signOut(uid), undefined)
  device.lockMark.clear()
}
