import type { Page } from '@playwright/test'
import { HOLD_MS } from '@/components/journal/use-hold.ts'
import { withConnection } from '../lib/db/connection.ts'
import { finishPage, sendFinished } from '../lib/journal/outbox.ts'
import { emptyVoice, type Page as JournalPage } from '../lib/journal/page.ts'
import { leaveCouple } from '../lib/couples/device.ts'
import { sharePage } from '../lib/journal/share-page.ts'
import { sealReply, sealShare, sendReply, sendShare, fetchSharedPage, takeBackPage } from '../lib/journal/sharing.ts'
import { LIMITS } from '../lib/limits.ts'
import { LONG_NAME, newCouple, newPerson, type Couple, type TestPerson } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { randomUuid } from '../lib/vault/primitives.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { draftsKept, takeDevice } from './acts/devices'
import { goTo } from './acts/places'
import { settled } from './acts/settled'
import { holdBack } from './acts/slow'
import { sparePageOffer, surface, writePage } from './acts/writing'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const day = parseDay('2027-03-03')

/** The status for screen readers; sighted people see it beside the buttons. */
const savedHere = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved on this device, \d/ })

async function write({ device, vault }: TestPerson, page: JournalPage): Promise<string> {
  const id = randomUuid()
  await finishPage(device, vault(), { id, base: 0, page, draft: { id, of: null, sealed: null } })
  expect((await sendFinished(device, vault())).failure).toBeNull()
  return id
}

const voicePage: JournalPage = {
  day,
  types: ['emotional'],
  writing: {
    ...emptyVoice,
    voice: 'You always let him down.',
    answer: 'I was there on Sunday, and I stayed.',
    step: 'Say it in the first minute.',
    before: 80,
    after: 30,
  },
}

const shareReflection = async ({ id: coupleId, a }: Couple, text: string) =>
  (await shareText(a, { coupleId, text, wants: 'comfort', types: ['emotional'] })).id

test('a draft survives a reload, and a page finished offline is sent when the network is back', async ({
  app,
  context,
  page,
  allow,
}) => {
  allow({ offline: true })
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await page.exposeFunction('noteAsked', () => {
    asked += 1
  })
  await page.addInitScript(() => {
    navigator.storage.persist = async () => {
      await (window as unknown as { noteAsked: () => Promise<void> }).noteAsked()
      return false
    }
  })
  let asked = 0
  await page.goto('/write')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(surface(page)).toBeFocused()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Write at least a word first.')
  await surface(page).fill('The flat is too quiet.')
  await expect(savedHere(page)).toBeAttached()
  await expect.poll(() => asked).toBe(1)
  await page.reload()
  await expect(surface(page)).toHaveValue('The flat is too quiet.')
  await context.setOffline(true)
  await surface(page).pressSequentially(' So am I.')
  await expect(savedHere(page)).toBeAttached()
  expect(asked).toBe(1) // that the browser keeps it is asked for once
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: /^It is saved on this device/ })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: 'It is in your journal' })).toBeVisible()
  await page.goto('/journal')
  await expect(page.getByRole('link', { name: /The flat is too quiet\. So am I\./ })).toBeVisible()
  await expect(page.getByText(/not sent yet/)).toHaveCount(0)
})

test('a draft of another day says from the start that it is saved, and on which day', async ({
  app,
  page,
  context,
}) => {
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await page.goto('/write')
  await surface(page).fill('The flat is too quiet.')
  await expect(savedHere(page)).toBeAttached()
  await page.reload()
  await expect(savedHere(page)).toBeAttached()
  await app.at('2027-03-05T18:00:00.000Z')
  await context.clock.setFixedTime('2027-03-05T18:00:00.000Z')
  await page.reload()
  await expect(surface(page)).toHaveValue('The flat is too quiet.')
  await expect(page.getByRole('status').filter({ hasText: /^Saved on this device, Wed, Mar 3$/ })).toBeAttached()
})

