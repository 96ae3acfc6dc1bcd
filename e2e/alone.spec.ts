// Every place as somebody sees it who writes alone, and has written nothing yet.
import type { Page } from '@playwright/test'
import { newPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { goTo } from './acts/places'
import { expect, test } from './fixtures'
import { inOrder } from './order'

test.use({ moment: '2026-11-24T08:00:00.000Z', locale: 'en-GB', timezoneId: 'Europe/Lisbon' })

/** What stands there once the page is whole: an open journal, or where the two of a couple would be the way to becoming one. */
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

test('every place is in order for somebody who is alone, and leads to inviting the other', async ({ app, page }) => {
  test.setTimeout(240_000)
  await takeDevice(page, await newPerson(app, { name: 'Ada', locale: 'en-GB' }))
  for (const [path, ready] of places) {
    await goTo(page, path)
    await expect(ready(page).first()).toBeVisible()
    for (const invite of await page.getByRole('link', { name: 'Invite your partner' }).all())
      await expect(invite).toHaveAttribute('href', '/pair')
    await inOrder(page, `${path}, alone`)
  }
})
