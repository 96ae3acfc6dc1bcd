// A ritual of two people in two zones, in the weeks between their clock changes: Lisbon on 25 October 2026, Toronto on 1 November.
import type { Page } from '@playwright/test'
import { changeMe } from '../lib/accounts/contract.ts'
import { LONG_NAME, newCouple, type TestPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { expectGesture } from './acts/gesture'
import { goTo } from './acts/places'
import { agreeToRitual, fillProposal, openMore, proposeRitual, takePart } from './acts/rituals'
import { holdBack } from './acts/slow'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-10-20T19:00:00.000Z' })

const soup = {
  title: 'Soup, on a call',
  types: ['Experiential'],
  weekdays: ['Thursday'],
  time: '21:00',
  length: 'an hour',
  starts: '2026-10-22',
}

async function comeIn(page: Page, person: TestPerson): Promise<void> {
  await person.device.call(changeMe, { locale: 'en-GB' })
  await takeDevice(page, person)
}

/** Each of the next dates as one line: the day, and the times of both. */
const datesOn = async (page: Page): Promise<string[]> => {
  const rows = page.getByRole('region', { name: 'The next dates' }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}

test('two people agree on a ritual, see its dates by their own clocks, take part, end it and undo that', async ({
  app,
  twoPeople,
  complaints: _,
}) => {
  const couple = await newCouple(app)
  const { a, b, setMoment } = await twoPeople({
    zones: ['Europe/Lisbon', 'America/Toronto'],
    locales: ['en-GB', 'en-GB'],
  })
  const [noor, elias] = [a.page, b.page]
  await comeIn(noor, couple.a)
  await comeIn(elias, couple.b)

  await test.step('the form shows the next dates as they are filled in, by both clocks', async () => {
    await noor.goto('/rituals')
    await noor.getByRole('link', { name: 'Propose a ritual' }).click()
    await noor.getByRole('button', { name: 'Propose it' }).click()
    await expect(noor.getByRole('main').getByRole('alert')).toContainText('On which days?')
    await fillProposal(noor, soup)
    expect(await datesOn(noor)).toEqual([
      'Thu 22 Oct You 21:00 Elias 16:00',
      'Thu 29 Oct You 21:00 Elias 17:00',
      'Thu 5 Nov You 21:00 Elias 16:00',
    ])
    await expect(noor.getByText('16:00 for Elias', { exact: true })).toBeVisible()
    await expect(noor.getByText('The clocks change between these dates')).toBeVisible()
    // By his clock she still types her own: the first date stays, and the later ones follow his.
    await noor.getByLabel('Whose clock does it follow?').selectOption('America/Toronto')
    expect(await datesOn(noor)).toEqual([
      'Thu 22 Oct You 21:00 Elias 16:00',
      'Thu 29 Oct You 20:00 Elias 16:00',
      'Thu 5 Nov You 21:00 Elias 16:00',
    ])
    await expect(noor.getByText('they follow the clock in Toronto')).toBeVisible()
    await noor.getByLabel('At what time?').fill('02:00')
    await expect(noor.getByText('21:00 for Elias, Wednesday', { exact: true })).toBeVisible()
    expect((await datesOn(noor))[0]).toBe('Thu 22 Oct You 02:00 Elias Wed 21:00')
    await noor.getByLabel('Whose clock does it follow?').selectOption('Europe/Lisbon')
  })

  await test.step('Noor proposes, with what it means to her; nothing says what he did or did not do', async () => {
    await proposeRitual(noor, { ...soup, means: 'An hour in which we are in one kitchen.' })
    await expect(noor.getByText('An hour in which we are in one kitchen.')).toBeVisible()
    await expect(noor.getByRole('button', { name: 'Withdraw this' })).toBeVisible()
    await expect(noor.getByRole('main')).not.toContainText(/waiting|not yet|has not/i)
  })

  await test.step('Elias reads it on his own clock, and says yes with what it means to him', async () => {
    await agreeToRitual(elias, { title: soup.title, means: 'Home, for an hour.' })
    await expect(elias.getByText('An hour in which we are in one kitchen.')).toBeVisible()
    await expect(elias.getByText('Home, for an hour.')).toBeVisible()
    await expect(elias.locator('.two-marks-move')).toHaveCount(1) // just now, and only now
    await expect(elias.getByText('Every Thursday at 21:00, Lisbon time (16:00 for you), for an hour.')).toBeVisible()
    expect(await datesOn(elias)).toEqual([
      'Thursday 22 October You 16:00 Noor 21:00',
      'Thursday 29 October You 17:00 Noor 21:00',
      'Thursday 5 November You 16:00 Noor 21:00',
      'Thursday 12 November You 16:00 Noor 21:00',
    ])
    // who proposed it sees the same, once, on the page that tells them first
    await noor.reload()
    await expect(noor.getByText('You both said yes to this')).toBeVisible()
    await expectGesture(noor.getByRole('main'), 'moves')
    await noor.reload()
    await expectGesture(noor.getByRole('main'), 'rests')
    await expect(noor.getByText('Home, for an hour.')).toBeVisible()
    await goTo(noor, '/today')
    await expect(noor.getByRole('region', { name: soup.title })).toBeVisible()
    await expect(noor.locator('.toast')).toHaveCount(0)
  })

  await test.step('once it has begun each marks that they took part, and takes nothing else from it', async () => {
    await expect(noor.getByRole('region', { name: soup.title })).toContainText('in 2 days')
    await expect(noor.getByRole('button', { name: /I took part/ })).toHaveCount(0)
    await setMoment('2026-10-22T19:30:00.000Z')
    await noor.goto('/today')
    await expect(noor.getByRole('region', { name: soup.title })).toContainText('in 30 minutes')
    await expect(noor.getByRole('button', { name: /I took part/ })).toHaveCount(0)
    await setMoment('2026-10-22T20:00:00.000Z')
    await takePart(noor, soup.title)
    await goTo(elias, '/today')
    await expect(elias.getByRole('region', { name: soup.title })).toContainText('16:00')
    await expect(
      elias.getByRole('region', { name: soup.title }).getByRole('button', { name: 'I took part', pressed: false }),
    ).toBeVisible()
    await expect(elias.getByRole('main')).not.toContainText('Noor took part')
    await takePart(elias, soup.title)
    await noor.getByRole('region', { name: soup.title }).getByRole('link', { name: soup.title }).click()
    await noor.getByRole('article', { name: soup.title }).getByRole('link', { name: soup.title, exact: true }).click()
    await expect(noor.getByRole('region', { name: 'The last few weeks' })).toContainText('You both took part')
    await expect(noor.getByRole('region', { name: 'The last few weeks' })).toContainText('Thursday 22 October')
    expect((await datesOn(noor))[0]).toContain('Thursday 29 October')
  })

  await test.step('afterwards the ritual is listed under what was planned for today, and taking part can be undone', async () => {
    await setMoment('2026-10-22T21:30:00.000Z')
    await goTo(noor, '/today')
    const earlier = noor.getByRole('region', { name: 'Planned for today' })
    const kept = noor.waitForResponse((answer) => answer.url().endsWith('/taking-part') && answer.ok())
    await earlier.getByRole('button', { name: 'I took part', pressed: true }).click()
    await kept
    await noor.reload()
    await expect(earlier.getByRole('button', { name: 'I took part', pressed: false })).toBeVisible()
  })

  await test.step('either ends it alone, and may take that back', async () => {
    await elias.goto('/rituals')
    await elias.getByRole('region', { name: 'Your rituals' }).getByRole('link', { name: soup.title }).click()
    await elias.getByRole('button', { name: 'End this ritual' }).click()
    await elias.waitForURL('**/rituals')
    await expect(elias.getByRole('region', { name: 'Before' })).toContainText(soup.title)
    await elias.getByRole('button', { name: 'Undo' }).click()
    await expect(elias.getByRole('region', { name: 'Your rituals' })).toContainText(soup.title)
  })

  await test.step('an answer that comes late does not take him away from where he is', async () => {
    await elias.getByRole('region', { name: 'Your rituals' }).getByRole('link', { name: soup.title }).click()
    const arrive = await holdBack(elias, 'PUT', '**/ending')
    await elias.getByRole('button', { name: 'End this ritual' }).click()
    await goTo(elias, '/week')
    arrive()
    await expect(elias.getByText('Ended.').first()).toBeVisible()
    await expect(elias).toHaveURL(/\/week$/)
  })
})

test('a proposal is a sentence that fits a phone, and is filled in with the keyboard alone', async ({ app, page }) => {
  const couple = await newCouple(app)
  await page.setViewportSize({ width: 390, height: 844 })
  await comeIn(page, couple.a)
  await page.goto('/rituals/new')
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  await expect(page.getByLabel('What it means to me')).toBeVisible()
  expect(await height()).toBeLessThan(900)

  await page.getByRole('button', { name: 'On which days?' }).focus()
  await page.keyboard.press('Enter') // folds the days, and shows them again, with focus on the first
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Sunday' })).toBeFocused() // with which their week begins
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let day = 1; day < 4; day++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const days = page.getByRole('button', { name: 'On which days? Monday and Thursday' })
  await days.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What is it?').focus()
  await page.keyboard.type('cook the same soup')
  await page.getByRole('checkbox', { name: 'Emotional' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'The next dates' }).getByRole('listitem')).toHaveCount(3)
  expect(await height()).toBeLessThan(900)

  await openMore(page)
  await page.getByRole('radio', { name: 'Every second week' }).check()
  await expect(page.getByRole('main')).toContainText('Every second week on')
  await days.press('Enter')
  await page.getByRole('checkbox', { name: 'Monday' }).uncheck()
  await expect(page.getByRole('main')).toContainText(/Every second\s*On which days\?\s*Thursday/)
  await page.getByLabel('What is it?').press('Enter') // as in any field of one line
  await expect(page.getByRole('heading', { level: 1, name: 'Cook the same soup' })).toBeVisible()
  await expect(page.getByText('Every second Thursday at 20:00, for an hour.')).toBeVisible()
})

test('the screens of rituals and Today pass the checks, empty and full', async ({ app, twoPeople }) => {
  const couple = await newCouple(app, { a: { name: LONG_NAME } })
  const { a, b } = await twoPeople({ zones: ['Europe/Lisbon', 'America/Toronto'], locales: ['en-GB', 'en-GB'] })
  await comeIn(a.page, couple.a)
  await comeIn(b.page, couple.b)
  // from page to page by links; week.spec.ts checks the week
  for (const path of ['/today', '/week', '/rituals', '/rituals/new']) await look(a.page, path)
  await fillProposal(a.page, {
    ...soup,
    weekdays: ['Tuesday', 'Thursday'],
    starts: '2026-10-20',
    means: 'One kitchen.',
  })
  await a.page.getByRole('button', { name: 'Propose it' }).click()
  await expect(a.page.getByText('You proposed this')).toBeVisible()
  await checkPage(a.page)
  for (const path of ['/today', '/week', '/rituals']) await look(b.page, path)
  await b.page.getByRole('link', { name: soup.title }).click()
  await expect(b.page.getByText('One kitchen.')).toBeVisible()
  await checkPage(b.page)
  await agreeToRitual(b.page, { title: soup.title, means: 'Home.' })
  for (const path of ['/today', '/week', '/rituals']) await look(b.page, path)
  await b.page.getByRole('region', { name: 'Your rituals' }).getByRole('link', { name: soup.title }).click()
  await b.page.getByRole('button', { name: 'End this ritual' }).click()
  await b.page.waitForURL('**/rituals')
  await expect(b.page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await checkPage(b.page) // with what may be taken back
  await b.page.getByRole('region', { name: 'Before' }).getByRole('link', { name: soup.title }).click()
  await expect(b.page.getByRole('heading', { level: 1, name: soup.title })).toBeVisible()
  await checkPage(b.page)
})

/** Today has both clocks at the end of the rail. Rituals has an action of its own, so its Write is an outline. */
async function look(page: Page, path: string): Promise<void> {
  await goTo(page, path)
  if (path !== '/week') await checkPage(page, path, { darkWideToo: path === '/today' || path === '/rituals' })
}
