import { dayIn, type Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'
import type { OwnPage } from './device'
import type { OpenedSharedPage } from './sharing'

/**
 * A page of the list. `waiting`: it is finished on this device, and the server does not have it yet; `tabOnly`: nor has
 * the device's store, only this tab.
 */
export type ListedPage =
  | (OwnPage & Readonly<{ audience: 'me'; waiting: boolean; tabOnly: boolean }>)
  | (OpenedSharedPage & Readonly<{ audience: 'both'; mine: boolean }>)

/**
 * The day under which a page is listed, in the viewer's zone: the day it was written, or, for a shared page, the day it
 * was shared.
 */
export function dayOfPage(page: ListedPage, zone: Zone): Day {
  if (page.audience === 'both') return page.day
  return page.opened.is === 'text' ? page.opened.text.day : dayIn(new Date(page.addedAt), zone)
}

/** Sorts pages by their days, the newest first. Pages of one day keep their order. */
export function sortByDay<Listed extends ListedPage>(pages: readonly Listed[], zone: Zone): Listed[] {
  const dated = pages.map((page) => ({ page, day: dayOfPage(page, zone) }))
  return dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(({ page }) => page)
}
