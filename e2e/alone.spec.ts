// Every page of a person who has no partner; what their own pages show by day; and the private layer of Lately, also of one who is paired.
import type { Page } from '@playwright/test'
import { contracts } from '../lib/openapi/contracts.ts'
import { builtPages } from '../lib/testing/built-pages.ts'
import { differing, viewOf } from '../lib/testing/partner-view.ts'
import { newCouple, newPerson, type TestPerson } from '../lib/testing/people.ts'
import type { KnownIds } from '../lib/testing/two-with-everything.ts'
import { write } from '../lib/testing/two-with-everything.ts'
import type { IntimacyType } from '../lib/intimacy/intimacy-type.ts'
import { addDays, parseDay } from '../lib/time/day.ts'
import { takeDevice } from './acts/devices'
import { goTo } from './acts/places'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-11-24T08:00:00.000Z', locale: 'en-GB', timezoneId: 'Europe/Lisbon' })
const today = parseDay('2026-11-24')

/** What shows that a page is complete: an open journal, or what the page is for. */
const places: readonly (readonly [path: string, ready: (page: Page) => ReturnType<Page['getByText']>])[] = [
  ['/today', (page) => page.getByText('Not yet recoverable')],
  ['/journal', (page) => page.getByText('Your pages will appear here')],
  ['/lately', (page) => page.getByText('It fills with the types that you give your pages.')],
  ['/week', (page) => page.getByRole('link', { name: 'Write about today' })],
  ['/week/2026-W30', (page) => page.getByText('Nothing is written on these days.')],
  ['/months', (page) => page.getByText('Once a month the two of you can look back together')],
  ['/rituals', (page) => page.getByText('A ritual is something two people do together')],
  ['/settings', (page) => page.getByRole('button', { name: 'Lock now' })],
  ['/settings/spare-page', (page) => page.getByRole('region', { name: 'Fivefold: spare page' })],
  ['/check-in/2026-W48', (page) => page.getByText('Once a week each of you says how close it feels')],
  ['/moments/new', (page) => page.getByRole('heading', { name: 'Moments are for two' })],
]

test('every page of a person who is alone passes the checks, and the invitation is on Today', async ({ app, page }) => {
  await takeDevice(page, await newPerson(app, { name: 'Ada', locale: 'en-GB' }))
  for (const [path, ready] of places) {
    await goTo(page, path)
    await expect(ready(page).first()).toBeVisible()
    const invites = page.getByRole('main').getByRole('link', { name: /^Invite/ })
    if (path === '/today') await expect(invites).toHaveAttribute('href', '/pair')
    else if (!path.startsWith('/settings')) await expect(invites, path).toHaveCount(0)
    await checkPage(page, `${path}, alone`)
  }
})

const writePage = (person: TestPerson, daysAgo: number, text: string, ...types: IntimacyType[]) =>
  write(person, { day: addDays(today, -daysAgo), types, writing: { kind: 'reflection', text } })

async function writeSome(person: TestPerson): Promise<void> {
  await writePage(person, 45, 'The first page of all.', 'physical')
  await writePage(person, 10, 'The lamp in the kitchen.', 'emotional', 'spiritual')
  await writePage(person, 1, 'A long call with my sister.', 'emotional')
  await writePage(person, 1, 'Later that evening.', 'emotional')
  await writePage(person, 0, 'Frost on the roofs.', 'spiritual')
}

/** The requests that a page makes from now on, without those of its code. */
function askedBy(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.add(`${request.method()} ${pathname}${search}`)
  })
  return asked
}

