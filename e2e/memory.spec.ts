// A memory on Today: what one wrote a year ago, what the partner shared a month ago.
import type { Page, Request } from '@playwright/test'
import { finishPage, sendFinished } from '../lib/journal/outbox.ts'
import { emptyVoice, type Page as JournalPage } from '../lib/journal/page.ts'
import { takeBackPage } from '../lib/journal/sharing.ts'
import { pairedSince } from '../lib/testing/paired-since.ts'
import { newCouple, newPerson, type TestPerson } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { randomUuid } from '../lib/vault/primitives.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { takeDevice } from './acts/devices'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const today = '2027-03-03T18:00:00.000Z'
// a phone: beside a page, a wide screen opens the journal's list too
test.use({ moment: today, viewport: { width: 390, height: 844 } })

async function write({ device, vault }: TestPerson, page: JournalPage): Promise<void> {
  const id = randomUuid()
  await finishPage(device, vault(), { id, base: 0, page, draft: { id, of: null, sealed: null } })
  expect((await sendFinished(device, vault())).failure).toBeNull()
}

const yearAgo: JournalPage = {
  day: parseDay('2026-03-03'),
  types: ['emotional'],
  writing: { ...emptyVoice, voice: 'You always let him down.', answer: 'I was there on Sunday, and I stayed.' },
}

const memoryOf = (page: Page) => page.getByRole('region', { name: /ago today$/ })

/** Opens the journal's list, which notes its pages on this device. */
async function openJournal(page: Page, text: string): Promise<void> {
  await page.goto('/journal')
  await expect(page.getByText(text).first()).toBeVisible()
  await page.waitForTimeout(1500) // they are gathered for a second; nothing on the screen shows when they are noted
}

/** The paths that Today, with a memory, asks the server for, sorted. */
async function askedByToday(page: Page): Promise<string[]> {
  const asked: string[] = []
  const note = (request: Request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}${search}`)
  }
  page.on('request', note)
  await page.goto('/today')
  await expect(memoryOf(page)).toBeVisible()
  await settled(page)
  page.off('request', note)
  return asked.sort()
}

test('an answer of a year ago and a page of a month ago come back, and what is put away or taken back does not', async ({
  app,
  page,
}) => {
  await app.at('2027-02-03T18:00:00.000Z')
  const couple = await newCouple(app)
  const { a: noor, b: elias } = couple
  await pairedSince(app, couple, parseDay('2026-01-01'))
  const herons = { coupleId: couple.id, text: 'The herons were back.', types: ['experiential' as const] }
  const shared = await shareText(elias, herons)
  await write(noor, yearAgo)
  await app.at(today)
  await takeDevice(page, noor)

  await page.goto('/today')
  await expect(page.getByText('The herons were back.')).toHaveCount(1) // news, until it was read here
  await expect(memoryOf(page)).toHaveCount(0)
  await page.goto(`/journal/shared/${shared.id}`)
  await expect(page.getByRole('article').getByText('The herons were back.')).toBeVisible()
  await page.goto('/today')
  await expect(memoryOf(page)).toContainText('The herons were back.')
  const before = await askedByToday(page)
  await openJournal(page, 'I was there on Sunday, and I stayed.')
  expect(await askedByToday(page)).toEqual(before) // what this device knows changes no request
  const memory = memoryOf(page)
  await expect(memory).toContainText('I was there on Sunday, and I stayed.')
  await expect(memory.getByRole('heading')).toHaveText('A year ago today')
  await expect(memory).toContainText('Only you')
  await expect(page.getByText('You always let him down.')).toHaveCount(0)
  await checkPage(page)

  await memory.getByRole('button', { name: 'Not this one' }).click()
  await expect(memory).toContainText('The herons were back.')
  await expect(memory).toContainText('Elias shared it with you')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(memory).toContainText('I was there on Sunday')
  await memory.getByRole('button', { name: 'Not this one' }).click()
  await page.reload()
  await expect(memory).toContainText('The herons were back.')
  await memory.getByRole('link', { name: 'Read the page' }).click()
  await expect(page).toHaveURL(`/journal/shared/${shared.id}`)
  await expect(page.getByText('The herons were back.').first()).toBeVisible()
  await expect(page.getByText('Wednesday, February 3, 6:00 PM', { exact: true })).toBeVisible()

  await takeBackPage(elias.device, elias.vault(), shared)
  await page.goto('/today')
  await settled(page)
  await expect(memory).toHaveCount(0)
})

test('a person who is alone has memories too', async ({ app, page }) => {
  await app.at('2027-02-03T18:00:00.000Z')
  const noor = await newPerson(app)
  await write(noor, { ...yearAgo, writing: { kind: 'reflection', text: 'The flat is too quiet.' } })
  await app.at(today)
  await takeDevice(page, noor)
  await openJournal(page, 'The flat is too quiet.')
  await page.goto('/today')
  await expect(memoryOf(page)).toContainText('The flat is too quiet.')
  await memoryOf(page).getByRole('link', { name: 'Read the page' }).click()
  // written on another day: the time at which it was added says nothing
  await expect(page.getByRole('heading', { name: 'Tuesday, March 3, 2026', exact: true })).toBeVisible()
})
