import type { Page, Request } from '@playwright/test'
import { fetchInvitation } from '../lib/couples/device.ts'
import { newCouple, newPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { fillSignUp } from './acts/account'
import { expectGesture } from './acts/gesture'
import { invite, joinAsNew, part, readAloud } from './acts/pairing'
import { goTo } from './acts/places'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

const elias = { name: 'Elias', email: 'elias@posta.example', onlyMe: true }
const plainAnswer = 'This invitation can’t be used'

/** A new email for each test: all tests of a worker share one database. */
const fresh = <A extends { email: string }>(account: A): A => ({
  ...account,
  email: `${crypto.randomUUID().slice(0, 8)}-${account.email}`,
})

/** Everything that a page sends to a server. */
function listen(page: Page): { said: () => Promise<string> } {
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  return {
    said: async () =>
      (
        await Promise.all(
          requests.map(async (request) => [
            request.url(),
            JSON.stringify(await request.allHeaders()),
            request.postData() ?? '',
          ]),
        )
      )
        .flat()
        .join('\n'),
  }
}

test('a person invites by link; the partner signs up on the invitation’s page, in another zone, and they are a couple', async ({
  app,
  twoPeople,
}) => {
  const { a, b } = await twoPeople({ zones: ['Europe/Lisbon', 'America/Montreal'] })
  await takeDevice(a.page, await newPerson(app))
  const link = await invite(a.page)
  expect(link).toMatch(/^http:\/\/localhost:\d+\/join#v1\.[A-Za-z0-9_-]{22}$/)
  await expect(a.page.getByText(/for three days: until Saturday,? March 6,? 6:00/)).toBeVisible()
  await expect(a.page.getByText('Either of you can leave, alone and at once.')).toBeVisible()

  const heard = listen(b.page)
  await b.page.goto(link)
  await expect(b.page.getByRole('heading', { name: 'Noor invites you to keep a journal side by side' })).toBeVisible()
  await expect(b.page).toHaveURL(/\/join$/)
  await expect(b.page.getByText('Either of you can leave, alone and at once.')).toBeVisible()
  await expect(b.page.getByText(/open until Saturday,? March 6,? 1:00/)).toBeVisible()
  await joinAsNew(b.page, link, 'Noor', fresh(elias))
  await expectGesture(b.page.getByRole('main'), 'moves')
  await expect(b.page).toHaveURL(/\/join$/)
  const secret = link.split('#v1.')[1] ?? 'none'
  expect(await heard.said()).not.toContain(secret)
  await b.page.reload()
  await expect(b.page.getByRole('heading', { name: 'You and Noor are two' })).toBeVisible()
  await expectGesture(b.page.getByRole('main'), 'rests')

  await expect(a.page.getByRole('heading', { name: 'You and Elias are two' })).toBeVisible()
  await expectGesture(a.page.getByRole('main'), 'moves')
  await a.page.emulateMedia({ reducedMotion: 'reduce' })
  await expectGesture(a.page.getByRole('main'), 'rests')
  await a.page.emulateMedia({ reducedMotion: null })
  await expectGesture(a.page.getByRole('main'), 'moves')
  await a.page.reload()
  await expectGesture(a.page.getByRole('main'), 'rests')
  await b.page.goto('/pair')
  for (const { page } of [a, b]) {
    await settled(page)
    await expect(page.getByText('Nothing can be shared')).toHaveCount(0)
  }
  // the server names other keys for Elias
  const { enc } = (await newPerson(app)).vault().bundle
  await a.page.route('**/api/couple', async (route) => {
    const response = await route.fetch()
    const { couple, former } = await response.json()
    await route.fulfill({
      response,
      json: { couple: { ...couple, partnerBundle: { ...couple.partnerBundle, enc } }, former },
    })
  })
  await a.page.goto('/pair')
  await expect(a.page.getByText('Nothing can be shared with Elias now.')).toBeVisible()
  await b.page.getByRole('link', { name: 'Mark what feels fed' }).click()
  const marks = b.page.getByRole('heading', { name: 'What feels fed, and what would you love more of?' })
  await expect(marks).toBeFocused()
  await expect(marks).toBeInViewport()
})

/** Goes back in the very task that draws a heading, before the page's effects ran. */
const backOnceDrawn = (page: Page, heading: string) =>
  page.evaluate((words) => {
    const watch = new MutationObserver(goBack)
    watch.observe(document, { subtree: true, childList: true })
    goBack()
    function goBack() {
      if (document.querySelector('h1')?.textContent !== words) return
      watch.disconnect()
      history.back()
    }
  }, heading)

test('an invitation survives a reload and Back at each step, stays in its tab, and is gone once it was declined or accepted', async ({
  app,
  twoPeople,
  allow,
}) => {
  const { a, b } = await twoPeople()
  await takeDevice(a.page, await newPerson(app))
  const link = await invite(a.page)
  const secret = link.split('#v1.')[1] ?? 'none'
  const { page } = b
  const heard = listen(page)
  const invitation = page.getByRole('heading', { name: 'Noor invites you to keep a journal side by side' })
  /** Where the browser has the secret. */
  const keptIn = () =>
    page.evaluate(
      (k) =>
        Object.entries({
          session: JSON.stringify({ ...sessionStorage }),
          local: JSON.stringify({ ...localStorage }),
          address: location.href + JSON.stringify(history.state),
          cookies: document.cookie,
        }).flatMap(([place, text]) => (text.includes(k) ? [place] : [])),
      secret,
    )
  // at another address of the same home, the notice takes it along to the right one
  const wrong = app.origin.replace('localhost', '127.0.0.1')
  allow({ elsewhere: wrong })
  await page.goto(link.replace(app.origin, wrong))
  await expect(invitation).toBeVisible()
  await page.getByRole('link', { name: app.origin }).click()
  await expect(page).toHaveURL(`${app.origin}/join`)
  await expect(invitation).toBeVisible()
  await page.reload()
  await expect(invitation).toBeVisible()
  expect(await keptIn()).toEqual(['session'])

  await page.getByRole('link', { name: 'Not now' }).click()
  await expect(page).not.toHaveURL(/join/)
  expect(await keptIn()).toEqual([])
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Join your partner' })).toBeVisible()
  await page.goto('about:blank')

  await page.goto(link)
  await page.getByRole('button', { name: 'Join Noor' }).click()
  await expect(page.getByRole('heading', { name: 'Who is writing?' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Who is writing?' })).toBeVisible()
  await page.reload({ waitUntil: 'commit' })
  await backOnceDrawn(page, 'Who is writing?')
  await expect(invitation).toBeVisible()
  await page.getByRole('button', { name: 'I already write here' }).click()
  await expect(page.getByRole('heading', { name: 'Open your journal, and join Noor' })).toBeVisible()
  await page.goBack()
  await expect(invitation).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('heading', { name: 'Open your journal, and join Noor' })).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: 'Join Noor' }).click()
  await fillSignUp(page, fresh(elias))
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Who is writing?' })).toBeVisible()
  await page.goto('about:blank')
  await joinAsNew(page, new URL('/join', link).href, 'Noor', fresh(elias))
  expect(await keptIn()).toEqual([])
  expect(await heard.said()).not.toContain(secret)
})

test('a person with an account joins by twelve words; used words then get one plain answer', async ({
  app,
  twoPeople,
  allow,
}) => {
  allow({ status: 404 })
  const { a, b } = await twoPeople()
  await takeDevice(a.page, await newPerson(app))
  await takeDevice(b.page, await newPerson(app, { name: 'Elias' }))
  await invite(a.page)
  const words = await readAloud(a.page)
  await goTo(a.page, '/today')
  await b.page.goto('/join')
  await b.page.getByRole('button', { name: 'Continue' }).click()
  await expect(b.page.getByText('Type the twelve words, or paste the link.')).toBeVisible()
  await expect(b.page.getByLabel('Twelve words, or the link')).toBeFocused()
  await b.page.getByLabel('Twelve words, or the link').fill('river '.repeat(12))
  await b.page.getByRole('button', { name: 'Continue' }).click()
  await expect(b.page.getByText('One of these words isn’t right.')).toBeVisible()
  await b.page.getByLabel('Twelve words, or the link').fill(words)
  await b.page.getByRole('button', { name: 'Continue' }).click()
  await expect(b.page.getByText('You are signed in as Elias.')).toBeVisible()
  await b.page.getByRole('button', { name: 'Join Noor' }).click()
  await expect(b.page.getByRole('heading', { name: 'You and Noor are two' })).toBeVisible()
  // the inviter is told wherever they are, and /pair has nothing more to show
  await a.page.reload()
  await expect(a.page.getByRole('listitem').filter({ hasText: 'Elias has joined. Now you are two.' })).toBeVisible()
  await expectGesture(a.page.locator('.toasts'), 'moves')
  await goTo(a.page, '/pair')
  await expect(a.page.getByRole('heading', { name: 'You and Elias are two' })).toBeVisible()
  await expectGesture(a.page.getByRole('main'), 'rests')

  const stranger = await b.context.browser()?.newContext()
  const page = await stranger?.newPage()
  if (!stranger || !page) throw new Error('No browser.')
  await page.goto(new URL('/join', a.page.url()).href)
  await page.getByLabel('Twelve words, or the link').fill(words)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: plainAnswer })).toBeVisible()
  await stranger.close()
})

