// Rows of the journal, opened and checked on the device.
import type { Device } from '@/lib/accounts/device'
import { checkFloors, noFloors, openFloors, raised, type Floors } from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/floors-keeping'
import { openText, type OpenedText, type ServedRow } from '@/lib/vault/sealed-text'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { ifStorage } from '@/lib/accounts/if-there'

/** A row after opening: what stands in it, that it was removed, or why it can't be shown. Never half of it. */
export type Opened<Text> = Readonly<{ is: 'text'; text: Text }> | Readonly<{ is: 'removed' }> | Readonly<{ is: 'failed'; code: VaultErrorCode }>

/** What says something about this device or its network, not about the row. */
const elsewhere: readonly VaultErrorCode[] = ['part-not-loaded', 'insecure-origin', 'storage-unavailable', 'storage-full', 'bad-floors']

/**
 * Opens rows that came together, and notes their versions as seen. Throws `EarlierState` with every row that is older than this
 * device has seen, before anything is opened, and what has nothing to do with a row. Any other failure is the row's own.
 */
export async function openRows<Row extends { id: string; rev: number }, Text>(
  device: Device, vault: Vault, rows: readonly Row[], open: (row: Row, floor: number) => Promise<Opened<Text>>,
): Promise<(Row & { opened: Opened<Text> })[]> {
  checkFloors(await floorsHere(device, vault), rows)
  const all = await Promise.all(rows.map(async (row) => ({ ...row, opened: await open(row, 0).catch(rowsOwn) })))
  const seen = all.filter(({ opened }) => opened.is !== 'failed')
  await noteSeen(device, vault, seen)
  return all
}

const floorsHere = async (device: Device, vault: Vault): Promise<Floors> => {
  const kept = await ifStorage(device.store.floors(vault.uid), null)
  return kept === null ? noFloors : openFloors(vault, kept)
}

/** Versions that this device has seen: nothing older of them is shown any more. */
export const noteSeen = async (device: Device, vault: Vault, rows: readonly { id: string; rev: number }[]): Promise<void> => {
  if (rows.length > 0) await ifStorage(changeFloors(device.store, vault, (floors) => raised(floors, rows)), noFloors)
}

function rowsOwn(error: unknown): { is: 'failed'; code: VaultErrorCode } {
  if (error instanceof VaultError && !(error instanceof EarlierState) && !elsewhere.includes(error.code)) return { is: 'failed', code: error.code }
  throw error
}

/** Opens one served row and reads what stands in it. `removed`, where the row says so, must be what the text says. */
export async function openRow<Text>(
  vault: Vault, row: ServedRow, floor: number, removed: boolean | undefined, read: (opened: Extract<OpenedText, { kind: 'text' }>) => Text,
): Promise<Opened<Text>> {
  const opened = await openText(vault, row, floor)
  if (removed !== undefined && removed !== (opened.kind === 'removed')) throw new VaultError('wrong-kind')
  return opened.kind === 'removed' ? { is: 'removed' } : { is: 'text', text: read(opened) }
}