test('a page that the server has no room for is said to wait for room, not for the network', async ({
  app,
  page,
  allow,
}) => {
  allow({ status: 422 })
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await withConnection(app.ownerUrl, (owner) =>
    owner.query('insert into sealed_use (owner_id, shard, bytes) values ($1, 99, $2)', [noor.id, LIMITS.sealedBytes]),
  )
  await page.goto('/write')
  await surface(page).fill('The flat is too quiet.')
  await page.getByRole('button', { name: 'Done' }).click()
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { name: 'It is saved on this device, and not sent yet.' })).toBeFocused()
  await expect(main).toContainText('Your journal is full')
  await expect(main).not.toContainText('can be reached')
  await page.goto('/journal')
  await expect(main).toContainText('Your journal is full')
  await expect(main).toContainText('Saved on this device, and not sent yet.')
  await expect(main).not.toContainText('can be reached')
  await withConnection(app.ownerUrl, (owner) =>
    owner.query('delete from sealed_use where owner_id = $1 and shard = 99', [noor.id]),
  )
  await page.reload()
  await expect(page.getByText('Your journal is full')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /The flat is too quiet\./ })).toBeVisible()
  await expect(main).not.toContainText('not sent yet')
})

test('the short form of a voice is finished once it has an answer, and can be left before', async ({ app, page }) => {
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await page.goto('/write/voice')
  await page.getByText('Two steps').click()
  await page.getByLabel(/^Write it as “you”/).fill('I always let him down')
  await expect(page.getByText(/^Try “you” instead/)).toBeVisible()
  await page.getByLabel(/^Write it as “you”/).fill('You always let him down')
  await expect(page.getByText(/^Try “you” instead/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Next: answer it' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/^Answer it before you finish/)).toBeVisible()
  await expect(savedHere(page)).toBeAttached()
  await page.getByRole('link', { name: 'Leave and keep' }).click()
  await expect(page.getByRole('link', { name: /Answering the inner voice/ })).toBeVisible()
  await expect(page.getByText('let him down')).toHaveCount(0)
  // the way there goes on with it, and shows none of its words
  await goTo(page, '/write')
  await expect(page.getByRole('link', { name: 'Go on answering the inner voice' })).toBeVisible()
  await page.goto('/today')
  await page.getByRole('link', { name: 'Go on answering the inner voice' }).click()
  await expect(page.getByText('2 of 2')).toBeVisible()
  await page.getByLabel(/^What is true/).fill('I was there on Sunday, and I stayed.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeFocused()
  await expect(page.getByRole('article')).toContainText('I was there on Sunday, and I stayed.')
  await expect(page.getByText('let him down')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Leave and keep' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Go to the journal' }).click()
  const row = page.getByRole('link', { name: /I was there on Sunday, and I stayed\./ })
  await expect(row).toBeVisible()
  await expect(page.getByText('let him down').filter({ visible: true })).toHaveCount(0)
  await row.click()
  await page.getByRole('article').getByText('What it said').click()
  await expect(page.getByRole('article').getByText('You always let him down')).toBeVisible()
})

test('after Done a page is shown as it will be read, to share or to let its day count, which can be undone', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  const { device } = couple.a
  const fed = async () =>
    ((await (await device.fetch(`/api/moments?coupleId=${couple.id}`)).json()) as { rows: { types: string[] }[] }).rows
  await takeDevice(page, couple.a)
  await page.goto('/today')
  await writePage(page, 'The flat is too quiet.')
  await expect(page.getByRole('article')).toContainText('The flat is too quiet.')
  const ways = page.getByRole('region', { name: 'What you can do with it' })
  const count = ways.getByRole('button', { name: 'Let the day count' })
  await expect(ways.getByRole('link', { name: 'Share with Elias…' })).toBeVisible()
  await count.click() // without types it asks for them, in place
  await expect(ways.getByRole('group', { name: 'What did it feed?' })).toBeFocused()
  await count.click()
  await expect(ways.getByRole('group', { name: 'Choose at least one.' })).toBeFocused()
  expect(await fed()).toEqual([])
  await ways.getByRole('checkbox', { name: 'Intellectual' }).check()
  await checkPage(page, 'a page after Done')
  await count.click()
  await expect(ways.getByText('The day counts on Lately. The page stays with you.')).toBeVisible()
  await expect(count).toHaveCount(0)
  expect((await fed()).map(({ types }) => types)).toEqual([['intellectual']])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(count).toBeFocused()
  expect((await fed()).map(({ types }) => types)).toEqual([[]])
  await count.click()
  await expect(ways.getByText('The day counts on Lately. The page stays with you.')).toBeVisible()
  expect((await fed()).map(({ types }) => types)).toContainEqual(['intellectual'])

  // it is at its own address: back from sharing it is as it was left, and a reload shows it as any other page
  await expect(page).toHaveURL(/\/journal\/[0-9a-f-]+$/)
  await ways.getByRole('link', { name: 'Share with Elias…' }).click()
  await expect(page.getByRole('radio', { name: 'Just listen' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
  await expect(ways.getByText('The day counts on Lately. The page stays with you.')).toBeVisible()
  await expect(count).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('article').getByRole('link', { name: 'Edit' })).toBeVisible()
  await expect(page.getByRole('article')).toContainText('The flat is too quiet.')
  await expect(ways).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(/\/today$/) // where it was begun: the empty page is not in the history

  // a page that was edited is shown at its own address, with nothing asked
  await goTo(page, '/journal')
  await page.getByRole('link', { name: /The flat is too quiet\./ }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  await surface(page).fill('The flat is too quiet, without you.')
  await surface(page).press('Control+Enter')
  await page.waitForURL(/\/journal\/[0-9a-f-]+$/)
  await expect(page.getByRole('article')).toContainText('The flat is too quiet, without you.')
})

test('a page of another day is listed by that day, and its day is not offered to count once it is long past', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  await write(couple.a, { day, types: [], writing: { kind: 'reflection', text: 'Soup, too salty.' } })
  await takeDevice(page, couple.a)
  await page.goto('/write')
  await surface(page).fill('The harbour, in the cold.')
  await page.getByRole('button', { name: 'Change the day' }).click()
  await page.getByLabel('The day of this page').fill('2027-01-10')
  await page.getByRole('button', { name: 'Done' }).click()
  const ways = page.getByRole('region', { name: 'What you can do with it' })
  await expect(ways.getByRole('link', { name: 'Share with Elias…' })).toBeVisible()
  await expect(ways).not.toContainText('ount') // neither the button nor a sentence about it
  await page.getByRole('link', { name: 'Go to the journal' }).click()
  await expect(page.getByRole('link', { name: /The harbour/ })).toBeVisible()
  await expect(page.locator('main h2').filter({ hasText: '2027' })).toHaveText([/March/, /January/])
})

test('on a wide window the page and its row are in view, however long the list is', async ({ app, page }) => {
  const noor = await newPerson(app)
  const ids: string[] = []
  for (let n = 1; n <= 14; n += 1)
    ids.push(await write(noor, { day, types: [], writing: { kind: 'reflection', text: `Page ${n}.` } }))
  await takeDevice(page, noor)
  await page.setViewportSize({ width: 1280, height: 700 })
  await page.goto(`/journal/${ids[0]}`)
  const article = page.getByRole('article')
  const row = (n: number) => page.getByRole('link', { name: new RegExp(`Page ${n}\\.`) })
  await expect(row(1)).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('group', { name: 'Show' })).toHaveCount(0) // there is nobody to share with
  await expect(article).toContainText('Page 1.')
  await expect(article.getByText('Page 1.')).toBeInViewport()
  await row(2).click()
  await expect(article.getByText('Page 2.')).toBeInViewport()
  await page.setViewportSize({ width: 1024, height: 700 }) // one column: the page has the width
  await expect(row(2)).toBeHidden()
  expect((await article.boundingBox())?.width).toBeGreaterThan(600)
})

test('the five types of a page are five in a row, or three and two', async ({ app, page }) => {
  const noor = await newPerson(app)
  await takeDevice(page, noor)
  await page.goto('/write')
  const types = page.getByRole('group').filter({ has: page.getByRole('checkbox') })
  for (const [width, rows] of [
    [320, [3, 2]],
    [390, [5]],
    [1280, [5]],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await expect(types.locator('label')).toHaveCount(5)
    const tops = await types.locator('label').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    const inRows = [...new Set(tops)].map((top) => tops.filter((each) => each === top).length)
    expect([width, inRows]).toEqual([width, rows])
  }
})

test('sharing that is stopped within ten seconds sends nothing, and neither does leaving the page', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  const id = await write(couple.a, voicePage)
  await takeDevice(page, couple.a)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/shared-entries')) sent.push(request.url())
  })
  await page.goto(`/journal/${id}/share`)
  await expect(page.getByRole('article').getByText('I was there on Sunday, and I stayed.')).toBeVisible()
  await expect(page.getByRole('article').getByText('let him down')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('group').first()).toContainText('How much of it?')
  await page.getByRole('button', { name: 'Share with Elias' }).click()
  await expect(page.getByText('Choose what you would like from Elias.')).toBeVisible()
  await page.getByRole('radio', { name: 'Just listen' }).check()
  await page.getByRole('button', { name: 'Share with Elias' }).click()
  await expect(page.getByText(/^Sending to Elias in \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Share with Elias' })).toBeVisible()
  await page.getByRole('button', { name: 'Share with Elias' }).click()
  await expect(page.getByText(/^Sending to Elias in \d/)).toBeVisible()
  await page.goto('/journal')
  await expect(page.getByRole('link', { name: /I was there on Sunday/ })).toBeVisible()
  await expect(page.getByText('let him down').filter({ visible: true })).toHaveCount(0)
  expect(sent).toEqual([])
  const { rows } = (await (await couple.b.device.fetch('/api/shared-entries')).json()) as { rows: unknown[] }
  expect(rows).toEqual([])
})

test('the spare page is asked about in one place a day: before the first share, or as a line on Today', async ({
  app,
  page,
  context,
}) => {
  const couple = await newCouple(app)
  const id = await write(couple.a, voicePage)
  const line = page.locator('#lines').getByText(/your spare page/)
  await takeDevice(page, couple.a)
  await page.goto(`/journal/${id}/share`)
  await expect(sparePageOffer(page)).toBeVisible()
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'Which kinds of closeness feel fed?' })).toBeVisible()
  await expect(line).toHaveCount(0)
  await app.at('2027-03-04T18:00:00.000Z')
  await context.clock.setFixedTime('2027-03-04T18:00:00.000Z')
  await page.goto('/today')
  await expect(line.first()).toBeVisible()
  await page.goto(`/journal/${id}/share`)
  await expect(page.getByRole('radio', { name: 'Just listen' })).toBeVisible()
  await expect(sparePageOffer(page)).toHaveCount(0)
  await page.goto('/today')
  await expect(line.first()).toBeVisible()
})

