// Logging a moment from a form that may be sent again, and changed in between, after an answer that never came.
import type { Device } from '@/lib/device/device'
import { noteKept } from '@/lib/device/opened-rows'
import { Unreachable } from '@/lib/http/call'
import { randomUuid } from '@/lib/vault/primitives'
import type { Vault } from '@/lib/vault/vault'
import { orNull } from '@/lib/http/or-null'
import { getMoment, logMoment, type MomentRow } from './contract'
import { sendMomentVersion, removeMoment, sealMoment, type MomentDetails } from './device'

/** Sends what a form says, as often as it takes; in the end there is one moment, and it says what was said last. */
export type MomentLogger = (vault: Vault, details: MomentDetails) => Promise<MomentRow>

type LogAttempt = Readonly<{ id: string; details: MomentDetails; sealed: string }>

/** One form's attempts. Throws `Problem` (not-paired, day-out-of-range), `Unreachable`, `VaultError` (no-pinned-partner, too-long). */
export function momentLogger(device: Device, coupleId: string): MomentLogger {
  // One that may have arrived without our hearing of it.
  let unsure: LogAttempt | null = null

  return async (vault, details) => {
    // A moment keeps its day and who did it, so one that says others is removed, if it is there at all.
    if (unsure && (unsure.details.day !== details.day || unsure.details.who !== details.who)) {
      const arrived = await orNull(device.call(getMoment, { momentId: unsure.id }))
      if (arrived && !arrived.removed) await removeMoment(device, vault, arrived)
      unsure = null
    }
    const id = unsure?.id ?? randomUuid()
    const sealed =
      unsure && isSameMoment(unsure.details, details)
        ? unsure.sealed
        : await sealMoment(vault, { id, coupleId, rev: 1 }, details)
    const { day, who, types, words } = details
    try {
      const row = await device.call(logMoment, { id, coupleId, day, who, types: [...types], sealed })
      const kept = row.sealed === sealed ? row : await sendMomentVersion(device, vault, row, { types, words })
      await noteKept(device, vault, kept)
      return kept
    } catch (error) {
      if (error instanceof Unreachable) unsure = { id, details, sealed }
      throw error
    }
  }
}

const isSameMoment = (a: MomentDetails, b: MomentDetails): boolean =>
  a.words === b.words && a.types.join() === b.types.join()
