// Signing up, opening, locking and recovering, on a device of one person and on a shared one.
import type { BrowserContext, Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving'
import { newCouple, newPerson } from '../lib/testing/people'
import type { ServedApp } from '../lib/testing/served'
import { signIn } from './acts/account'
import { takeDevice, wrapsKept } from './acts/devices'
import { hideLink } from './acts/hide'
import { goTo } from './acts/places'
import { surface } from './acts/writing'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const moment = '2026-11-24T08:00:00.000Z'
test.use({ moment, locale: 'en-GB', timezoneId: 'Europe/Lisbon' })

let made = 0
const newEmail = () => `noor-${++made}-${process.pid}@posta.example`

const phraseField = (page: Page) => page.locator('#current-password')
/** The page's own alert. Next has another one, outside of the page, that names the route. */
const trouble = (page: Page) => page.getByRole('main').getByRole('alert')
const sheet = (page: Page) => page.getByRole('region', { name: 'Fivefold: spare page' })

/** A part of a page that only an open journal can fill. */
async function toSparePage(page: Page): Promise<void> {
  await page.goto('/settings/spare-page')
}

/** A person who signed up on this device before: most tests here are about what comes after that. */
async function here(
  app: ServedApp,
  page: Page,
  options: { name?: string; email?: string; onlyMe: boolean },
): Promise<string> {
  const person = await newPerson(app, options)
  await takeDevice(page, person)
  return person.phrase
}

async function openWith(page: Page, phrase: string): Promise<void> {
  await phraseField(page).fill(phrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

test('signing up takes two screens, and Back loses nothing that was typed', async ({ page }) => {
  await page.goto('/start')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(trouble(page)).toContainText('Write a name')
  await page.getByLabel('Your name').fill('Noor')
  await page.getByLabel('Email').fill(newEmail())
  await page.getByRole('button', { name: 'Next' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How do you open your journal?')
  await expect(page.locator('#new-password')).toHaveValue(/^[a-z]+( [a-z]+){4}$/)
  await expect(page.locator('#username')).toHaveAttribute('autocomplete', 'username')
  await expect(page.locator('#new-password')).toHaveAttribute('autocomplete', 'new-password')
  const first = await page.locator('#new-password').inputValue()
  await page.getByRole('button', { name: 'Another one' }).click()
  await expect(page.locator('#new-password')).not.toHaveValue(first)

  await page.goBack()
  await expect(page.getByLabel('Your name')).toHaveValue('Noor')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await trouble(page).getByRole('link', { name: 'Who else uses this device? Choose one of the two.' }).click()
  await expect(page.getByRole('group', { name: /^Who else uses this device/ })).toBeFocused()
  for (const choice of ['Only me', 'Others too']) await expect(page.getByLabel(choice)).not.toBeChecked()
  await page.getByLabel('Only me').check()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL('**/write')
})

test('from the first page to the first letter it takes three taps beside name and email, and every field waits for the keys', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Start writing' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.keyboard.type('Noor')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Email')).toBeFocused()
  await page.keyboard.type(newEmail())
  await page.keyboard.press('Enter')
  await page.getByLabel('Only me').check()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await expect(page.getByRole('textbox', { name: 'Your page' })).toBeFocused()
  await page.keyboard.type('T')
  await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveValue('T')
})

test('an own phrase is refused if it is easy to guess, and accepted otherwise', async ({ page }) => {
  await page.goto('/start')
  await page.getByLabel('Your name').fill('Wilhelmina')
  await page.getByLabel('Email').fill(newEmail())
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Use my own' }).click()
  await page.getByLabel('Only me').check()
  await page.locator('#new-password').fill('too short')
  await expect(page.getByText('5 characters more')).toBeVisible()
  await page.locator('#new-password').fill('wilhelmina wilhelmina')
  await expect(page.getByText(/^Easy to guess/)).toBeVisible()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await expect(trouble(page)).toContainText('harder to guess')
  await page.locator('#new-password').fill('seven otters borrow my canoe')
  await expect(page.getByText('Hard to guess.')).toBeVisible()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL('**/write')
})

test('an email with an account returns to the first screen, with everything that was typed', async ({
  app,
  page,
  allow,
}) => {
  allow({ status: 409 })
  const { email } = await newPerson(app)
  await page.goto('/start')
  await page.getByLabel('Your name').fill('Noor again')
  await page.getByLabel('Email').fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Others too').check()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await expect(trouble(page)).toContainText('There is already a journal with this email')
  await expect(page.getByLabel('Your name')).toHaveValue('Noor again')
  await page.getByLabel('Email').fill(newEmail())
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByLabel('Others too')).toBeChecked()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL('**/write')
})

test('when the server can’t be reached, nothing that was typed is lost', async ({ page, context, allow }) => {
  allow({ offline: true })
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('noor@posta.example')
  await phraseField(page).fill('a phrase that is long enough')
  await page.getByLabel('Others too').check()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(trouble(page)).toContainText('can’t be reached')
  await expect(phraseField(page)).toHaveValue('a phrase that is long enough')
  await context.setOffline(false)
})

test('a wrong phrase and an unknown email get the same answer', async ({ app, page, allow }) => {
  allow({ status: 401 })
  const { email } = await newPerson(app)
  await page.goto('/sign-in')
  for (const typed of [email, 'nobody@posta.example']) {
    await page.getByLabel('Email').fill(typed)
    await phraseField(page).fill('not the phrase of anybody')
    await page.getByLabel('Only me').check()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(trouble(page)).toHaveText('That email and phrase don’t belong together.')
  }
})

test('on a shared device a reload and a second tab ask for the phrase', async ({ app, page, context }) => {
  const phrase = await here(app, page, { name: 'Noor', onlyMe: false })
  for (const tab of [page, await context.newPage()]) {
    await toSparePage(tab)
    await expect(phraseField(tab)).toBeVisible()
    await expect(sheet(tab)).toBeHidden()
    await openWith(tab, 'some other phrase of mine')
    await expect(tab.getByText('That isn’t the phrase of this journal.')).toBeVisible()
    await openWith(tab, phrase)
    await expect(sheet(tab)).toBeVisible()
  }
})

test('Lock asks for the phrase in every tab and after every load, before the page shows anything else', async ({
  app,
  page,
  context,
}) => {
  const phrase = await here(app, page, { name: 'Wilhelmina', onlyMe: true })
  const tab = await context.newPage()
  await toSparePage(tab)
  await expect(sheet(tab)).toBeVisible()
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Lock now' }).click()
  for (const tabPage of [page, tab]) {
    await expect(tabPage.getByRole('heading', { level: 1 })).toHaveText('Open your journal')
    await expect(tabPage.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
    expect(await tabPage.content()).not.toContain('Wilhelmina')
  }
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open your journal')
  await toSparePage(page)
  await openWith(page, phrase)
  await expect(sheet(page)).toBeVisible()
  await page.reload()
  await expect(sheet(page)).toBeVisible()
})

/** Answers for the neutral site, which no test may reach. */
async function answerNeutralSite(context: BrowserContext): Promise<void> {
  await context.route(`${NEUTRAL_SITE}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><p>Elsewhere</p>' }),
  )
}

test('Hide leaves at once, keeps nothing in Back, and locks', async ({ app, page, context, allow }) => {
  allow({ elsewhere: NEUTRAL_SITE })
  await answerNeutralSite(context)
  const phrase = await here(app, page, { name: 'Wilhelmina', onlyMe: true })
  for (const hide of [
    () => page.getByRole('link', { name: 'Hide' }).click(),
    async () => {
      for (let n = 0; n < 3; n++) await page.keyboard.press('Shift')
    },
  ]) {
    await toSparePage(page)
    await expect(sheet(page)).toBeVisible()
    await hide()
    await expect(page.getByText('Elsewhere')).toBeVisible()
    await page.goBack()
    await expect(page.locator(':root')).not.toContainText('Wilhelmina')
    await toSparePage(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open your journal')
    await openWith(page, phrase)
    await expect(sheet(page)).toBeVisible()
  }
})

for (const path of ['/support', '/settings']) {
  test(`Hide on ${path} locks every tab, and removes what opens the journal on this device`, async ({
    app,
    page,
    context,
    allow,
  }) => {
    allow({ elsewhere: NEUTRAL_SITE })
    allow({ offline: true })
    await answerNeutralSite(context)
    await here(app, page, { name: 'Wilhelmina', onlyMe: true })
    const tab = await context.newPage()
    await toSparePage(tab)
    await expect(sheet(tab)).toBeVisible()
    await page.goto(path)
    expect(await wrapsKept(tab)).toBe(1)
    // the request to the server does not arrive: Hide works on the device alone
    await context.route('**/api/me/vault/device-key', (route) => route.abort())
    await (await hideLink(page)).click()
    await expect(page.getByText('Elsewhere')).toBeVisible()
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Open your journal')
    expect(await tab.content()).not.toContain('Wilhelmina')
    await expect.poll(() => wrapsKept(tab)).toBe(0)
  })
}

test('fifteen idle minutes lock a shared device, and no other', async ({ app, page, context }) => {
  for (const onlyMe of [false, true]) {
    await context.clearCookies()
    await context.clock.setFixedTime(moment)
    const phrase = await here(app, page, { name: 'Noor', onlyMe })
    await toSparePage(page)
    if (!onlyMe) await openWith(page, phrase)
    await expect(sheet(page)).toBeVisible()
    await context.clock.setFixedTime('2026-11-24T08:14:00.000Z')
    await page.keyboard.press('Tab')
    await context.clock.setFixedTime('2026-11-24T08:28:59.000Z')
    await page.keyboard.press('Tab')
    await expect(sheet(page)).toBeVisible()
    await context.clock.setFixedTime('2026-11-24T08:44:00.000Z')
    await page.keyboard.press('Tab')
    await expect(phraseField(page)).toBeVisible({ visible: !onlyMe })
    await expect(sheet(page)).toBeVisible({ visible: onlyMe })
  }
})

test('the answer to who else uses this device can be changed, and holds from then on', async ({
  app,
  page,
  context,
  allow,
}) => {
  const phrase = await here(app, page, { name: 'Noor', onlyMe: false })
  await toSparePage(page)
  await openWith(page, phrase)
  await expect(sheet(page)).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/me/vault/device-key') && answer.status() === 204,
  )
  await page.getByLabel('Only me').check()
  await kept
  await toSparePage(page)
  await expect(sheet(page)).toBeVisible()

  // that others use it too holds on the device at once, so that is what it shows, also while the server hears nothing
  allow({ offline: true })
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await expect(page.getByLabel('Only me')).toBeChecked()
  await context.setOffline(true)
  await page.getByLabel('Others too').check()
  await expect(page.getByRole('alert').filter({ hasText: 'can’t be reached' })).toBeVisible()
  await expect(page.getByLabel('Others too')).toBeChecked()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'can’t be reached' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Others too')).toBeChecked()
})

test('a tap too early loses no spare page, and a new one can be made at any time', async ({ app, page, allow }) => {
  allow({ status: 401 })
  const email = newEmail()
  const phrase = await here(app, page, { name: 'Noor', email, onlyMe: true })
  const readCode = async () => (await sheet(page).locator('[translate=no]').innerText()).replaceAll(/[^0-9A-Z]/g, '')
  await toSparePage(page)
  await expect(page.getByRole('button', { name: 'Print or save as a file' })).toHaveClass(/button-primary/)
  const first = await readCode()

  await page.getByRole('button', { name: 'I saved it' }).click()
  await expect(page.getByRole('heading', { name: 'Do you have it, on paper or in a file?' })).toBeFocused()
  await checkPage(page)
  await page.getByRole('button', { name: 'Not yet' }).click()
  await expect(page.getByRole('button', { name: 'I saved it' })).toBeFocused()
  expect(await readCode()).toBe(first)
  await page.reload()
  expect(await readCode()).toBe(first)

  await page.getByRole('button', { name: 'I saved it' }).click()
  await page.getByRole('button', { name: 'Yes, I have it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You saved your spare page on /)
  await page.reload()
  await page.getByRole('button', { name: 'Make a new page' }).click()
  await checkPage(page)
  await phraseField(page).fill('this is not the phrase')
  await page.getByRole('button', { name: 'Make a new page' }).click()
  await expect(trouble(page)).toContainText('That isn’t the phrase of this journal.')
  await phraseField(page).fill(phrase)
  await page.getByRole('button', { name: 'Make a new page' }).click()
  await expect(sheet(page)).toBeVisible()
  const second = await readCode()
  expect(second).toMatch(/^[0-9A-Z]{32}$/)
  expect(second).not.toBe(first)
  await page.reload()
  expect(await readCode()).toBe(second)
  await goTo(page, '/settings')
  await expect(page.getByText('Not yet recoverable')).toBeVisible()

  // the former page opens nothing from then on
  await page.goto('/recover')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('The code on the page').fill(first)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(trouble(page)).toContainText('That email and page don’t belong together.')
  await page.getByLabel('The code on the page').fill(second)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new phrase')
})

test('a name from right to left turns nothing around it', async ({ app, page }) => {
  const { a } = await newCouple(app, { b: { name: 'נועה (2)' } })
  await takeDevice(page, a)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 2, name: /^You and/ })).toHaveText('You and \u2068נועה (2)\u2069')
  await goTo(page, '/settings/part')
  await checkPage(page)
})

test('the spare page opens the journal with a new phrase, and every other device is signed out', async ({
  page,
  browser,
  complaints,
  app,
  allow,
}) => {
  allow({ status: 401 })
  const email = newEmail()
  const old = await here(app, page, { name: 'Noor', email, onlyMe: true })
  await toSparePage(page)
  const code = (await sheet(page).locator('[translate=no]').innerText()).replaceAll(/[^0-9A-Z]/g, '')
  expect(code).toMatch(/^[0-9A-Z]{32}$/)
  await page.getByRole('button', { name: 'I saved it' }).click()
  await page.getByRole('button', { name: 'Yes, I have it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^You saved your spare page on Tuesday,? November 24, 2026$/,
  )
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^You saved your spare page on Tuesday,? November 24, 2026$/,
  )
  await expect(sheet(page)).toBeHidden()

  const elsewhere = await browser.newContext({ baseURL: app.origin, locale: 'en-GB' })
  await complaints.watch(elsewhere, app.origin)
  await elsewhere.clock.setFixedTime(moment)
  const other = await elsewhere.newPage()
  // the QR code of the page opens this address
  await other.goto(`/recover#${code}`)
  await expect(other.getByLabel('The code on the page')).toHaveValue(code)
  expect(new URL(other.url()).hash).toBe('')
  await other.getByLabel('Email').fill(email)
  await other.getByRole('button', { name: 'Next' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Choose a new phrase')
  await expect(other.locator('#new-password')).not.toHaveValue('')
  await checkPage(other, 'recover, its second step')
  const phrase = await other.locator('#new-password').inputValue()
  await other.getByLabel('Only me').check()
  await other.getByRole('button', { name: 'Open my journal' }).click()
  await other.waitForURL('**/today')
  await toSparePage(other)
  await expect(sheet(other)).toBeVisible()
  await elsewhere.close()

  await page.goto('/settings')
  await page.waitForURL('**/sign-in?ended=1')
  await page.getByLabel('Email').fill(email)
  await phraseField(page).fill(old)
  await page.getByLabel('Only me').check()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(trouble(page)).toHaveText('That email and phrase don’t belong together.')
  await signIn(page, { email, phrase, onlyMe: true })
})

test('Settings changes name and zone, lists sessions, and signs out another device and this one', async ({
  page,
  browser,
  complaints,
  app,
}) => {
  const email = newEmail()
  const phrase = await here(app, page, { name: 'Noor', email, onlyMe: true })
  const elsewhere = await browser.newContext({ baseURL: app.origin, locale: 'en-GB' })
  await complaints.watch(elsewhere, app.origin)
  await elsewhere.clock.setFixedTime(moment)
  const other = await elsewhere.newPage()
  await signIn(other, { email, phrase, onlyMe: false })

  await page.goto('/settings')
  await page.getByLabel('Your name').fill('Noor Amina')
  await page.getByLabel('Time zone').selectOption('America/Toronto')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeAttached()
  await page.reload()
  await expect(page.getByLabel('Your name')).toHaveValue('Noor Amina')
  await expect(page.getByLabel('Time zone')).toHaveValue('America/Toronto')

  // spelling is not checked until the person turns it on, since checking may send text to a vendor
  for (const [click, checked] of [
    [false, 'false'],
    [true, 'true'],
  ] as const) {
    if (click) await page.getByLabel('Check my spelling here').check()
    await goTo(page, '/write')
    await expect(surface(page)).toHaveAttribute('spellcheck', checked)
    await page.goto('/settings')
  }
  await expect(page.getByLabel('Check my spelling here')).toBeChecked()

  const places = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(places).toHaveCount(2)
  await places.getByRole('button', { name: /^Sign out there/ }).click()
  await expect(places).toHaveCount(1)
  await other.goto('/settings')
  await other.waitForURL('**/sign-in?ended=1')
  await elsewhere.close()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/settings')
  await page.waitForURL('**/sign-in')
})

test('over plain http nothing can be typed, and the page says why and what to do', async ({
  playwright,
  launchOptions,
  app,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP home.example 127.0.0.1'],
  })
  const page = await browser.newPage()
  for (const path of ['/start', '/sign-in', '/recover']) {
    await page.goto(`http://home.example:${app.port}${path}`)
    await expect(page.getByRole('alert').filter({ hasText: 'plain http' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  }
  await browser.close()
})

test('every page of an account passes the checks of layout and accessibility', async ({ page }) => {
  // the signed-in pages are in alone.spec.ts
  await page.goto('/start')
  await checkPage(page, 'start')
  await page.getByRole('button', { name: 'Next' }).click()
  await checkPage(page, 'start, with errors')
  await page.getByLabel('Your name').fill('Noor')
  await page.getByLabel('Email').fill(newEmail())
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('#new-password')).not.toHaveValue('')
  await checkPage(page, 'start, with a made phrase')
  await page.getByRole('button', { name: 'Use my own' }).click()
  await page.locator('#new-password').fill('seven otters borrow my canoe')
  await expect(page.getByText('Hard to guess.')).toBeVisible()
  await checkPage(page, 'start, with an own phrase')
  await page.getByLabel('Only me').check()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL('**/write')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open your journal')
  await checkPage(page, 'locked')
  for (const path of ['/sign-in', '/recover']) {
    await goTo(page, path)
    await expect(page.getByRole('main').getByRole('button').first()).toBeEnabled()
    await checkPage(page)
  }
})
