// Logs a moment from a form that may be sent again, and changed in between, after an answer was lost.
import type { Device } from '@/lib/device/device'
import { Unreachable } from '@/lib/http/call'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { orNull } from '@/lib/http/or-null'
import { logMoment, type MomentRow } from './contract'
import { fetchMoment, openLogged, removeMoment, sealMoment, sendMomentVersion, type MomentDetails } from './device'

/** Sends what a form says. However often it is sent, there is one moment in the end, with what was sent last. */
export type MomentLogger = (vault: Vault, details: MomentDetails) => Promise<MomentRow>

type LogAttempt = Readonly<{ id: string; details: MomentDetails; sealed: string }>

/**
 * Makes the logger of one form, for a couple. The logger throws `Problem` (not-paired, day-out-of-range),
 * `Unreachable`, `VaultError` (no-pinned-partner, too-long, other-answer).
 */
export function makeMomentLogger(device: Device, coupleId: string): MomentLogger {
  // The last attempt whose answer was lost: it may be saved.
  let unsure: LogAttempt | null = null

  return async (vault, details) => {
    // The day and the people of a saved moment never change, so where the form has others now, the earlier moment is
    // removed.
    if (unsure && (unsure.details.day !== details.day || unsure.details.who !== details.who)) {
      const saved = await orNull(fetchMoment(device, vault, unsure.id))
      if (saved?.opened.is === 'failed') throw new VaultError('other-answer')
      if (saved?.opened.is === 'text') await removeMoment(device, vault, saved)
      unsure = null
    }
    const id = unsure?.id ?? randomUuid()
    const sealed =
      unsure && isSameMoment(unsure.details, details)
        ? unsure.sealed
        : await sealMoment(vault, { id, coupleId, rev: 1 }, details)
    const { day, who, types, words } = details
    try {
      const answer = await device.call(logMoment, { id, coupleId, day, who, types: [...types], sealed })
      const row = await openLogged(device, vault, { id, coupleId }, { day, who }, answer)
      return row.sealed === sealed ? row : await sendMomentVersion(device, vault, row, { types, words })
    } catch (error) {
      if (error instanceof Unreachable) unsure = { id, details, sealed }
      throw error
    }
  }
}

const isSameMoment = (a: MomentDetails, b: MomentDetails): boolean =>
  a.words === b.words && a.types.join() === b.types.join()
