// Moves inside the app by its own links, as real clicks: that takes a browser a third of the time of a full page load.
import { expect, type Page } from '@playwright/test'

/**
 * Goes to a page by a visible link: in the rail, in the bar at the bottom, or on the page. Without a link, or if the page is open already,
 * it loads the address.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.waitForLoadState('domcontentloaded')
  const link = page.locator(`a[href="${path}"]`).filter({ visible: true }).first()
  if (new URL(page.url()).pathname === path || (await link.count()) === 0) return void (await page.goto(path))
  await link.click()
  await page.waitForURL(`**${path}`)
}

/** Follows one of Today's quiet lines, which may be folded under "For later". */
export async function followLine(page: Page, name: RegExp): Promise<void> {
  const line = page.getByRole('region', { name: 'When you have a moment' })
  await expect(line).toBeVisible()
  const later = line.getByText(/^For later:/)
  if (!(await line.getByRole('link', { name }).isVisible())) await later.click()
  await line.getByRole('link', { name }).click()
}
