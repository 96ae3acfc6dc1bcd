// Opens and checks rows that the server answered. Every room that shows sealed texts uses this.
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

/** The content of an opened row, that it was removed, or why it can't be shown. Never a part of it. */
export type RowText<Text> =
  | Readonly<{ is: 'text'; text: Text }>
  | Readonly<{ is: 'removed' }>
  | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** Failures of this device or its network, not of a row. */
const NOT_OF_THE_ROW: readonly VaultErrorCode[] = [
  'part-not-loaded',
  'insecure-origin',
  'storage-unavailable',
  'storage-full',
  'bad-floors',
]

/** How a room reads its rows. */
export type RowReader<Row, Text> = Readonly<{
  /** The row with everything that its text must agree with. */
  served: (row: Row) => ServedRow
  /** Whether the row is marked as removed, if rows of this kind can be: its text must agree. */
  removed?: (row: Row) => boolean
  /** Reads the opened text. Throws `VaultError` if it has another shape. */
  read: (text: Extract<OpenedText, { kind: 'text' }>, row: Row) => Text
}>

/**
 * Opens the rows of one answer, and raises their floors. Throws `EarlierState` with every row that is older than this
 * device has seen, before anything is opened, and failures of the device itself. Any other failure is returned with its
 * row.
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

/**
 * Opens the row that was requested by its id: another row that the server answers instead fails. Throws as `openRows`.
 */
export async function openSingleRow<Row, Text>(
  device: Pick<Device, 'store'>,
  vault: Vault,
  id: string,
  row: Row,
  reading: RowReader<Row, Text>,
): Promise<Row & { opened: RowText<Text> }> {
  const requested = { ...reading, served: (answered: Row) => ({ ...reading.served(answered), id }) }
  const [opened] = await openRows(device, vault, [row], requested)
  return opened ?? { ...row, opened: { is: 'failed', code: 'bad-row' } }
}

const readDeviceFloors = async (device: Pick<Device, 'store'>, vault: Vault): Promise<Floors> => {
  const stored = await ignoreNoStorage(device.store.floors(vault.uid), null)
  return stored === null ? noFloors : openFloors(vault, stored)
}

function toRowFailure(error: unknown): { is: 'failed'; code: VaultErrorCode } {
  if (error instanceof VaultError && !(error instanceof EarlierState) && !NOT_OF_THE_ROW.includes(error.code))
    return { is: 'failed', code: error.code }
  throw error
}

/** Raises the floor of a row to a version that this device made and the server saved. */
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

/** Lowers the floors after the person confirmed that the server was restored. Fetch the rows again afterwards. */
export async function acceptEarlier(device: Pick<Device, 'store'>, vault: Vault, earlier: EarlierState): Promise<void> {
  await changeFloors(device.store, vault, (floors) => acceptEarlierFloors(floors, earlier))
}

/**
 * Opens a row that is not below `floor`, and reads its text. `removed`, if the row has it, must agree with the text.
 */
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
