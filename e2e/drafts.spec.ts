// What a person typed is on the device until the server has saved exactly that: after a crash of the tab, without network, and after every
// answer that is no yes. Each case compares the text letter by letter.
import type { BrowserContext, Page, Route } from '@playwright/test'
import { withConnection } from '../lib/db/connection.ts'
import { fetchOwnPages } from '../lib/journal/device.ts'
import { finishPage, sendFinished } from '../lib/journal/outbox.ts'
import { LIMITS } from '../lib/limits.ts'
import { diceOf, type Dice } from '../lib/testing/fuzz/dice.ts'
import { times } from '../lib/testing/full-counts.ts'
import { newPerson, type TestPerson } from '../lib/testing/people.ts'
import type { ServedApp } from '../lib/testing/served.ts'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { until } from '../lib/testing/until.ts'
import { parseDay } from '../lib/time/day.ts'
import { randomUuid } from '../lib/vault/primitives.ts'
import { draftsKept, takeDevice } from './acts/devices'
import { surface } from './acts/writing'
import { expect, test } from './fixtures'

/** Each round is one person, who goes through the cases. */
const ROUNDS = times(10, 1)
/** Other tests try the later cases once. */
const CASES = times(11, 6)

type Writing = {
  app: ServedApp
  context: BrowserContext
  noor: TestPerson
  /** The tab. A case that ends it opens another one. */
  page: Page
  text: string
}

const pieces = [
  ...[
    'The flat is too quiet.',
    'I was there on Sunday',
    ', and I stayed',
    '…',
    '\n\n',
    '\n',
    '\t',
    '  ',
    '\u00a0',
    '"',
  ],
  ...[
    '<b>no</b>',
    '&amp;',
    '\\n',
    '${x}',
    'é',
    'e\u0301',
    '👩‍❤️‍👨',
    '🏳️‍🌈',
    'בסדר',
    'مرحبا',
    '静かだ',
    '\u2028',
    '\u200f',
    '%00',
  ],
]

const newText = (dice: Dice): string =>
  `Once. ${Array.from({ length: 5 + dice.int(120) }, () => dice.pick(pieces)).join(' ')}!`

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved on this device, \d/ })

async function type(writing: Writing): Promise<void> {
  await writing.page.goto('/write')
  await surface(writing.page).fill(writing.text)
  await expect(saved(writing.page)).toBeAttached()
}

/** Ends the tab as a crash of the browser does, and opens another one. */
async function crash(writing: Writing): Promise<void> {
  const { page, context } = writing
  const crashed = page.waitForEvent('crash')
  await Promise.all([crashed, page.goto('chrome://crash').catch(() => {})])
  await page.close()
  writing.page = await context.newPage()
}

const finish = (page: Page) => page.getByRole('button', { name: 'Done' }).click()
const isKept = (page: Page) => expect(page.getByRole('heading', { name: /^It is saved on this device/ })).toBeVisible()
const isSent = (page: Page) => expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()

/** The text is found as it was typed, where it was typed. */
async function findDraft({ page, text }: Writing): Promise<void> {
  await page.goto('/write')
  await expect(surface(page)).not.toHaveValue('')
  expect(await surface(page).inputValue()).toBe(text)
}

/** *Done*, while the server refuses it; then the tab crashes, and another one sends it when nothing refuses any more. */
async function refuse(writing: Writing, answer: (route: Route) => Promise<void>): Promise<void> {
  await type(writing)
  await writing.page.route('**/api/entries', (route) =>
    route.request().method() === 'POST' ? answer(route) : route.continue(),
  )
  await finish(writing.page)
  await isKept(writing.page)
  await crash(writing) // what was routed ends with the tab
  await writing.page.goto('/journal')
}

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status, code, title: code }),
  })

const query = ({ app }: Writing, text: string, values: unknown[]) =>
  withConnection(app.ownerUrl, (db) => db.query(text, values))

