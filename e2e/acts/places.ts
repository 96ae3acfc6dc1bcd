// Going about in the app by its own links, as real clicks: a move inside it costs a browser a third of what a whole page does.
import type { Page } from '@playwright/test'

/**
 * Goes to another page of the app by a link to it that stands before the person: in the rail, in the bar at the bottom, or on the page.
 * By address where none does, as on a first arrival, and where the page stands already, which is then loaded anew.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.waitForLoadState('domcontentloaded')
  const link = page.locator(`a[href="${path}"]`).filter({ visible: true }).first()
  if (new URL(page.url()).pathname === path || (await link.count()) === 0) return void (await page.goto(path))
  await link.click()
  await page.waitForURL(`**${path}`)
}
