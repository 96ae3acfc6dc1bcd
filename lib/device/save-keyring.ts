import { Problem } from '@/lib/http/problem'
import { raiseKeyringFloor } from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/change-floors'
import type { Keyring } from '@/lib/vault/keyring'
import { changeKeyring, type KeyringAnswer, type KeyringWrite, type Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { putKeyring } from '@/lib/accounts/contract'
import type { Device } from './device'
import { ignoreNoStorage } from './ignore-failures'

// The changes of a device run one after another, so that only another device can have written first.
const saving = new WeakMap<Device['journal'], Promise<unknown>>()

/**
 * Changes the saved keyring, and holds the open journal with the change. `change` gets the newest keyring, and runs
 * again when another device wrote first; it returns the same object to change nothing. `send` sends it to a route that
 * changes more than the keyring. Throws `keyring-busy`,
 * `EarlierState`, `Problem`, `Unreachable`.
 */
export function saveKeyring(
  device: Device,
  vault: Vault,
  change: KeyringChange,
  send: SendKeyring = sendKeyring,
): Promise<Vault> {
  const before = saving.get(device.journal) ?? Promise.resolve()
  const mine = before.then(
    () => saveNow(device, vault, change, send),
    () => saveNow(device, vault, change, send),
  )
  saving.set(device.journal, mine)
  return mine
}

type KeyringChange = (keyring: Keyring) => Keyring | Promise<Keyring>

/** Sends a version to the route that saves it. Throws `Problem` (version-changed), `Unreachable`. */
type SendKeyring = (device: Device, write: KeyringWrite) => Promise<unknown>

const sendKeyring: SendKeyring = (device, { keyring, signature, ifMatch }) =>
  device.call(putKeyring, { keyring, signature, ifMatch })

async function saveNow(device: Device, opened: Vault, change: KeyringChange, send: SendKeyring): Promise<Vault> {
  const held = device.journal.vault()
  const vault = held?.uid === opened.uid ? held : opened
  const changed = await changeKeyring(vault, change, (write) => put(() => send(device, write)))
  if (changed === vault) return vault
  await ignoreNoStorage(
    changeFloors(device.store, changed, (floors) => raiseKeyringFloor(floors, changed.keyring.rev)).then(
      () => undefined,
    ),
    undefined,
  )
  device.journal.replace(changed)
  return changed
}

async function put(send: () => Promise<unknown>): Promise<KeyringAnswer> {
  try {
    await send()
    return { is: 'saved' }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'version-changed') throw error
    const read = putKeyring.answer.safeParse(error.details.current)
    if (!read.success) throw new VaultError('bad-keyring', { cause: read.error })
    return { is: 'stale', keyring: read.data.keyring }
  }
}