const cases: Readonly<Record<string, (writing: Writing) => Promise<void>>> = {
  'the tab crashes': async (writing) => {
    await type(writing)
    await crash(writing)
    await findDraft(writing)
    await finish(writing.page)
    await isSent(writing.page)
  },
  'the session has ended': async (writing) => {
    await type(writing)
    await query(writing, 'delete from session where person_id = $1', [writing.noor.id])
    await finish(writing.page)
    await isKept(writing.page)
    await writing.page.goto('/journal')
    await writing.page.getByLabel('Email').fill(writing.noor.email)
    await writing.page.locator('#current-password').fill(writing.noor.phrase)
    await writing.page.getByLabel('Only me').check()
    await writing.page.getByRole('button', { name: 'Sign in' }).click()
    await writing.page.waitForURL(/\/(today|journal)$/)
    await writing.page.goto('/journal')
  },
  'it is too large': (writing) => refuse(writing, problem(413, 'too-large')),
  'the answer is lost': (writing) =>
    refuse(writing, async (route) => {
      await route.fetch()
      await route.abort()
    }),
  'another device changed the page': async (writing) => {
    const other = await writing.noor.signInElsewhere()
    const vault = other.journal.vault()
    if (!vault) throw new Error('The other device is shut.')
    const id = randomUuid()
    const send = async (base: number, text: string) => {
      const page = { day: parseDay('2027-03-03'), types: [], writing: { kind: 'reflection', text } } as const
      await finishPage(other, vault, { id, base, page, draft: { id, of: null, sealed: null } })
      expect((await sendFinished(other, vault)).failure).toBeNull()
    }
    await send(0, 'Before.')
    await writing.page.goto(`/journal/${id}/edit`)
    await surface(writing.page).fill(writing.text)
    await expect(saved(writing.page)).toBeAttached()
    await send(1, 'Changed meanwhile.')
    await finish(writing.page)
    await isSent(writing.page)
  },
  'the server fails': (writing) => refuse(writing, problem(500, 'unexpected')),
  'the server is down': (writing) => refuse(writing, problem(503, 'not-now')),
  'the id is taken': (writing) => refuse(writing, problem(409, 'id-taken')),
  'there is no network': async (writing) => {
    await type(writing)
    await writing.context.setOffline(true)
    writing.text += ' And more.'
    await surface(writing.page).fill(writing.text)
    await finish(writing.page)
    await isKept(writing.page)
    await crash(writing)
    await writing.context.setOffline(false)
    await writing.page.goto('/journal')
  },
  'the journal is full': async (writing) => {
    await query(writing, 'insert into sealed_use (owner_id, shard, bytes) values ($1, 99, $2)', [
      writing.noor.id,
      LIMITS.sealedBytes,
    ])
    await type(writing)
    await finish(writing.page)
    await isKept(writing.page)
    await query(writing, 'delete from sealed_use where owner_id = $1 and shard = 99', [writing.noor.id])
    await crash(writing)
    await writing.page.goto('/journal')
  },
  'the device is full': async (writing) => {
    await writing.page.goto('/write')
    await writing.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room.', 'QuotaExceededError')
      }
    })
    await surface(writing.page).fill(writing.text)
    await expect(writing.page.getByText(/^Not saved: this device is full/).first()).toBeAttached()
    await expect(writing.page.getByText(/^Saved on this device/)).toHaveCount(0)
    await finish(writing.page)
    await isSent(writing.page)
  },
}

/** The page is in the journal once, as it was typed, and no draft of it is left. */
async function findSent({ noor, page, text }: Writing): Promise<void> {
  const device = await noor.signInElsewhere()
  const vault = device.journal.vault()
  if (!vault) throw new Error('The other device is shut.')
  const readTexts = async () =>
    (await fetchOwnPages(device, vault)).rows.flatMap(({ opened }) =>
      opened.is === 'text' && opened.text.writing.kind === 'reflection' ? [opened.text.writing.text] : [],
    )
  await until('it is sent', async () => (await readTexts()).includes(text))
  expect((await readTexts()).filter((sent) => sent === text)).toHaveLength(1)
  await expect.poll(() => draftsKept(page)).toBe(0)
}

for (let round = 1; round <= ROUNDS; round++)
  test(`no word is lost, round ${round}`, async ({ app, context, page, allow }) => {
    allow({ offline: true })
    for (const status of [401, 409, 412, 413, 422, 500, 503]) allow({ status })
    const dice = diceOf(round)
    const noor = await newPerson(app)
    await takeDevice(page, noor)
    const writing: Writing = { app, context, noor, page, text: '' }
    for (const [name, run] of Object.entries(cases).slice(0, CASES))
      await test.step(name, async () => {
        writing.text = newText(dice)
        await run(writing)
        await findSent(writing)
        reportFigure('drafts', 1)
      })
  })
