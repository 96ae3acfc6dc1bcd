import { noFloors, openFloors, raisedKeyring, sealFloors, type Floors } from './floors'
import type { Opened, Seen } from './opening'
import type { DeviceStore } from './store'
import type { Vault } from './vault'

/**
 * Changes the floors that this device keeps and answers them as they then stand: `raised`, `raisedKeyring` or `accepted`
 * (floors.ts). `change` may run again when another tab wrote in between. Throws `bad-floors` and what the store throws.
 */
export async function changeFloors(
  store: DeviceStore,
  vault: Vault,
  change: (floors: Floors) => Floors,
): Promise<Floors> {
  for (;;) {
    const standing = await store.floors(vault.uid)
    const floors = standing === null ? noFloors : await openFloors(vault, standing)
    const changed = change(floors)
    if (changed === floors) return floors
    if (await store.keepFloors(vault.uid, await sealFloors(vault, changed), standing)) return changed
  }
}

/** Keeps what opening a journal found, in the place of the floors that it was opened with. */
export async function keepOpenedFloors(
  store: DeviceStore,
  { vault, floors }: Opened,
  { floors: instead }: Seen,
): Promise<Floors> {
  const kept = await store.keepFloors(vault.uid, await sealFloors(vault, floors), instead)
  return kept ? floors : changeFloors(store, vault, (newer) => raisedKeyring(newer, vault.keyring.rev))
}