test('a shared voice shows its answer, and what it said behind one tap', async ({ app, page }) => {
  const couple = await newCouple(app)
  const { id } = await sendShare(
    couple.a.device,
    couple.a.vault(),
    await sealShare(couple.a.device, couple.a.vault(), {
      coupleId: couple.id,
      page: {
        kind: 'voice',
        words: { answer: 'I was there on Sunday, and I stayed.', voice: 'You always let him down.' },
        wants: 'listen',
        writtenDay: null,
      },
      types: [],
    }),
  )
  await takeDevice(page, couple.b)
  await page.goto(`/journal/shared/${id}`)
  const article = page.getByRole('article')
  await expect(article.getByText('I was there on Sunday, and I stayed.')).toBeVisible()
  await expect(article.getByText('You always let him down.')).toBeHidden()
  await article.getByText('What it said').click()
  await expect(article.getByText('You always let him down.')).toBeVisible()
  await checkPage(page, 'a shared voice, unfolded')
})

test('a page that was shared says so: one row, a link to the copy, no second copy, and the day of other words', async ({
  app,
  twoPeople,
  allow,
}) => {
  const couple = await newCouple(app)
  const pageId = await write(couple.a, { day, types: [], writing: { kind: 'reflection', text: 'The flat is quiet.' } })
  const { copy } = await sharePage(couple.a.device, couple.a.vault(), {
    pageId,
    coupleId: couple.id,
    page: { kind: 'reflection', words: { text: 'The flat is quiet.' }, wants: 'listen', writtenDay: null },
    types: [],
  })
  const { a, b, setMoment } = await twoPeople()
  await takeDevice(a.page, couple.a)
  await takeDevice(b.page, couple.b)
  await a.page.goto('/journal')
  const list = a.page.getByRole('list').filter({ hasText: 'The flat is quiet.' })
  await expect(list.getByRole('link', { name: /The flat is quiet\./ })).toHaveCount(1)
  await expect(list.getByText('Only you')).toHaveCount(0)
  await expect(list.getByText('You and Elias')).toHaveCount(1)
  await checkPage(a.page, 'a journal with a page that was shared')
  await a.page.getByText('Ours', { exact: true }).click()
  await expect(list.getByRole('link', { name: /The flat is quiet\./ })).toHaveCount(1)

  await a.page.goto(`/journal/${pageId}`)
  const own = a.page.getByRole('article')
  await expect(own.getByRole('link', { name: /^Shared on (3 Mar|Mar 3)/ })).toHaveAttribute(
    'href',
    `/journal/shared/${copy.id}`,
  )
  await expect(own.getByRole('link', { name: 'Share with Elias…' })).toHaveCount(0)
  await expect(own.getByText('Only you')).toHaveCount(0)
  await expect(own.getByText('You and Elias')).toBeVisible()
  await a.page.goto(`/journal/${pageId}/edit`)
  await expect(a.page.getByText('Only you. What you shared stays as it is.')).toBeVisible()
  await a.page.goto(`/journal/${pageId}/share`)
  await expect(a.page.getByRole('heading', { name: /^You shared this page with Elias on/ })).toBeVisible()

  // while it can't be found out whether a page is shared, nothing says that it is not
  allow({ offline: true })
  await a.page.route('**/api/shared-entries**', (route) => route.abort())
  const failed = a.page.waitForEvent('requestfailed', (request) => request.url().endsWith(copy.id))
  await a.page.goto(`/journal/${pageId}`)
  await failed
  await expect(own.getByText('The flat is quiet.')).toBeVisible()
  await expect(own.getByText('Only you')).toHaveCount(0)
  await expect(own.getByRole('link', { name: 'Share with Elias…' })).toHaveCount(0)
  await a.page.goto(`/journal/${pageId}/share`)
  await expect(a.page.getByRole('alert').filter({ hasText: 'can’t be reached' })).toBeVisible()
  await a.page.unroute('**/api/shared-entries**')
  await a.page.getByRole('button', { name: 'Try again' }).click()
  await a.page.getByRole('link', { name: 'Go to what you shared' }).click()

  // a server that hands over the copy no more doesn't make the page private
  allow({ status: 404 })
  await a.page.route('**/api/shared-entries?**', (route) => route.fulfill({ json: { rows: [], next: null } }))
  await a.page.route(`**/api/shared-entries/${copy.id}`, (route) =>
    route.fulfill({ status: 404, json: { code: 'not-found' } }),
  )
  await a.page.goto(`/journal/${pageId}`)
  await expect(own.getByText(/^Shared on (3 Mar|Mar 3)\. The server doesn’t hand over that copy now/)).toBeVisible()
  await expect(a.page.getByText('Only you')).toHaveCount(0)
  await a.page.goto('/journal')
  await expect(list.getByRole('link', { name: /The flat is quiet\./ })).toBeVisible()
  await expect(list.getByText('Only you')).toHaveCount(0)
  await a.page.unrouteAll()
  await a.page.goto(`/journal/shared/${copy.id}`)

  await setMoment('2027-03-05T12:00:00.000Z')
  await a.page.getByRole('button', { name: 'Change the words for Elias' }).click()
  await a.page.getByLabel('The page').fill('Come home.')
  await a.page.getByRole('button', { name: 'Save the words' }).click()
  await expect(a.page.getByText(/^Changed (5 Mar|Mar 5)$/)).toBeVisible()
  await b.page.goto(`/journal/shared/${copy.id}`)
  await expect(b.page.getByRole('article').getByText('Come home.')).toBeVisible()
  await expect(b.page.getByText(/^Changed (5 Mar|Mar 5)$/)).toBeVisible()
  await expect(b.page.getByText('The flat is quiet.')).toHaveCount(0)
})