test('a used, withdrawn, own or invalid link gets the same plain answer', async ({ app, twoPeople, allow }) => {
  allow({ status: 404 })
  const { a, b } = await twoPeople()
  await takeDevice(a.page, await newPerson(app))
  const withdrawn = await invite(a.page)
  await a.page.getByRole('button', { name: 'Take the invitation back' }).click()
  await expect(a.page.getByRole('button', { name: 'Make an invitation' })).toBeVisible()
  const used = await invite(a.page)
  await a.page.goto(used)
  await a.page.getByRole('button', { name: 'Join Noor' }).click()
  await expect(a.page.getByRole('heading', { name: plainAnswer })).toBeVisible()
  const { joining } = await fetchInvitation((await newPerson(app)).device, used)
  await newPerson(app, { name: 'Elias', acceptance: joining })
  for (const link of [withdrawn, used, `${used.slice(0, -4)}AAAA`, `${new URL(used).origin}/join#v1.nothing`]) {
    await b.page.goto('about:blank')
    await b.page.goto(link)
    await expect(b.page.getByRole('heading', { name: plainAnswer })).toBeVisible()
    await expect(b.page).toHaveURL(/\/join$/)
  }
})

test('a person parts alone; the partner is not paired from the next request, and both journals are complete', async ({
  app,
  twoPeople,
}) => {
  const couple = await newCouple(app)
  const { a, b } = await twoPeople()
  await takeDevice(a.page, couple.a)
  await takeDevice(b.page, couple.b)
  await a.page.goto('/settings/part')
  await expect(a.page.getByText('Changing what someone can see may be noticed.')).toBeVisible()
  await part(b.page)
  await a.page.reload()
  await expect(a.page.getByRole('heading', { name: 'You are not paired' })).toBeVisible()
  await goTo(a.page, '/pair')
  await expect(a.page.getByRole('button', { name: 'Make an invitation' })).toBeVisible()
})

