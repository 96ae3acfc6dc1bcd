// The line that a person remembers a plan by, sealed here for the two.
import type { Device } from '@/lib/device/device'
import { keepSealed } from '@/lib/device/keep-sealed'
import { noteKept, openRows, type RowText } from '@/lib/device/opened-rows'
import { sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { getPlan, lineSchema, putFelt, putLine, type FeltStep, type Keeping } from './contract'

const MAGIC = 'fivefold-line/v1'

export type OpenedLine = Readonly<{ personId: string; id: string; rev: number; opened: RowText<string> }>

/** A plan with what was kept of it, opened. `coupleId` where it is a former one. Throws `Problem` not-found, `Unreachable`, `EarlierState`. */
export async function fetchKeeping(
  device: Device,
  vault: Vault,
  id: string,
  coupleId?: string,
): Promise<Omit<Keeping, 'lines'> & { lines: readonly OpenedLine[] }> {
  const { lines, ...kept } = await device.call(getPlan, { id, coupleId })
  const opened = await openRows(device, vault, lines, {
    served: ({ id: lineId, rev, personId, sealed }) => ({
      magic: MAGIC,
      id: lineId,
      rev,
      author: personId,
      sealed,
      visibility: 'shared',
      pair: kept.coupleId,
      meta: { plan: id },
    }),
    read: ({ body }) => readText(body['text'], 'bad-format'),
  })
  return { ...kept, lines: opened }
}

/** Keeps my line: the version after the one that was read, or the first; an empty one takes it away. Throws `VaultError`, `Problem`, `Unreachable`. */
export async function sendLine(
  device: Device,
  vault: Vault,
  plan: Readonly<{ id: string; coupleId: string }>,
  text: string,
  standing: Pick<OpenedLine, 'id' | 'rev'> | null,
): Promise<void> {
  const seal = ({ id, rev }: Pick<OpenedLine, 'id' | 'rev'>) =>
    sealText(vault, {
      magic: MAGIC,
      id,
      rev,
      visibility: 'shared',
      pair: plan.coupleId,
      meta: { plan: plan.id },
      body: { text },
    })
  const next = standing ? { id: standing.id, rev: standing.rev + 1 } : { id: crypto.randomUUID(), rev: 1 }
  const kept = await keepSealed(
    { ...next, sealed: await seal(next) },
    seal,
    ({ id: lineId, rev, sealed }) => device.call(putLine, { id: plan.id, lineId, rev, sealed }),
    lineSchema,
  )
  await noteKept(device, vault, kept)
}

/** Says how a plan felt. Throws `Problem` (already-revealed, day-out-of-range, not-found), `Unreachable`. */
export const sendFelt = (device: Pick<Device, 'call'>, id: string, felt: FeltStep): Promise<Keeping> =>
  device.call(putFelt, { id, felt })