test('a shared page can be changed, taken back for both with its reply, and brought back', async ({
  app,
  twoPeople,
}) => {
  const couple = await newCouple(app)
  const { a: noor, b: elias, id } = couple
  const words = { answer: 'I was there on Sunday, and I stayed.', step: 'Say it in the first minute.' }
  const page = await sendShare(
    noor.device,
    noor.vault(),
    await sealShare(noor.device, noor.vault(), {
      coupleId: id,
      page: { kind: 'voice', words, wants: 'listen', writtenDay: day },
      types: ['emotional'],
    }),
  )
  await sendReply(
    elias.device,
    elias.vault(),
    id,
    await sealReply(elias.device, elias.vault(), page, { id: randomUuid(), text: 'I hear how hard that was.' }),
  )
  const { a, b } = await twoPeople()
  await takeDevice(a.page, noor)
  await takeDevice(b.page, elias)
  await b.page.goto(`/journal/shared/${page.id}`)
  await expect(b.page.getByRole('heading', { level: 1, name: 'From Noor' })).toBeVisible()
  await expect(b.page.getByText('Just listen')).toBeVisible()
  await a.page.goto(`/journal/shared/${page.id}`)
  await expect(a.page.getByText('I hear how hard that was.')).toBeVisible()
  await a.page.getByRole('button', { name: 'Change the words for Elias' }).click()
  await a.page.getByLabel('The answer').fill('I was there, and I stay.')
  await a.page.getByRole('button', { name: 'Save the words' }).click()
  await expect(a.page.getByLabel('The answer')).toHaveCount(0)
  await expect(a.page.getByRole('article').getByText('I was there, and I stay.')).toBeVisible()
  await b.page.reload()
  await expect(b.page.getByRole('article').getByText('I was there, and I stay.')).toBeVisible()

  await a.page.getByRole('button', { name: 'Take back' }).click()
  await expect(a.page.getByText('This page was taken back.')).toBeVisible()
  await expect(a.page.getByText('I hear how hard that was.')).toHaveCount(0)
  await b.page.reload()
  await expect(b.page.getByText('This page was taken back.')).toBeVisible()
  await expect(b.page.getByText('I was there, and I stay.')).toHaveCount(0)
  await a.page.getByRole('button', { name: 'Undo' }).click()
  await expect(a.page.getByRole('article').getByText('I was there, and I stay.')).toBeVisible()
})

