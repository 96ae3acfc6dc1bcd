// A week that two people plan together: live, at once, offline and full (e2e/stories/live-week.ts has when and where).
import type { Page } from '@playwright/test'
import { agreedRitual } from '../lib/testing/agreed-ritual.ts'
import { LONG_NAME, newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { takeDevice } from './acts/devices'
import { card, openPlan, text, undo } from './acts/plans'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'
import { apart, liveWeek, liveWeekTitle, locales, planners, weekBegins, zones } from './stories/live-week'

test.use({ moment: weekBegins })

test(liveWeekTitle, async ({ app, twoPeople }) => liveWeek({ app, twoPeople }))

test('when both change one plan, different fields merge, and the second person chooses between values of the same field', async ({
  app,
  twoPeople,
}) => {
  const { noor, elias } = await planners(app, twoPeople)
  for (const page of [noor, elias]) {
    await page.goto('/week/2026-W43')
    await openPlan(page, 'Soup, on a call', 'Thursday 22 October')
  }
  await noor.getByLabel('What exactly?').fill('Lentils')
  await noor.getByLabel('Where?').fill('My kitchen')
  await elias.getByLabel('Where?').fill('Your kitchen')
  await elias.getByLabel('At what time, in Lisbon?').fill('20:00')
  await expect(elias.getByText('15:00 for you')).toBeVisible()
  await noor.getByRole('button', { name: 'Save', exact: true }).click()
  // A field that Elias has not touched updates while he types in another.
  await expect(elias.getByLabel('What exactly?')).toHaveValue('Lentils')
  await expect(elias.getByLabel('Where?')).toHaveValue('Your kitchen')
  await expect(elias.getByRole('main').getByRole('alert')).toContainText(
    'Noor changed the place while you were writing. It is now “My kitchen”. Yours is “Your kitchen”.',
  )
  await elias.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(elias.getByText('Choose one of the two first.')).toBeVisible()
  await elias.getByRole('button', { name: 'Keep mine' }).click()
  await elias.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(noor, 'Soup, on a call')).toContainText('Your kitchen')
  await expect(card(noor, 'Soup, on a call')).toContainText('Lentils')
  await expect(card(noor, 'Soup, on a call')).toContainText('20:00')

  // a plan that is moved meanwhile stays, with what is typed, until its form is closed
  await openPlan(elias, 'Soup, on a call', 'Thursday 22 October')
  await elias.getByLabel('Where?').fill('Your kitchen, or the balcony')
  await openPlan(noor, 'Soup, on a call', 'Thursday 22 October')
  await noor.getByLabel('On which day?').fill('2026-10-23')
  await noor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(elias.getByLabel('On which day?')).toHaveValue('2026-10-23')
  await expect(elias.getByLabel('Where?')).toHaveValue('Your kitchen, or the balcony')
  await elias.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(noor, 'Soup, on a call')).toContainText('Your kitchen, or the balcony')
})

test('Undo and “Put it back” say what holds, also if the partner changed it again', async ({
  app,
  twoPeople,
  allow,
}) => {
  allow({ status: 412 })
  const { noor, elias } = await planners(app, twoPeople)
  for (const page of [noor, elias]) await page.goto('/week/2026-W43')
  const place = async (page: Page, where: string) => {
    await openPlan(page, 'Soup, on a call', 'Thursday 22 October')
    await page.getByLabel('Where?').fill(where)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    for (const shown of [noor, elias]) await expect(card(shown, 'Soup, on a call')).toContainText(where)
  }
  await place(noor, 'My kitchen')
  await place(elias, 'Your kitchen')
  await undo(noor, 'Saved:')
  await expect(noor.getByRole('status').filter({ hasText: 'not undone: Elias changed it' })).toBeVisible()
  await undo(elias, 'Saved:')
  await expect(elias.getByRole('status').filter({ hasText: /^Undone\.$/ })).toBeVisible()
  for (const page of [noor, elias]) await expect(card(page, 'Soup, on a call')).toContainText('My kitchen')
})

