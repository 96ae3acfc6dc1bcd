// Sharing a page, as real clicks.
import { expect, type Page } from '@playwright/test'
import { goTo } from './places'

/** Shares, from the journal, the page with `text`, waits ten seconds, up to the shared page. */
export async function sharePage(
  page: Page,
  { text, partner, wants, types }: { text: string; partner: string; wants: string; types: readonly string[] },
): Promise<void> {
  await openShare(page, { text, partner })
  await page.getByRole('radio', { name: wants }).check()
  for (const type of types) await page.getByRole('checkbox', { name: type }).check()
  await page.getByRole('button', { name: `Share with ${partner}` }).click()
  await expect(page.getByText('Nothing has left this device yet.', { exact: true })).toBeVisible()
  await page.waitForURL('**/journal/shared/*')
}

/** Goes from the journal to the preview of what the partner would see. */
export async function openShare(page: Page, { text, partner }: { text: string; partner: string }): Promise<void> {
  await goTo(page, '/journal')
  const row = page.getByRole('link', { name: text }).first()
  const address = await row.getAttribute('href')
  await row.click()
  await page.waitForURL(`**${address}`) // until then the earlier page is still shown
  await page.getByRole('link', { name: `Share with ${partner}…` }).click()
  await expect(page.getByRole('heading', { name: `As ${partner} will see it` })).toBeVisible()
}
