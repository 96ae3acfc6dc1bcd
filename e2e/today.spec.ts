// What the other did, on Today: first, until it was opened in this browser.
import type { Page } from '@playwright/test'
import { sealReply, sendReply } from '../lib/journal/sharing.ts'
import { proposedRitual } from '../lib/testing/agreed-ritual.ts'
import { newCouple, type Couple, type TestPerson } from '../lib/testing/people.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { takeDevice } from './acts/devices'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const share = ({ id: coupleId }: Couple, person: TestPerson, text: string) =>
  shareText(person, { coupleId, text, types: ['emotional'] })

/** How far the page moved by itself: the sum of its layout shifts, and what moved in each. */
type Moved = { sum: number; what: string[] }

/** Adds up how far things move without a tap, from the first paint on. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    type Shift = PerformanceEntry & {
      value: number
      hadRecentInput: boolean
      sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    const seen: Moved = { sum: 0, what: [] }
    Object.assign(window, { moved: seen })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue
        seen.sum += value
        const where = ({ y, height }: DOMRect) => `${Math.round(y)}+${Math.round(height)}`
        for (const { node, previousRect, currentRect } of sources)
          seen.what.push(`${node?.outerHTML?.slice(0, 120)}: ${where(previousRect)} to ${where(currentRect)}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })

const expectStill = async (page: Page): Promise<void> => {
  const { sum, what } = await page.evaluate(() => (window as unknown as { moved: Moved }).moved)
  expect(sum, what.join('\n')).toBeLessThanOrEqual(0.02)
}

// another zone than the account's, so that Today asks which days it should go by, and nothing moves for that either
test.use({ timezoneId: 'America/Los_Angeles' })

test('what the other did leads Today, newest first, and goes once it was opened in this browser', async ({
  app,
  page,
  moment,
}) => {
  const couple = await newCouple(app)
  const { a, b } = couple
  const mine = await share(couple, a, 'The walk by the river.')
  await proposedRitual(couple, 'b', { title: 'Soup on Sundays' })
  await app.at(new Date(Date.parse(moment) + 60_000).toISOString())
  await share(couple, b, 'The flat is too quiet.')
  await app.at(new Date(Date.parse(moment) + 120_000).toISOString())
  const reply = { id: crypto.randomUUID(), text: 'I hear you.' }
  await sendReply(b.device, b.vault(), couple.id, await sealReply(b.device, b.vault(), mine, reply))
  await watchShifts(page)
  await takeDevice(page, a)
  const requests: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/shared') || pathname.startsWith('/api/replies')) requests.push(pathname + search)
  })
  const did = page.locator('#did')
  const visit = async () => {
    await page.goto('about:blank') // the page before may still ask
    requests.length = 0
    await page.goto('/today')
    await settled(page)
    return [...requests].sort()
  }

  const before = await visit()
  await expect(did.getByRole('heading', { name: 'Elias replied to The walk by the river.' })).toBeVisible()
  await expect(did.getByText('I hear you.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where you are' })).toContainText('You seem to be in Los Angeles')
  await expect(did.getByRole('listitem')).toHaveText([
    'Elias shared a page The flat is too quiet.',
    'Elias proposes: Soup on Sundays',
  ])
  await expectStill(page)
  await checkPage(page, 'today, with what the other did')

  await did.getByRole('link', { name: 'Elias replied to' }).click()
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText('I hear you.')
  await page.goBack()
  await expect(did.getByRole('heading', { name: 'Elias shared a page' })).toBeVisible()
  await expect(did.getByText('The flat is too quiet.')).toBeVisible()
  await did.getByRole('link', { name: 'Elias proposes: Soup on Sundays' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Soup on Sundays' })).toBeVisible()
  await page.goBack()
  await expect(did.getByRole('heading', { name: 'Elias shared a page' })).toBeVisible()
  await expect(did.getByRole('listitem')).toHaveText(['Elias proposes: Soup on Sundays'])
  await did.getByRole('link', { name: 'Elias shared a page' }).click()
  await expect(page.getByRole('article')).toContainText('The flat is too quiet.')

  // what was read changes no request, and what waits for an answer leads the page without moving it
  expect(await visit()).toEqual(before)
  await expect(did.getByRole('heading', { name: 'Elias proposes: Soup on Sundays' })).toBeVisible()
  await expect(did.getByRole('listitem')).toHaveCount(0)
  await expectStill(page)
})

test('where the words can’t come, the card says why, and nothing waits for them', async ({ app, page, allow }) => {
  allow({ offline: true })
  const couple = await newCouple(app)
  await share(couple, couple.b, 'The flat is too quiet.')
  await takeDevice(page, couple.a)
  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/today')
  const did = page.locator('#did')
  await expect(did.getByRole('heading', { name: 'Something from Elias' })).toBeVisible()
  await expect(did.getByText('Fivefold can’t be reached right now.')).toBeVisible()
  for (const place of await did.locator('.place-of-words').all()) await expect(place).toBeHidden()
  await page.unroute('**/api/**')
  await did.getByRole('button', { name: 'Try again' }).click()
  await expect(did.getByText('The flat is too quiet.')).toBeVisible()
  await expect(did.getByText('Read it')).toBeVisible()
})
