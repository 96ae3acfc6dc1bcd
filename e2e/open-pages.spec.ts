import type { Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving.ts'
import { hideLink } from './acts/hide'
import { goTo } from './acts/places'
import type { Allowance } from './complaints.ts'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

/** *Hide* leaves our origin, and asks the server to lock; signed out, there is nothing to lock. */
function leaves(allow: (allowance: Allowance) => void) {
  allow({ elsewhere: NEUTRAL_SITE })
  allow({ status: 401 })
}

/** The one navigation to another origin; the test answers for the neutral site. */
async function beNeutral(page: Page) {
  await page
    .context()
    .route(`${NEUTRAL_SITE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Neutral</title>' }))
}

test('the open pages pass the checks; their title is the product’s name alone, and each ends with the link to help', async ({
  page,
}) => {
  for (const path of ['/', '/about', '/privacy', '/support']) {
    await goTo(page, path)
    await expect(page).toHaveTitle('Fivefold')
    const footer = page.getByRole('contentinfo')
    expect(await footer.getByRole('link').allTextContents()).toEqual(['About', 'Privacy', 'Support'])
    for (const link of await footer.getByRole('link').all())
      await expect(link).toHaveAttribute('referrerpolicy', 'no-referrer')
    await checkPage(page)
  }
})

test('an unknown address gets our own page', async ({ page, allow }) => {
  allow({ status: 404 })
  await page.goto('/nothing-here')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hide' })).toBeVisible()
  await checkPage(page, 'not found')
})

test('a page that fails says so in our own page, which passes the checks', async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.origin }) // not watched: a page that fails complains
  const page = await context.newPage()
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS)
    CSS.supports = (what: string, value?: string) => {
      if (what === 'field-sizing') throw new Error('broken on purpose') // which a text field asks
      return value === undefined ? supports(what) : supports(what, value)
    }
  })
  await page.goto('/recover')
  await expect(page.getByRole('heading', { name: 'That didn’t work' })).toBeVisible()
  await checkPage(page, 'failed')
  await context.close()
})

test('Hide replaces the page by a neutral site, so that Back does not return to it', async ({ page, allow }) => {
  leaves(allow)
  await beNeutral(page)
  await page.goto('/about')
  await page.goto('/support')
  await (await hideLink(page)).click()
  await expect(page).toHaveURL(NEUTRAL_SITE)
  await page.goBack()
  await expect(page).toHaveURL(/\/about$/)
})

test('Hide covers the page before the browser begins to leave', async ({ page, allow }) => {
  leaves(allow)
  await beNeutral(page)
  await page.goto('/support')
  const logged = page.waitForEvent('console', { predicate: (message) => message.text().startsWith('leaving') })
  await page.evaluate(() => {
    addEventListener('beforeunload', () => console.info('leaving', getComputedStyle(document.body).display))
  })
  await (await hideLink(page)).click()
  expect((await logged).text()).toBe('leaving none')
  await expect(page).toHaveURL(NEUTRAL_SITE)
})

test('three presses of Shift hide the page, but not with a capital letter between them', async ({ page, allow }) => {
  leaves(allow)
  await beNeutral(page)
  await page.goto('/privacy')
  await hideLink(page)
  for (const key of ['Shift', 'Shift', 'A', 'Shift', 'Shift']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/privacy$/)
  await page.keyboard.press('Shift')
  await expect(page).toHaveURL(NEUTRAL_SITE)
})

test('the wrong address says so on the first screen of every page, with the right one', async ({
  app,
  page,
  allow,
}) => {
  const wrong = app.origin.replace('localhost', '127.0.0.1')
  allow({ elsewhere: wrong })
  for (const path of ['/', '/sign-in', '/start?from=x', '/privacy']) {
    await page.goto(wrong + path)
    const notice = page.getByText(`This page is open at ${wrong}, where nothing can be saved. Go on at ${app.origin}.`)
    await expect(notice).toBeInViewport()
    await expect(page.getByRole('link', { name: app.origin })).toHaveAttribute('href', app.origin + path)
    await checkPage(page)
  }
  await page.getByRole('link', { name: app.origin }).click()
  await expect(page).toHaveURL(`${app.origin}/privacy`)
  await expect(page.getByText('where nothing can be saved')).toHaveCount(0)
})

test('a link inside the app moves the focus to the next page’s heading', async ({ page }) => {
  await page.goto('/about')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Who can read what' })).toBeFocused()
})

test('the first response has the chosen theme', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }])
  const answer = await page.goto('/')
  expect(await answer?.text()).toContain('data-theme="dark"')
})

test('a slow page shows that it is loading', async ({ page }) => {
  await page.goto('/about')
  let send = (): void => {}
  const held = new Promise<void>((done) => {
    send = done
  })
  await page.route('**/privacy?_rsc=*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByText('The page is loading.')).toBeAttached()
  send()
  await expect(page.getByRole('heading', { level: 1, name: 'Who can read what' })).toBeVisible()
  await expect(page.getByText('The page is loading.')).toHaveCount(0)
})
