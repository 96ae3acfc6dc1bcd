// What a person sees where the server can't be reached: our own page, by a service worker, and a line on an open page.
import type { Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving.ts'
import { newCouple } from '../lib/testing/people.ts'
import { roomy, served } from '../lib/testing/served.ts'
import { signOut } from './acts/account'
import { takeDevice, wrapsKept } from './acts/devices'
import { FAILED, startFront, type Front } from './acts/front'
import { settled } from './acts/settled'
import { expect, test as base } from './fixtures'
import { checkPage } from './page-checks'

/** The app behind a front: `app.origin` is the front's. */
const test = base.extend<object, { front: Front }>({
  front: [
    async ({}, use) => {
      const front = await startFront()
      await use(front)
      await front.stop()
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ front }, use) => {
      const origin = `http://localhost:${front.port}`
      const app = await served({ limits: roomy, origins: [origin] })
      front.leadTo(app.port)
      await use({ ...app, origin })
      await app.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test.use({ moment: '2026-10-20T19:00:00.000Z', serviceWorkers: 'allow' })

test.beforeEach(({ allow }) => {
  allow({ offline: true })
  allow({ status: 503 }) // of our own page
})

const workers = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)

/** Opens Today as a person of a new couple, and waits for the worker. */
async function openToday(page: Page, app: Parameters<typeof newCouple>[0]) {
  const { a } = await newCouple(app)
  await takeDevice(page, a)
  await page.goto('/today')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return a
}

const unreached = (page: Page) => page.getByRole('heading', { level: 1, name: 'Fivefold can’t be reached' })

/** Where the first line and the heading are, and in which letters. */
const shapes = (page: Page) =>
  page.evaluate(() =>
    ['.hide-link', '.wordmark', 'h1'].map((selector) => {
      const element = document.querySelector(selector)
      if (!element) return selector
      const { x, y, height } = element.getBoundingClientRect()
      const { fontSize, fontWeight, lineHeight, letterSpacing } = getComputedStyle(element)
      return {
        selector,
        x,
        y: Math.round(y),
        height: selector === 'h1' ? 0 : height,
        fontSize,
        fontWeight,
        lineHeight,
        letterSpacing,
      }
    }),
  )

test('a page that the server does not answer is our own, and opens by itself once it does', async ({
  page,
  app,
  front,
}) => {
  await openToday(page, app)
  front.takeAsked()
  await page.reload()
  await expect(page.locator('.app-frame')).toBeVisible()
  expect(
    front.takeAsked().filter((path) => path === '/today'),
    'a page is asked for once',
  ).toHaveLength(1)

  await settled(page) // a script that is cut off midway would complain
  await front.stop()
  await page.reload()
  await expect(unreached(page)).toBeVisible()
  await expect(page).toHaveTitle('Fivefold')
  await expect(page).toHaveURL(/\/today$/)
  await checkPage(page, 'unreached', { darkWideToo: true })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(unreached(page)).toBeVisible()
  expect(await page.evaluate(() => caches.keys())).toEqual([])

  await front.start()
  await expect(page.locator('.app-frame')).toBeVisible()
  await expect(unreached(page)).toHaveCount(0)
})

test('it opens by itself when the network is back, in another tab too, and in the theme that was chosen', async ({
  page,
  context,
  app,
}) => {
  await openToday(page, app)
  await context.addCookies([{ name: 'theme', value: 'dark', url: app.origin }])
  await context.setOffline(true)
  const other = await context.newPage()
  await other.goto('/week?from=here#there')
  await expect(unreached(other)).toBeVisible()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(unreached(page)).toBeVisible()
  await context.setOffline(false)
  await expect(page.locator('.app-frame')).toBeVisible()
  await other.bringToFront()
  await expect(other.locator('.app-frame')).toBeVisible()
  await expect(other).toHaveURL(/\/week\?from=here#there$/)
})

test('it looks like every other page', async ({ page, app, front, allow }) => {
  allow({ status: 404 })
  await openToday(page, app)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/nowhere-at-all')
    const usual = await shapes(page)
    await settled(page)
    await front.stop()
    await page.reload()
    await expect(unreached(page)).toBeVisible()
    expect(await shapes(page), `${width} px`).toEqual(usual)
    await front.start()
  }
})

test('what the server answers is shown, a failure too', async ({ page, app, front, allow }) => {
  allow({ status: 500 })
  await openToday(page, app)
  front.fail(true)
  const answer = await page.reload()
  expect(answer?.status()).toBe(500)
  await expect(page.getByRole('heading', { name: FAILED })).toBeVisible()
  front.fail(false)
})

test('Hide locks the device from there as from every page', async ({ page, context, app, allow }) => {
  allow({ elsewhere: NEUTRAL_SITE })
  await openToday(page, app)
  expect(await wrapsKept(page)).toBe(1)
  await context.setOffline(true)
  await page.reload()
  await expect(unreached(page)).toBeVisible()
  await page.getByRole('link', { name: 'Hide' }).click()
  await expect(page).not.toHaveURL(/\/today$/)
  expect((await context.cookies()).find(({ name }) => name === 'locked')?.value).toBe('1')
  await context.setOffline(false)
  await page.goto('/icon.svg')
  expect(await wrapsKept(page)).toBe(0)
})

test('signing out removes the worker, and pages without a person never bring it', async ({ page, app }) => {
  for (const path of ['/', '/sign-in', '/support']) {
    await page.goto(path)
    await settled(page)
    await page.keyboard.press('Tab')
    await page.mouse.move(40, 40)
    await settled(page)
    expect(await workers(page), path).toBe(0)
  }
  await openToday(page, app)
  expect(await workers(page)).toBe(1)
  await signOut(page)
  await expect.poll(() => workers(page)).toBe(0)
})

test('an open page says that the network is gone, moves nothing, and stops saying it', async ({
  page,
  context,
  app,
}) => {
  await openToday(page, app)
  const places = () =>
    page.evaluate(() => [...document.querySelectorAll('h1, nav, main')].map((each) => each.getBoundingClientRect().top))
  const before = await places()
  const line = page.getByText('You are offline. Nothing can be loaded or sent for now.')
  await context.setOffline(true)
  await expect(line).toBeInViewport()
  expect(await places()).toEqual(before)
  await checkPage(page, 'offline', { darkWideToo: true })
  await context.setOffline(false)
  await expect(line).toHaveCount(0)
})
