// Rows that the server served, opened and checked on the device: what every room that shows sealed texts does first.
import {
  acceptEarlierFloors,
  checkFloors,
  floorOf,
  noFloors,
  openFloors,
  raiseFloors,
  type Floors,
} from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/change-floors'
import { openText, type OpenedText, type ServedRow } from '@/lib/vault/sealed-text'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'

/** A row after opening: what stands in it, that it was removed, or why it can't be shown. Never half of it. */
export type RowText<Text> =
  | Readonly<{ is: 'text'; text: Text }>
  | Readonly<{ is: 'removed' }>
  | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** What says something about this device or its network, not about the row. */
const NOT_OF_THE_ROW: readonly VaultErrorCode[] = [
  'part-not-loaded',
  'insecure-origin',
  'storage-unavailable',
  'storage-full',
  'bad-floors',
]

/** How a room reads its rows. */
export type RowReader<Row, Text> = Readonly<{
  /** The row as it was served, with all that its text must agree with. */
  served: (row: Row) => ServedRow
  /** Whether the row says that it was removed, where it says so at all: its text must say the same. */
  removed?: (row: Row) => boolean
  /** What stands in it. Throws `VaultError` where that has another shape. */
  read: (text: Extract<OpenedText, { kind: 'text' }>, row: Row) => Text
}>

/**
 * Opens rows that came together, and notes their versions as seen. Throws `EarlierState` with every row that is older than this
 * device has seen, before anything is opened, and what has nothing to do with a row. Any other failure is the row's own.
 */
export async function openRows<Row, Text>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  rows: readonly Row[],
  { served, removed, read }: RowReader<Row, Text>,
): Promise<(Row & { opened: RowText<Text> })[]> {
  const floors = await readDeviceFloors(device, vault)
  const all = rows.map((row) => ({ row, version: served(row) }))
  checkFloors(
    floors,
    all.map(({ version }) => version),
  )
  const opened = await Promise.all(
    all.map(async ({ row, version }) => ({
      row,
      version,
      opened: await openRow(vault, version, floorOf(floors, version), removed?.(row), (text) => read(text, row)).catch(
        toRowFailure,
      ),
    })),
  )
  await noteSeen(
    device,
    vault,
    opened.flatMap(({ version, opened: { is } }) => (is === 'failed' ? [] : [version])),
  )
  return opened.map(({ row, opened: text }) => ({ ...row, opened: text }))
}

/** As openRows, of one. */
export async function openSingleRow<Row, Text>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  row: Row,
  reading: RowReader<Row, Text>,
): Promise<Row & { opened: RowText<Text> }> {
  const [opened] = await openRows(device, vault, [row], reading)
  return opened ?? { ...row, opened: { is: 'failed', code: 'bad-row' } }
}

const readDeviceFloors = async (device: Pick<Device, 'store'>, vault: Vault): Promise<Floors> => {
  const kept = await ignoreNoStorage(device.store.floors(vault.uid), null)
  return kept === null ? noFloors : openFloors(vault, kept)
}

function toRowFailure(error: unknown): { is: 'failed'; code: VaultErrorCode } {
  if (error instanceof VaultError && !(error instanceof EarlierState) && !NOT_OF_THE_ROW.includes(error.code))
    return { is: 'failed', code: error.code }
  throw error
}

/** A version that this device made and the server keeps: nothing older of it is shown any more. */
export const noteSaved = (
  device: Pick<Device, 'store'>,
  vault: Vault,
  { id, rev }: Readonly<{ id: string; rev: number }>,
): Promise<void> => noteSeen(device, vault, [{ author: vault.uid, id, rev }])

async function noteSeen(
  device: Pick<Device, 'store'>,
  vault: Vault,
  rows: Parameters<typeof raiseFloors>[1],
): Promise<void> {
  if (rows.length > 0)
    await ignoreNoStorage(
      changeFloors(device.store, vault, (floors) => raiseFloors(floors, rows)),
      noFloors,
    )
}

/** Yes, it was restored: what was shown may be shown from now on. Read again afterwards. */
export async function acceptEarlier(device: Pick<Device, 'store'>, vault: Vault, earlier: EarlierState): Promise<void> {
  await changeFloors(device.store, vault, (floors) => acceptEarlierFloors(floors, earlier))
}

/** Opens one served row and reads what stands in it. `removed`, where the row says so, must be what the text says. */
export async function openRow<Text>(
  vault: Vault,
  row: ServedRow,
  floor: number,
  removed: boolean | undefined,
  read: (opened: Extract<OpenedText, { kind: 'text' }>) => Text,
): Promise<RowText<Text>> {
  const opened = await openText(vault, row, floor)
  if (removed !== undefined && removed !== (opened.kind === 'removed')) throw new VaultError('wrong-kind')
  return opened.kind === 'removed' ? { is: 'removed' } : { is: 'text', text: read(opened) }
}
