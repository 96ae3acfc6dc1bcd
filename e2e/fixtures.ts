// `import { expect, test } from './fixtures'`: the built app, a fixed instant for server and pages, and pages that must not complain.
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { roomy, served, type ServedApp } from '../lib/testing/served.ts'
import { watchWork } from './acts/settled'
import { collectComplaints, type Allowance, type Complaints } from './complaints.ts'

export { expect }

export type BrowserPerson = Readonly<{ context: BrowserContext; page: Page; zone: string }>

export type TwoBrowsers = Readonly<{
  a: BrowserPerson
  b: BrowserPerson
  /** Moves the server's clock and both people's to one instant (ISO, UTC). */
  setMoment: (instant: string) => Promise<void>
}>

export type ForTest = {
  /** The instant at which the test begins (ISO, UTC), for the server and every page. */
  moment: string
  /** Lets pass what the test itself brings about: `allow({ status: 404 })`. */
  allow: (allowance: Allowance) => void
  /** Two browsers in two time zones, at one and the same instant. */
  twoPeople: (options?: {
    zones?: readonly [string, string]
    locales?: readonly [string, string]
  }) => Promise<TwoBrowsers>
  complaints: Complaints
}

type ForWorker = {
  /** The built app as a child, with a database of its own. */
  app: ServedApp
}

export const test = base.extend<ForTest, ForWorker>({
  moment: ['2027-03-03T18:00:00.000Z', { option: true }],

  app: [
    async ({}, use) => {
      const app = await served({ limits: roomy })
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  baseURL: async ({ app }, use) => use(app.origin),

  complaints: [
    async ({ app, moment }, use) => {
      await app.at(moment)
      const complaints = collectComplaints()
      await use(complaints)
      expect(complaints.left(), 'a page complained').toEqual([])
    },
    { auto: true },
  ],

  allow: async ({ complaints }, use) => use(complaints.allow),

  context: async ({ context, complaints, app, moment }, use) => {
    await prepare(context, complaints, app, moment)
    await use(context)
  },

  twoPeople: async ({ browser, complaints, app, moment, viewport, colorScheme }, use) => {
    const opened: BrowserContext[] = []
    await use(async ({ zones = ['Europe/Berlin', 'America/Los_Angeles'], locales = ['en-GB', 'en-US'] } = {}) => {
      const person = async (n: 0 | 1): Promise<BrowserPerson> => {
        const context = await newContext(browser, {
          timezoneId: zones[n],
          locale: locales[n],
          baseURL: app.origin,
          viewport,
          colorScheme,
        })
        opened.push(context)
        await prepare(context, complaints, app, moment)
        return { context, page: await context.newPage(), zone: zones[n] }
      }
      const [a, b] = [await person(0), await person(1)]
      return {
        a,
        b,
        setMoment: async (instant) => {
          await app.at(instant)
          for (const { context } of [a, b]) await context.clock.setFixedTime(instant)
        },
      }
    })
    for (const context of opened) await context.close()
  },
})

const newContext = (browser: Browser, options: Parameters<Browser['newContext']>[0]) => browser.newContext(options)

/** Stops the page's date; timers still run. Workers keep the real date: it is passed to them. */
async function prepare(context: BrowserContext, complaints: Complaints, app: ServedApp, moment: string): Promise<void> {
  await complaints.watch(context, app.origin)
  await watchWork(context)
  await context.clock.setFixedTime(moment)
}
