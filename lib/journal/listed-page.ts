import type { OwnPage } from './device'
import type { OpenedSharedPage } from './sharing'

/**
 * A page of the list. `waiting`: it is finished on this device, and the server does not have it yet; `tabOnly`: nor has
 * the device's store, only this tab.
 */
export type ListedPage =
  | (OwnPage & Readonly<{ audience: 'me'; waiting: boolean; tabOnly: boolean }>)
  | (OpenedSharedPage & Readonly<{ audience: 'both'; mine: boolean }>)