test('a chosen row opens beside the list at once, without a request, and what is typed there stays', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  await shareReflection(couple, 'The lamp in the window.')
  await app.on(1000)
  const river = await shareReflection(couple, 'The walk by the river.')
  await takeDevice(page, couple.b)
  await page.goto('/journal')
  const [article, reply] = [page.getByRole('article'), page.getByLabel('Your reply')]
  await reply.fill('I hear the river in it, and you.')
  await expect.poll(() => draftsKept(page)).toBe(1)
  // The list requests no page from the server any more.
  await page.route('**/journal/shared/**', (route) => route.abort())
  await page.getByRole('link', { name: /The walk by the river\./ }).click()
  await page.waitForURL(`**/journal/shared/${river}`)
  await expect(reply).toHaveValue('I hear the river in it, and you.')
  const lamp = page.getByRole('link', { name: /The lamp in the window\./ })
  await lamp.click()
  await expect(article).toContainText('The lamp in the window.')
  await expect(lamp).toBeFocused()
  await expect(lamp).toHaveAttribute('aria-current', 'page')
  await expect(reply).toHaveValue('')
  await page.goBack()
  await expect(article).toContainText('The walk by the river.')
  await expect(reply).toHaveValue('I hear the river in it, and you.')
  expect(await draftsKept(page)).toBe(1)
  await page.unroute('**/journal/shared/**')
  await page.reload()
  await expect(article).toContainText('The walk by the river.')
  // beside the list nothing leads to it; a page that is alone leads back
  const toList = page.locator('.top-bar a[href="/journal"]')
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await expect(toList).toBeHidden()
  await page.setViewportSize({ ...size, width: 1024 })
  await expect(toList).toBeVisible()
  await page.setViewportSize(size)
  await expect(toList).toBeHidden()

  // while it is being sent the field takes nothing, which would be thrown away with the draft
  const arrive = await holdBack(page, 'POST', '**/replies')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sending' })).toBeVisible()
  await reply.pressSequentially(' And more.')
  await expect(reply).toHaveValue('I hear the river in it, and you.')
  arrive()
  await expect(page.getByRole('listitem').filter({ hasText: 'I hear the river in it, and you.' })).toBeVisible()
  await expect(reply).toHaveValue('')
  await reply.pressSequentially('And more.')
  await expect(reply).toHaveValue('And more.')
})

