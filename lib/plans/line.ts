// The line that a person remembers a plan by, sealed on this device for the couple, and how the plan felt.
import type { Device } from '@/lib/device/device'
import { sendVersion, nextVersion, type RowVersion } from '@/lib/device/keep-version'
import type { IndexedText } from '@/lib/device/opened-index'
import {
  openPersonalTexts,
  personalTextKeeping,
  sealPersonalText,
  type PersonalText,
  type TextSubject,
} from '@/lib/device/personal-text'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { getPlan, lineSchema, putFelt, putLine, type FeltStep, type Plan, type RememberedPlan } from './contract'

type PlanOfCouple = Readonly<{ id: string; coupleId: string }>

const subjectOf = ({ id, coupleId }: PlanOfCouple): TextSubject => ({
  magic: 'fivefold-line/v1',
  coupleId,
  about: { plan: id },
})

/**
 * Fetches a saved plan of a couple, also of a former one, and opens its lines. Throws `Problem` (`not-found`),
 * `Unreachable`, `EarlierState`, `other-answer`.
 */
export async function fetchRememberedPlan(
  device: Device,
  vault: Vault,
  { id, coupleId }: PlanOfCouple,
): Promise<Omit<RememberedPlan, 'lines'> & { lines: readonly PersonalText[] }> {
  const { lines, ...kept } = await device.call(getPlan, { id, coupleId })
  if (kept.coupleId !== coupleId) throw new VaultError('other-answer')
  const opened = await openPersonalTexts(device, vault, subjectOf({ id, coupleId }), lines, indexedLine(kept.plan))
  return { ...kept, lines: opened }
}

/** What the index notes of a plan's line. Its day and its types are the plan's. */
const indexedLine =
  ({ id, plannedOn, types }: Pick<Plan, 'id' | 'plannedOn' | 'types'>) =>
  (words: string): IndexedText => ({ kind: 'line', day: plannedOn, types, words, isVoice: false, about: id })

/**
 * Seals and sends the person's line: the first version, or the one after `read`. An empty text removes the line. Throws
 * `VaultError`, `Problem`, `Unreachable`.
 */
export async function sendLine(
  device: Device,
  vault: Vault,
  plan: PlanOfCouple,
  text: string,
  read: RowVersion | null,
): Promise<void> {
  const subject = subjectOf(plan)
  const next = nextVersion(read)
  const first = { ...next, sealed: await sealPersonalText(vault, subject, next, text) }
  await sendVersion(device, vault, first, {
    ...personalTextKeeping(device, vault, subject, text),
    send: ({ id: lineId, rev, sealed }) => device.call(putLine, { id: plan.id, lineId, rev, sealed }),
    row: lineSchema,
  })
}

/** Sends how a plan felt. Throws `Problem` (`already-revealed`, `day-out-of-range`, `not-found`), `Unreachable`. */
export const sendFelt = (device: Pick<Device, 'call'>, id: string, felt: FeltStep): Promise<RememberedPlan> =>
  device.call(putFelt, { id, felt })
