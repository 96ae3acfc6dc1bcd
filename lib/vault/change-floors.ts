import { noFloors, openFloors, raiseKeyringFloor, sealFloors, type Floors } from './floors'
import type { OpenedVault, SeenFloors } from './opening'
import type { DeviceStore } from './store'
import type { Vault } from './vault'

/**
 * Changes the floors that this device stores, and returns the new ones. `change` is one of the functions of floors.ts;
 * it runs again when another tab wrote in between. Throws `bad-floors` and what the store throws.
 */
export async function changeFloors(
  store: DeviceStore,
  vault: Vault,
  change: (floors: Floors) => Floors,
): Promise<Floors> {
  for (;;) {
    const stored = await store.floors(vault.uid)
    const floors = stored === null ? noFloors : await openFloors(vault, stored)
    const changed = change(floors)
    if (changed === floors) return floors
    if (await store.keepFloors(vault.uid, await sealFloors(vault, changed), stored)) return changed
  }
}

/** Stores the floors of a journal that was just opened, in place of the ones that it was opened with. */
export async function keepOpenedFloors(
  store: DeviceStore,
  { vault, floors }: OpenedVault,
  { floors: before }: SeenFloors,
): Promise<Floors> {
  const isStored = await store.keepFloors(vault.uid, await sealFloors(vault, floors), before)
  return isStored ? floors : changeFloors(store, vault, (newer) => raiseKeyringFloor(newer, vault.keyring.rev))
}