test('a started reply to a page that can’t be answered any more can be read, copied or thrown away', async ({
  app,
  context,
  page,
  allow,
}) => {
  allow({ status: 404 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const couple = await newCouple(app)
  const { a } = couple
  const id = await shareReflection(couple, 'The walk by the river.')
  await takeDevice(page, couple.b)
  await page.goto(`/journal/shared/${id}`)
  await page.getByLabel('Your reply').fill('I hear the river in it.')
  await expect.poll(() => draftsKept(page)).toBe(1)
  await takeBackPage(a.device, a.vault(), await fetchSharedPage(a.device, a.vault(), id))

  const kept = page.getByRole('region', { name: 'Your reply' })
  await goTo(page, '/journal')
  await page.getByRole('link', { name: /I hear the river in it\./ }).click()
  await expect(page.getByText('This page was taken back.')).toBeVisible()
  await expect(
    kept.getByText('This page can’t be answered any more. Your words are saved on this device.'),
  ).toBeVisible()
  await expect(kept.getByText('I hear the river in it.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await kept.getByRole('button', { name: 'Copy' }).click()
  await expect(kept.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('I hear the river in it.')
  await checkPage(page, 'a reply that can’t be sent')

  await leaveCouple(a.device)
  await page.reload()
  await expect(page.getByText('There is no page here.')).toBeVisible()
  await expect(kept.getByText('I hear the river in it.')).toBeVisible()
  await kept.getByRole('button', { name: 'Throw away' }).click()
  await expect(kept).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await kept.getByRole('button', { name: 'Throw away' }).click()
  await expect(kept).toHaveCount(0)
  expect(await draftsKept(page)).toBe(0)
})

test('sealed rows are fetched once: preloaded by a full page load, and by the journal after a move inside the app', async ({
  app,
  page,
}) => {
  const noor = await newPerson(app)
  await write(noor, { day, types: [], writing: { kind: 'reflection', text: 'Soup, too salty.' } })
  await takeDevice(page, noor)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/entries?')) asked.push(request.method())
  })
  const ahead = page.locator('link[rel=preload][href^="/api/entries"]')
  const byLink = async () => {
    await page.goto('/settings') // Today shows one's own pages too
    asked.length = 0
    await page.getByRole('link', { name: 'Journal', exact: true }).filter({ visible: true }).first().click()
  }
  for (const [go, links] of [
    [() => page.goto('/journal'), 1],
    [byLink, 0],
  ] as const) {
    await go()
    await expect(page.getByRole('link', { name: /Soup, too salty\./ })).toBeVisible()
    await settled(page)
    expect(asked).toEqual(['GET'])
    await expect(ahead).toHaveCount(links)
  }
})

test('Today shows the partner’s reply until it was opened in this browser, and refreshes when it comes to the front', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app)
  const { a, b } = couple
  const id = await shareReflection(couple, 'The walk by the river.')
  await takeDevice(page, a)
  await page.goto('/today')
  await expect(page.getByText('What do you want to remember about today?')).toBeVisible()
  await sendReply(
    b.device,
    b.vault(),
    couple.id,
    await sealReply(b.device, b.vault(), { id, coupleId: couple.id }, { id: randomUuid(), text: 'I hear you.' }),
  )
  const replied = page.getByRole('link', { name: 'Elias replied to The walk by the river.' })
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(replied).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText('I hear you.')).toBeVisible()
  await replied.click()
  await expect(page.getByRole('region', { name: 'Replies' })).toContainText('I hear you.')
  await page.goBack()
  await expect(page.getByText('What do you want to remember about today?')).toBeVisible()
  await expect(replied).toHaveCount(0)
  // nor is anything of it painted after a full load
  await page.reload()
  await expect(page.getByText('What do you want to remember about today?')).toBeVisible()
  await expect(page.getByText('Something from Elias')).toBeHidden()
  // and every page that comes to the front says that the couple has parted
  await leaveCouple(b.device)
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByRole('link', { name: /^You are not paired/ })).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('what the partner wrote is shown as text, also where it looks like markup', async ({ app, page }) => {
  const couple = await newCouple(app)
  const looks = '<img src=x onerror="document.title=1"><script>document.title=1</script> {name} **bold**'
  const id = await shareReflection(couple, looks)
  await takeDevice(page, couple.b)
  await page.goto(`/journal/shared/${id}`)
  await expect(page.getByRole('article').getByText(looks)).toBeVisible()
  await expect(page).toHaveTitle('Fivefold')
})

test('every page of the journal passes the checks', async ({ app, page }) => {
  const couple = await newCouple(app, { b: { name: LONG_NAME } })
  const own = await write(couple.a, voicePage)
  const shared = await shareReflection(couple, 'The walk by the river.')
  await takeDevice(page, couple.a)
  // each is opened by a link of the page before
  for (const [path, ready] of [
    ['/journal', 'The walk by the river.'],
    ['/write', 'Answer the inner voice'],
    ['/write/voice', 'Five steps'],
    ['/journal', null],
    [`/journal/shared/${shared}`, 'Add something, or nothing'],
    [`/journal/${own}`, 'Share…'], // a long name has no room on a button
    [`/journal/${own}/edit`, 'Five steps'],
    [`/journal/${own}`, null],
    [`/journal/${own}/share`, `What would you like from ${LONG_NAME}?`],
  ] as const) {
    await goTo(page, path)
    if (!ready) continue
    await expect(page.getByText(ready).first()).toBeVisible()
    await checkPage(page, path, { darkWideToo: path.startsWith('/journal/') }) // the page's row is in the list beside it
  }
  // the clock of the ten seconds is stopped during the check
  await page.evaluate((held) => {
    const after = window.setTimeout
    window.setTimeout = ((run: () => void, ms?: number) => (ms === held ? 0 : after(run, ms))) as typeof setTimeout
  }, HOLD_MS)
  await page.getByRole('radio', { name: 'Just listen' }).check()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByText('Nothing has left this device yet.', { exact: true })).toBeVisible()
  await checkPage(page, 'share, in the ten seconds')
})
