// Every page of a person who has no partner and has written nothing yet.
import type { Page } from '@playwright/test'
import { newPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { goTo } from './acts/places'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-11-24T08:00:00.000Z', locale: 'en-GB', timezoneId: 'Europe/Lisbon' })

/** What shows that a page is complete: an open journal, or the invitation where a couple would be. */
const places: readonly (readonly [path: string, ready: (page: Page) => ReturnType<Page['getByText']>])[] = [
  ['/today', (page) => page.getByText('Not yet recoverable')],
  ['/journal', (page) => page.getByText('Your pages will appear here')],
  ['/lately', (page) => page.getByRole('main').getByRole('link', { name: 'Invite your partner' })],
  ['/week', (page) => page.getByText('Planning a week takes two.')],
  ['/rituals', (page) => page.getByRole('main').getByRole('link', { name: 'Invite your partner' })],
  ['/settings', (page) => page.getByRole('button', { name: 'Lock now' })],
  ['/settings/spare-page', (page) => page.getByRole('region', { name: 'Fivefold: spare page' })],
  ['/check-in/2026-W48', (page) => page.getByRole('link', { name: 'Invite your partner' })],
  ['/moments/new', (page) => page.getByRole('link', { name: 'Invite your partner' })],
]

test('every page of a person who is alone passes the checks, and links to the invitation', async ({ app, page }) => {
  test.setTimeout(240_000)
  await takeDevice(page, await newPerson(app, { name: 'Ada', locale: 'en-GB' }))
  for (const [path, ready] of places) {
    await goTo(page, path)
    await expect(ready(page).first()).toBeVisible()
    for (const invite of await page.getByRole('link', { name: 'Invite your partner' }).all())
      await expect(invite).toHaveAttribute('href', '/pair')
    await checkPage(page, `${path}, alone`)
  }
})
