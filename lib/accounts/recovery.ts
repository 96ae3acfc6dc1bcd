import { Problem } from '@/lib/http/problem'
import type { Answer } from '@/lib/http/contract'
import type { SeenFloors } from '@/lib/vault/opening'
import { recover, type Recovered } from '@/lib/vault/recover'
import { deriveRecoveryKeys } from '@/lib/vault/recovery-code'
import type { Vault } from '@/lib/vault/vault'
import { getVault, putKeyring, postRecovery, putRecovery } from './contract'
import type { Device } from '@/lib/device/device'
import { emailKey } from './email-key'
import { ignoreNoStorage } from '@/lib/device/ignore-failures'
import { storeDeviceUse } from '@/lib/device/kept-use'
import { holdOrThrow, keepOpenOnDevice, type OpeningOptions } from '@/lib/device/open-journal'
import { startSession } from './sign-in'

/** A recovery after the spare page was right: the person has to choose a new phrase. */
export type Recovery = Readonly<{
  /**
   * Gives the journal a new phrase and a new spare page, ends every session and opens the journal on this device. Can
   * be retried after a lost answer. Throws `EarlierState` (ask, then retry with `acceptEarlier`), `Problem` (not-known
   * after ten minutes), `Unreachable`, `phrase-too-short`, `phrase-too-long`.
   */
  choose: (choice: Readonly<{ phrase: string; onlyMe: boolean }> & OpeningOptions) => Promise<Vault>
}>

/**
 * Starts a recovery with the spare page's code, as typed. Throws `bad-recovery-code` before anything is sent, `Problem`
 * (not-known for both an unknown email and a wrong page, slow-down), `Unreachable`.
 */
export async function beginRecovery(
  device: Device,
  { email, code }: { email: string; code: string },
): Promise<Recovery> {
  const keys = await deriveRecoveryKeys(code)
  let served = await device.call(postRecovery, { email, recoveryAuth: keys.recoveryAuth })
  let made: { attemptKey: string; recovered: Recovered; seen: SeenFloors } | undefined

  const make = async (phrase: string, acceptEarlier: boolean) => {
    const attemptKey = JSON.stringify([phrase, served.keyringRev])
    if (made?.attemptKey !== attemptKey) {
      const seen: SeenFloors = {
        floors: await ignoreNoStorage(device.store.floors(served.personId), null),
        acceptEarlier,
      }
      made = { attemptKey, seen, recovered: await recover(keys, { ...served, uid: served.personId }, phrase, seen) }
    }
    return made
  }
  const replace = async (phrase: string, acceptEarlier: boolean) => {
    const { recovered, seen } = await make(phrase, acceptEarlier)
    await device.call(putRecovery, { ticket: served.ticket, ...recovered.replacement })
    return { recovered, seen }
  }
  return {
    choose: async ({ phrase, onlyMe, acceptEarlier = false }) => {
      const locksBefore = device.journal.locks()
      const { recovered, seen } = await replace(phrase, acceptEarlier).catch((error: unknown) => {
        // another device wrote the keyring meanwhile: retry with the saved one
        served = { ...served, ...currentKeyringIn(error) }
        return replace(phrase, acceptEarlier)
      })
      const { authKey, kdf } = recovered.replacement
      await startSession(device, { email, authKey, onlyMe })
      const { sessionId, usedToday } = await device.call(getVault, {})
      await storeDeviceUse(device.store, recovered.vault.uid, onlyMe)
      await holdOrThrow(device, { onlyMe, usedToday }, recovered, seen, locksBefore)
      for (const name of [emailKey(email), served.personId])
        await ignoreNoStorage(device.store.keepProfile(name, kdf), undefined)
      if (onlyMe) await keepOpenOnDevice(device, recovered.vault, sessionId)
      return recovered.vault
    },
  }
}

function currentKeyringIn(error: unknown): Answer<typeof putKeyring> {
  if (!(error instanceof Problem) || error.code !== 'version-changed') throw error
  return putKeyring.answer.parse(error.details.current)
}