test('a date that is on another day for one of the two is under one day everywhere, and their time names theirs', async ({
  app,
  twoPeople,
}) => {
  const { noor } = await planners(app, twoPeople)
  await noor.goto('/week/2026-W44')
  expect(await text(card(noor, 'The same film'))).toContain('You Mon 00:30 Elias 19:30')
  await card(noor, 'The same film').getByRole('link', { name: 'The same film' }).click()
  const later = noor.getByRole('region', { name: 'The next dates' }).getByRole('listitem').nth(1)
  expect(await text(later)).toContain('Sunday 1 November You Mon 00:30 Elias 19:30')
  await expect(noor.getByRole('main').getByRole('link', { name: 'Plan Sunday 25 October' })).toBeVisible()
})

test('a change by the partner before the first poll is marked as theirs', async ({ app, twoPeople }) => {
  const { noor, elias } = await planners(app, twoPeople)
  let answer = (): void => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  await noor.route('**/api/weeks/*', async (route) => {
    await held
    await route.continue()
  })
  const asked = noor.waitForRequest('**/api/weeks/*')
  await noor.goto('/week/2026-W43')
  await asked
  await elias.goto('/week/2026-W43')
  await openPlan(elias, 'Soup, on a call', 'Thursday 22 October')
  await elias.getByLabel('Where?').fill('Your kitchen')
  await elias.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(elias, 'Soup, on a call')).toContainText('Your kitchen')
  await expect(card(noor, 'Soup, on a call')).not.toContainText('Your kitchen')
  answer()
  await expect(card(noor, 'Soup, on a call').getByRole('status')).toContainText('Elias changed the place.')
})

test('the week recovers after the network was cut, and shows the saved plans', async ({ app, twoPeople, allow }) => {
  allow({ offline: true })
  const { noor, elias } = await planners(app, twoPeople)
  const polled = noor.waitForResponse((answer) => answer.url().includes('/api/weeks/'))
  await noor.goto('/week/2026-W43')
  await elias.goto('/week/2026-W43')
  await expect(noor.getByRole('button', { name: 'We’re set' })).toBeEnabled()
  await polled // the code that changes the week has arrived
  await noor.context().setOffline(true)
  await expect(noor.getByText('Fivefold can’t be reached right now. What you see may have changed.')).toBeVisible()
  await noor.getByRole('button', { name: 'Skip it: Soup, on a call, Thursday 22 October' }).click()
  await expect(noor.getByRole('status').filter({ hasText: 'Nothing is lost: try again.' })).toBeVisible()
  await elias.getByRole('button', { name: 'Skip it: Soup, on a call, Thursday 22 October' }).click()
  await expect(elias.getByText('Soup, on a call: not this time')).toBeVisible()
  await noor.context().setOffline(false)
  await expect(noor.getByText('Soup, on a call: not this time')).toBeVisible()
  await expect(noor.getByText('What you see may have changed.')).toHaveCount(0)
})

test('the week fills while it is open, and passes the checks then', async ({ app, twoPeople }) => {
  const couple = await newCouple(app, { ...apart, a: { ...apart.a, name: LONG_NAME } })
  const { page } = (await twoPeople({ zones, locales })).b
  await takeDevice(page, couple.b)
  await page.goto('/week')
  await expect(page.getByRole('heading', { name: 'Nothing planned' })).toBeVisible()
  await agreedRitual(couple, {
    startsOn: parseDay('2026-10-19'),
    title: 'Eine Wanderung ohne Telefone, bei jedem Wetter, und danach Tee 🫖 أهلا',
  })
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('button', { name: /^Plan .*Eine/ }).click()
  await checkPage(page, 'full')
})

test('a past day is one line that opens, once it has nothing to answer', async ({ app, twoPeople }) => {
  const { noor, elias, setMoment } = await planners(app, twoPeople)
  await setMoment('2026-10-24T12:00:00.000Z')
  await noor.goto('/week')
  await expect(noor.getByRole('heading', { name: 'Two plans' })).toBeVisible()
  const soup = card(noor, 'Soup, on a call')
  await soup.getByRole('button', { name: /^I took part/ }).click()
  await expect(soup.getByText('You took part')).toBeVisible() // it stays where it was answered
  await settled(noor) // it is shown before it is saved
  await noor.reload()
  await expect(soup).toBeHidden()
  const past = noor.getByText('Mon 19 to Fri 23')
  await past.focus()
  await noor.keyboard.press('Enter')
  await expect(soup.getByText('You took part')).toBeVisible()
  await checkPage(noor, 'past days open')
  await elias.goto('/week') // his own mark is still to be made
  await expect(card(elias, 'Soup, on a call')).toBeVisible()
})
