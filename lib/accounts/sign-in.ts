import type { SeenFloors } from '@/lib/vault/opening'
import { deriveTypedKeys, openWithTyped } from '@/lib/vault/typed-phrase'
import type { Vault } from '@/lib/vault/vault'
import { csrf, getVault, prelogin, postSignIn } from './contract'
import type { Device } from '@/lib/device/device'
import { emailKey, formerEmailKeys } from './email-key'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { storeDeviceUse } from '@/lib/device/kept-use'
import { holdOrThrow, keepOpenOnDevice } from '@/lib/device/open-journal'

export type SignInDetails = Readonly<{ email: string; phrase: string; onlyMe: boolean }>

/**
 * Signs in and opens the journal. Throws `Problem` (not-known for both an unknown email and a wrong phrase, slow-down),
 * `Unreachable`, `EarlierState` (signed in but not open: call `openByPhrase` with the person's answer), other
 * `VaultError`s.
 */
export async function signIn(device: Device, { email, phrase, onlyMe }: SignInDetails): Promise<Vault> {
  const locksBefore = device.journal.locks()
  const choice = await device.call(prelogin, { email })
  const highest = await readHighestProfile(device, email)
  const keys = await deriveTypedKeys(phrase, choice, highest)
  const [{ authKey, kdf }, made] = keys
  await startSession(device, { email, authKey, otherAuthKey: made?.authKey, onlyMe })
  const served = await device.call(getVault, {})
  const seen: SeenFloors = { floors: await ignoreNoStorage(device.store.floors(served.personId), null) }
  await storeDeviceUse(device.store, served.personId, onlyMe)
  const use = { onlyMe: onlyMe && served.onlyMe, usedToday: served.usedToday }
  const vault = await holdOrThrow(
    device,
    use,
    await openWithTyped(keys, { ...served, uid: served.personId }, seen),
    seen,
    locksBefore,
  )
  for (const name of [emailKey(email), served.personId])
    await ignoreNoStorage(device.store.keepProfile(name, kdf), undefined)
  if (use.onlyMe) await keepOpenOnDevice(device, vault, served.sessionId)
  return vault
}

/** The highest profile that this device has seen for an email, also before its key was made by another rule; 0 for none. */
async function readHighestProfile(device: Device, email: string): Promise<number> {
  const names = [...new Set([emailKey(email), ...formerEmailKeys(email)])]
  const seen = await Promise.all(names.map((name) => ignoreNoStorage(device.store.highestProfile(name), 0)))
  return Math.max(...seen)
}

type StartDetails = Readonly<{ email: string; authKey: string; otherAuthKey?: string | undefined; onlyMe: boolean }>

/** Opens a session with a derived key (base64url of 32 bytes), or with either of two. Throws `Problem`, `Unreachable`. */
export async function startSession(
  device: Device,
  { email, authKey, otherAuthKey, onlyMe }: StartDetails,
): Promise<void> {
  const { csrfToken } = await device.call(csrf, {})
  const label = await device.label()
  await device.call(postSignIn, { email, authKey, otherAuthKey, onlyMe, label, csrfToken })
}