test('one who is alone has their own pages on Today, by day in each week, and by type on Lately', async ({
  app,
  page,
  allow,
}) => {
  allow({ offline: true })
  const ada = await newPerson(app, { name: 'Ada', locale: 'en-GB' })
  await writeSome(ada)
  await takeDevice(page, ada)
  const asked = askedBy(page)

  await page.goto('/today')
  const newest = page.getByRole('region', { name: 'Your pages' })
  // pages that were added at one instant are in the order of their ids
  await expect(newest.getByRole('listitem')).toHaveText([/^24\s*Tue.*Frost/s, /^23\s*Mon/, /^23\s*Mon/])
  for (const text of ['A long call with my sister.', 'Later that evening.']) await expect(newest).toContainText(text)
  await expect(newest).toContainText('Only you can read them.')
  await checkPage(page, 'Today with own pages')

  await goTo(page, '/week')
  await expect(page.getByText('Planning a week takes two.')).toBeVisible()
  const days = page.getByRole('main').getByRole('listitem')
  for (const text of ['A long call with my sister.', 'Later that evening.'])
    await expect(days.filter({ hasText: 'Mon' })).toContainText(text)
  await expect(days.filter({ hasText: 'Tue' })).toHaveText(/Frost.*Write about today/s)
  await expect(page.getByRole('link', { name: 'The week after' })).toHaveCount(0)
  await checkPage(page, 'Week with own pages')
  for (const week of ['2026-W47', '2026-W46']) {
    await page.getByRole('link', { name: 'The week before' }).click()
    await expect(page).toHaveURL(`/week/${week}`)
  }
  await expect(days.filter({ hasText: 'Sat' })).toContainText('The lamp in the kitchen.')

  await goTo(page, '/lately')
  await expect(page.getByText('Lately your pages were about the emotional and the spiritual.')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Emotional, weeks of/ })).toHaveAccessibleName(/0, 0, 0, 0, 0, 1, 0, 1\./)
  await expect(page.getByRole('img', { name: /^Physical, weeks of/ })).toHaveAccessibleName(/1, 0, 0, 0, 0, 0, 0, 0\./)
  await page.getByText('Show the weeks in numbers').click()
  await checkPage(page, 'Lately with own pages')
  for (const request of asked) expect(request).toMatch(/^GET \/api\/(entries\?limit=30|me\b|vault\b|csrf\b|session)/)

  // without a network: what was opened here, and that it may not be all
  await page.waitForTimeout(1500) // the index is written a second after pages were opened
  await page.route('**/api/entries?*', (route) => route.abort())
  await page.goto('/lately')
  await expect(page.getByText('These are the pages that were opened on this device.')).toBeVisible()
  await expect(page.getByRole('img', { name: /^Physical, weeks of/ })).toHaveAccessibleName(/1, 0, 0, 0, 0, 0, 0, 0\./)
})

test('where the journal is shut, Week and Lately of one who is alone ask for the phrase', async ({ app, page }) => {
  const ada = await newPerson(app, { onlyMe: false })
  await writeSome(ada)
  await takeDevice(page, ada)
  for (const path of ['/week', '/lately']) {
    await page.goto(path)
    await expect(page.getByLabel('Your phrase'), path).toBeVisible()
    await expect(page.getByText('Frost on the roofs.'), path).toHaveCount(0)
  }
  await page.getByLabel('Your phrase').fill(ada.phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('Lately your pages were about the emotional and the spiritual.')).toBeVisible()
})

test('the private layer is off until one opens it, and the partner gets the same bytes with it on or off', async ({
  app,
  page,
}) => {
  const { a, b } = await newCouple(app)
  await writeSome(a)
  await takeDevice(page, a)
  await page.goto('/lately')
  const layer = page.getByText('Lately your pages were about the emotional and the spiritual.')
  const open = page.getByText('Only for you: what your own pages are about')
  await expect(open).toBeVisible()
  await settled(page)
  await expect(layer).toHaveCount(0)

  const paths = [...contracts.filter(({ method, open: isOpen }) => method === 'GET' && !isOpen), ...builtPages].map(
    (each) => (typeof each === 'string' ? each : each.path),
  )
  const view = () =>
    viewOf(
      b,
      {} as KnownIds,
      paths.filter((path) => !/[{[]/.test(path)),
    )
  const before = await view()
  const asked = askedBy(page)
  await open.click()
  await expect(layer).toBeVisible()
  await expect(page.getByText('Only you can see this.')).toBeVisible()
  // what opening the journal asks for, and the newest part of its list
  expect([...asked]).toEqual(['GET /api/me/vault', 'GET /api/entries?limit=30'])
  expect(differing(before, await view())).toEqual([])
  await checkPage(page, 'Lately with the private layer')

  await page.reload()
  await expect(layer).toBeVisible()
  await open.click()
  await expect(layer).toHaveCount(0)
  expect(differing(before, await view())).toEqual([])
  await page.reload()
  await settled(page)
  await expect(layer).toHaveCount(0)
})
