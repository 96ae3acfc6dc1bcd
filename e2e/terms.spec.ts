// Two people in two zones negotiate terms: one answers a proposal with other terms, they change agreed terms, and let the ritual rest.
import type { Page } from '@playwright/test'
import { changeMe } from '../lib/accounts/contract.ts'
import { newCouple, type TestPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { expectGesture } from './acts/gesture'
import { goTo } from './acts/places'
import { openHistory, proposeRitual, suggestTerms } from './acts/rituals'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-11-24T12:00:00.000Z' }) // a Tuesday: noon in Lisbon, seven in the morning in Montréal

const soup = {
  title: 'Soup, on a call',
  types: ['Experiential'],
  weekdays: ['Thursday'],
  time: '20:00',
  length: 'an hour',
  starts: '2026-11-26',
}

async function comeIn(page: Page, person: TestPerson): Promise<void> {
  await person.device.call(changeMe, { locale: 'en-GB' })
  await takeDevice(page, person)
}

const dates = (page: Page) => page.getByRole('region', { name: 'The next dates' })
const suggestion = (page: Page) => page.getByRole('region', { name: /other terms$/ })

test('two people agree on terms, change them later, and let the ritual rest', async ({
  app,
  twoPeople,
  complaints: _,
  allow,
}) => {
  allow({ status: 412 })
  const couple = await newCouple(app)
  const { a, b, setMoment } = await twoPeople({
    zones: ['Europe/Lisbon', 'America/Montreal'],
    locales: ['en-GB', 'en-GB'],
  })
  const [noor, elias] = [a.page, b.page]
  await comeIn(noor, couple.a)
  await comeIn(elias, couple.b)
  await proposeRitual(noor, soup)
  const address = new URL(noor.url()).pathname

  await test.step('Elias answers the proposal with other terms, and both see what would be different', async () => {
    await elias.goto('/today')
    await elias.getByRole('link', { name: `proposes: ${soup.title}` }).click()
    await elias.getByRole('link', { name: 'Suggest other terms' }).click()
    // The time is by his own clock.
    await expect(elias.getByLabel('What is it?')).toHaveValue('Soup, on a call')
    await expect(elias.getByLabel('At what time?')).toHaveValue('15:00')
    await expect(elias.getByText('20:00 for Noor', { exact: true })).toBeVisible()
    await elias.getByRole('button', { name: 'Suggest this' }).click()
    await expect(elias.getByRole('main').getByRole('alert')).toContainText('Change something first')
    await suggestTerms(elias, { time: '16:30' })
    await expect(elias.getByRole('paragraph').filter({ hasText: 'You suggested other terms' })).toBeVisible()
    await expect(elias.getByRole('main')).not.toContainText(/waiting|not yet|has not/i)
    await goTo(noor, '/today')
    await noor.getByRole('link', { name: `suggests other terms: ${soup.title}` }).click()
    await expect(noor.getByRole('region', { name: 'What would be different' })).toContainText('Every Thursday at 20:00')
    await expect(noor.getByRole('region', { name: 'What would be different' })).toContainText('Every Thursday at 21:30')
  })

  await test.step('Noor says yes to them', async () => {
    await noor.getByRole('button', { name: /^Yes, from / }).click()
    await expect(noor.getByText('You both said yes to this')).toBeVisible()
    await expect(dates(noor).getByRole('listitem').first()).toContainText('Thursday 26 November')
    await expect(dates(noor).getByRole('listitem').first()).toContainText('16:30')
  })

  await test.step('Elias, whose terms they are, learns of it on Today, once', async () => {
    await goTo(elias, '/today')
    const toast = elias.getByRole('listitem').filter({ hasText: `You both said yes to ${soup.title}` })
    await expectGesture(toast, 'moves')
    await goTo(elias, address)
    await expectGesture(elias.getByRole('main'), 'rests')
  })

  await test.step('later she suggests Fridays, and until both have said yes Thursdays hold', async () => {
    await noor.getByRole('link', { name: 'Suggest other terms' }).click()
    await expect(noor.getByText('What you have set yourselves for one date, such as its time, stays.')).toBeVisible()
    const size = noor.viewportSize()
    await noor.setViewportSize({ width: 390, height: 844 })
    expect(await noor.evaluate(() => document.documentElement.scrollHeight), 'on a phone').toBeLessThan(900)
    if (size) await noor.setViewportSize(size)
    await suggestTerms(noor, { weekdays: { on: ['Friday'], off: ['Thursday'] }, time: '19:30', starts: '2026-12-04' })
    await expect(suggestion(noor)).toContainText('You suggested other terms')
    await expect(dates(noor).getByRole('listitem').nth(1)).toContainText('Thursday 3 December')
    await elias.goto(address)
    await expect(suggestion(elias)).toContainText('Every Friday at 19:30, Lisbon time')
    await expect(suggestion(elias)).toContainText(/From Friday,? 4 December 2026 on/)
    await checkPage(elias)
  })

  await test.step('whoever writes while the other changes it is shown theirs, and keeps what was typed', async () => {
    await elias.getByRole('link', { name: 'Suggest other terms' }).click()
    await elias.getByLabel('What is it?').fill('stew, on a call')
    await noor.getByRole('link', { name: 'Suggest other terms' }).click()
    await suggestTerms(noor, { time: '19:00' })
    await elias.getByRole('button', { name: 'Suggest this' }).click()
    await expect(elias.getByRole('main').getByRole('alert')).toContainText('Noor suggested other terms in the meantime')
    await expect(elias.getByRole('region', { name: 'Noor suggests other terms' })).toContainText(
      'Every Friday at 19:00',
    )
    await expect(elias.getByLabel('What is it?')).toHaveValue('stew, on a call')
    await checkPage(elias)
  })

  await test.step('he says yes, and each date keeps its terms', async () => {
    await goTo(elias, address)
    await expect(suggestion(elias)).toContainText('Suggested: Every Friday at 19:00') // back shows the page as it was at first
    await suggestion(elias)
      .getByRole('button', { name: /^Yes, from / })
      .click()
    await expect(elias.getByText(/Every Friday at 19:00.*from Friday,? 4 December 2026 on/)).toBeVisible()
    await expect(dates(elias).getByRole('listitem')).toHaveCount(4)
    expect((await dates(elias).getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Thursday 26 November',
      'Thursday 3 December',
      'Friday 4 December',
      'Friday 11 December',
    ])
  })

  await test.step('either lets it rest, and either takes it up again', async () => {
    await elias.getByRole('button', { name: 'Let it rest' }).click()
    await elias.getByRole('radio', { name: 'Until a day' }).check()
    await elias.getByLabel('When does it go on?').fill('2026-12-10')
    await elias.getByRole('button', { name: 'Let it rest' }).click()
    await expect(elias.getByRole('status').filter({ hasText: 'It rests.' })).toBeAttached()
    await expect(dates(elias).getByRole('listitem').first()).toContainText('Friday 11 December')
    await goTo(noor, '/rituals')
    await expect(noor.getByRole('region', { name: 'Your rituals' })).toContainText('Rests until 10 Dec')
    await setMoment('2026-12-01T12:00:00.000Z')
    await goTo(noor, address)
    await noor.getByRole('button', { name: 'Take it up again' }).click()
    await expect(dates(noor).getByRole('listitem').first()).toContainText('Thursday 3 December')
    await noor.getByRole('button', { name: 'Undo' }).click()
    await expect(dates(noor).getByRole('listitem').first()).toContainText('Friday 11 December')
    await noor.getByRole('button', { name: 'Take it up again' }).click()
    await expect(dates(noor).getByRole('listitem').first()).toContainText('Thursday 3 December')
  })

  await test.step('both read how it came about', async () => {
    for (const [page, proposer, other] of [
      [noor, 'You', 'Elias'],
      [elias, 'Noor', 'You'],
    ] as const) {
      const history = await openHistory(page, address)
      await expect(history.getByText(`${proposer} proposed it`)).toBeVisible()
      await expect(history.getByText(`${other} suggested other terms`)).toBeVisible()
      await expect(history.getByText(`${other} let it rest`)).toBeVisible()
      await expect(history.getByText(`${proposer} took it up again`)).toBeVisible()
      await expect(history.getByText('You both said yes on')).toHaveCount(2)
    }
    await checkPage(noor)
  })
})
