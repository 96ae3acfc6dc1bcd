import type { Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving.ts'
import { hideLink } from './acts/hide'
import { goTo } from './acts/places'
import type { Allowance } from './complaints.ts'
import { expect, test } from './fixtures'
import { inOrder } from './order'

/** *Hide* goes off our origin, and tells the server to lock, which has nothing to lock where nobody is signed in. */
function leaves(allow: (allowance: Allowance) => void) {
  allow({ elsewhere: NEUTRAL_SITE })
  allow({ status: 401 })
}

/** The one navigation off our origin; the test is the neutral site. */
async function beNeutral(page: Page) {
  await page
    .context()
    .route(`${NEUTRAL_SITE}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Neutral</title>' }))
}

test('the open pages are in order; their tab says the product’s name and nothing else, and help is at the end of each', async ({
  page,
}) => {
  for (const path of ['/', '/about', '/privacy', '/support']) {
    await goTo(page, path)
    await expect(page).toHaveTitle('Fivefold')
    const footer = page.getByRole('contentinfo')
    expect(await footer.getByRole('link').allTextContents()).toEqual(['About', 'Privacy', 'Support'])
    for (const link of await footer.getByRole('link').all())
      await expect(link).toHaveAttribute('referrerpolicy', 'no-referrer')
    await inOrder(page)
  }
})

test('an address that is nothing gets a page of ours', async ({ page, allow }) => {
  allow({ status: 404 })
  await page.goto('/nothing-here')
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hide' })).toBeVisible()
  await inOrder(page, 'not found')
})

test('a page that could not be made says so in a page of ours, in order', async ({ browser, app }) => {
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
  await inOrder(page, 'failed')
  await context.close()
})

test('Hide goes to a neutral site in the page’s place, so that Back does not find it', async ({ page, allow }) => {
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

test('three presses of Shift hide the page, and a capital letter among them does not', async ({ page, allow }) => {
  leaves(allow)
  await beNeutral(page)
  await page.goto('/privacy')
  await hideLink(page)
  for (const key of ['Shift', 'Shift', 'A', 'Shift', 'Shift']) await page.keyboard.press(key)
  await expect(page).toHaveURL(/\/privacy$/)
  await page.keyboard.press('Shift')
  await expect(page).toHaveURL(NEUTRAL_SITE)
})

test('a link inside the product puts the focus on the next page’s heading', async ({ page }) => {
  await page.goto('/about')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Who can read what' })).toBeFocused()
})

test('the theme that was chosen is in the first answer', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }])
  const answer = await page.goto('/')
  expect(await answer?.text()).toContain('data-theme="dark"')
})

test('a page that takes its time says that it is on its way', async ({ page }) => {
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
