import { raiseKeyringFloor, noFloors } from '@/lib/vault/floors'
import { register, type InviteToJoin, type Registered } from '@/lib/vault/register'
import type { Vault } from '@/lib/vault/vault'
import { getVault, postAccount } from './contract'
import type { Device } from '@/lib/device/device'
import { emailKey } from './email-key'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { storeDeviceUse } from '@/lib/device/kept-use'
import { holdOrThrow, keepOpenOnDevice } from '@/lib/device/open-journal'
import { startSession } from './sign-in'

export type SignUpDetails = Readonly<{
  name: string
  email: string
  phrase: string
  onlyMe: boolean
  acceptance?: InviteToJoin | undefined
}>

/**
 * Makes an account, signs in and opens its journal. With an acceptance it also pairs with the inviter, in one
 * transaction. Throws `Problem` (email-taken, slow-down, not-found for an invite that can't be accepted),
 * `Unreachable`, and what `register` throws.
 */
export const signUp = (device: Device, details: SignUpDetails): Promise<Vault> => makeSignUp(device)(details)

/**
 * Makes a sign-up that can be retried after a lost answer: the same email and phrase are sent as the same account, so
 * that a retry makes no second one.
 */
export function makeSignUp(device: Device): (details: SignUpDetails) => Promise<Vault> {
  let made: { attemptKey: string; registered: Registered } | undefined
  return async ({ name, email, phrase, onlyMe, acceptance }) => {
    const locksBefore = device.journal.locks()
    const attemptKey = JSON.stringify([emailKey(email), phrase, acceptance?.secret ?? null])
    if (made?.attemptKey !== attemptKey) made = { attemptKey, registered: await register(phrase, acceptance) }
    const { registered } = made
    await device.call(
      postAccount,
      toAccountBody(registered, { name, email, zone: device.ownZone(), locale: device.locale() }),
    )
    await startSession(device, { email, authKey: registered.account.authKey, onlyMe })
    const { sessionId, usedToday } = await device.call(getVault, {})
    const { vault, account } = registered
    const floors = raiseKeyringFloor(noFloors, vault.keyring.rev)
    await storeDeviceUse(device.store, vault.uid, onlyMe)
    await holdOrThrow(device, { onlyMe, usedToday }, { vault, floors }, { floors: null }, locksBefore)
    for (const known of [emailKey(email), vault.uid])
      await ignoreNoStorage(device.store.keepProfile(known, account.kdf), undefined)
    if (onlyMe) await keepOpenOnDevice(device, vault, sessionId)
    return vault
  }
}

type AccountDetails = Readonly<{ name: string; email: string; zone: ReturnType<Device['ownZone']>; locale: string }>

function toAccountBody({ account, acceptance }: Registered, plain: AccountDetails) {
  const { uid, kdf, salt, authKey, vkPw, vkRec, recoveryAuth, keyring, bundle } = account
  return {
    ...plain,
    personId: uid,
    kdf,
    salt,
    authKey,
    vkPw,
    vkRec,
    recoveryAuth,
    keyring,
    bundle,
    ...(acceptance && { acceptance }),
  }
}
