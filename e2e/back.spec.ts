// "Back" leads where one came from, and otherwise to the page above.
import type { Page } from '@playwright/test'
import { sendAgreement } from '../lib/rituals/device.ts'
import { proposedRitual } from '../lib/testing/agreed-ritual.ts'
import { newCouple } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { settled } from './acts/settled'
import { holdBack } from './acts/slow'
import { expect, test } from './fixtures'

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const back = (page: Page, name: string) => page.locator('.top-bar').getByRole('link', { name, exact: true })

test('the months are one tap from Week and Lately, and lead back to either', async ({ app, page }) => {
  const couple = await newCouple(app)
  await takeDevice(page, couple.a)
  const bar = page.getByRole('navigation', { name: 'Main' })

  await test.step('opened by its address, it leads to the page above', async () => {
    await page.goto('/months')
    await heading(page, 'How close it felt, month by month')
    await expect(back(page, 'Lately')).toHaveAttribute('href', '/lately')
  })

  await test.step('from the week', async () => {
    await page.goto('/week')
    await page.getByRole('link', { name: 'Months', exact: true }).click()
    await heading(page, 'How close it felt, month by month')
    await back(page, 'Week').click()
    await heading(page, 'Nothing planned')
  })

  await test.step('from Lately', async () => {
    await bar.getByRole('link', { name: 'Lately' }).click()
    await expect(page).toHaveURL(/\/lately$/)
    await page.getByRole('link', { name: 'Months', exact: true }).click()
    await heading(page, 'How close it felt, month by month')
    await back(page, 'Lately').click()
    await expect(page).toHaveURL(/\/lately$/)
  })

  await test.step('from a page that anybody may read', async () => {
    await page.getByRole('link', { name: 'About', exact: true }).click()
    await heading(page, 'Five kinds of closeness')
    await back(page, 'Lately').click()
    await expect(page).toHaveURL(/\/lately$/)
  })

  await test.step('what changed meanwhile is never shown as it was', async () => {
    const ritual = await proposedRitual(couple, 'a', { title: 'Soup on Sundays' })
    await page.goto('/rituals')
    await page.getByRole('link', { name: 'Soup on Sundays' }).click()
    await heading(page, 'Soup on Sundays')
    await sendAgreement(couple.b.device, ritual, null)
    const stale = page.getByRole('region', { name: 'Proposed' })
    const release = await holdBack(page, 'GET', '**/rituals?*')
    await back(page, 'Rituals').click()
    await expect(page).toHaveURL(/\/rituals$/)
    // the page of before is in its place, and not to be seen
    await expect(stale).toHaveCount(1)
    await expect(page.getByRole('main')).toHaveCSS('opacity', '0')
    release()
    await heading(page, 'What the two of you keep')
    await expect(page.getByRole('main')).toHaveCSS('opacity', '1')
    await expect(stale).toHaveCount(0)
  })

  await test.step('a form is no place to go back to', async () => {
    await page.goto('/rituals')
    await page.getByRole('link', { name: 'Propose a ritual' }).first().click()
    await expect(page).toHaveURL(/\/rituals\/new$/)
    await back(page, 'Rituals').click()
    await expect(page).toHaveURL(/\/rituals$/)
  })
})

test('a link that can’t be reached leaves the page as it is, and works once the network is back', async ({
  app,
  page,
  allow,
}) => {
  allow({ offline: true })
  allow({ status: 502 })
  const { a } = await newCouple(app)
  await takeDevice(page, a)
  await page.goto('/today')
  await settled(page)
  const bar = page.getByRole('navigation', { name: 'Main' })
  const sentence = page.getByRole('status').filter({ hasText: 'What is on this page stays.' })

  await page.context().setOffline(true)
  for (const place of ['Week', 'Lately']) {
    await bar.getByRole('link', { name: place }).click()
    await expect(sentence).toBeAttached()
    await expect(page).toHaveURL(/\/today$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Good /)
  }
  await expect(page.getByText('The page is loading.')).toHaveCount(0)
  await page.context().setOffline(false)
  await bar.getByRole('link', { name: 'Week' }).click()
  await heading(page, 'Nothing planned')

  // the server is away, behind a proxy that answers
  await page.route('**/journal?*', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }))
  await bar.getByRole('link', { name: 'Journal' }).click()
  await expect(sentence).toBeAttached()
  await heading(page, 'Nothing planned')
  await page.unroute('**/journal?*')
  await bar.getByRole('link', { name: 'Journal' }).click()
  await expect(page).toHaveURL(/\/journal$/)
})