test('every page of pairing and parting passes the checks, also with a long name', async ({
  app,
  twoPeople,
  allow,
}) => {
  allow({ status: 404 })
  const name = 'Noor Maximiliane von und zu Hohenheim-Langenfeld'
  const { a, b } = await twoPeople()
  await takeDevice(a.page, await newPerson(app, { name }))
  await a.page.goto('/pair')
  await expect(a.page.getByRole('button', { name: 'Make an invitation' })).toBeVisible()
  await checkPage(a.page, 'pair, alone')
  const link = await invite(a.page)
  await a.page.getByRole('button', { name: 'Copy the words and the link' }).click()
  await expect
    .poll(() => a.page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`I keep a journal here. Nothing of yours is needed.\n${link}`)
  await readAloud(a.page)
  await checkPage(a.page, 'pair, with an invitation')
  await b.page.goto('/join')
  await expect(b.page.getByRole('heading', { name: 'Join your partner' })).toBeVisible()
  await checkPage(b.page, 'join, without a link')
  await b.page.goto('about:blank')
  await b.page.goto(link)
  await expect(b.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible()
  await checkPage(b.page, 'join')
  await joinAsNew(b.page, link, name, fresh(elias))
  await checkPage(b.page, 'join, joined')
  await expect(a.page.getByRole('heading', { name: 'You and Elias are two' })).toBeVisible()
  await checkPage(a.page, 'pair, as two')
  await goTo(a.page, '/settings/part')
  await checkPage(a.page)
  await a.page.getByRole('button', { name: 'Part', exact: true }).click()
  await expect(a.page.getByRole('heading', { name: 'You are not paired' })).toBeVisible()
  await checkPage(a.page, 'parted')
  await a.page.goto(link)
  await expect(a.page.getByRole('heading', { name: plainAnswer })).toBeVisible()
  await checkPage(a.page, 'join, with a used link')
})
