// A check-in of two people whose weeks begin and end at different instants: Lisbon and Montréal, in the week in which Lisbon has changed
// its clocks (25 October 2026) and Montréal has not. The couple's weeks begin on Monday.
import type { Page } from '@playwright/test'
import { answerCheckIn } from '../lib/check-ins/device.ts'
import { newCouple, type Couple } from '../lib/testing/people.ts'
import { weekIdSchema } from '../lib/time/schemas.ts'
import { parseZone } from '../lib/time/zone.ts'
import { answerFromToday, chooseCircles, circles, pairOf } from './acts/check-ins'
import { takeDevice } from './acts/devices'
import { expectGesture } from './acts/gesture'
import { followLine, goTo } from './acts/places'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

/** Tuesday, in the week of 26 October to 1 November; it is open until Tuesday 3 November. */
test.use({ moment: '2026-10-27T20:00:00.000Z' })

const week = weekIdSchema.parse('2026-W44')
const screen = `/check-in/${week}`
const zones = ['Europe/Lisbon', 'America/Montreal'] as const
const apartCircles = {
  a: { zone: parseZone(zones[0]), locale: 'en-GB' },
  b: { zone: parseZone(zones[1]), locale: 'en-GB' },
}
const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }

/** All text of a page. */
const everything = async (page: Page, path: string): Promise<string> => {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await settled(page)
  return page.locator('body').innerText()
}

test('answers are blind and can change until both have answered; then both see both, and they are final', async ({
  app,
  twoPeople,
}) => {
  const couple = await newCouple(app, apartCircles)
  const { a, b, setMoment } = await twoPeople({ zones, locales: ['en-GB', 'en-GB'] })
  const [noor, elias] = [a.page, b.page]
  await takeDevice(noor, couple.a)
  await takeDevice(elias, couple.b)
  const paths = ['/today', screen]
  const before: string[] = []
  for (const path of paths) before.push(await everything(elias, path))

  await test.step('Noor answers: nothing is chosen before she does, and two pairs make an answer', async () => {
    await noor.goto(screen)
    await expect(noor.getByText('Check-in · 26 Oct to 1 Nov')).toBeVisible()
    await expect(noor.getByRole('radio', { checked: true })).toHaveCount(0)
    await noor.getByRole('button', { name: 'Save my answer' }).click()
    await expect(noor.getByRole('main').getByRole('alert')).toContainText(
      'Choose two pairs of circles: how it is, and how you would like it.',
    )
    await noor.getByRole('link', { name: 'Choose a pair for how you would like it.' }).click()
    await expect(circles(noor, 'And how close would you like it to be?')).toBeFocused()
    await answerFromToday(noor, 'How close does this week feel?', {
      now: 4,
      wish: 6,
      types: [
        { type: 'Emotional', now: 5, wish: 3 },
        { type: 'Spiritual', now: 2 },
      ],
    })
    await expect(noor.getByRole('heading', { name: 'Your answer is saved' })).toBeFocused()
    await expect(
      noor.getByText('It shows once you have both answered. You can change it until Tuesday 3 November.'),
    ).toBeVisible()
    await expect(noor.getByRole('img', { name: 'now: 4 of 7', exact: true })).toBeVisible()
    await expect(noor.getByRole('main')).not.toContainText(/Elias|waiting|not yet|partner/i)
  })

  await test.step('whatever Elias looks at says what it said before', async () => {
    for (const [index, path] of paths.entries()) expect(await everything(elias, path), path).toBe(before[index])
  })

  await test.step('she changes it, and leaves one kind out', async () => {
    await noor.getByRole('button', { name: 'Change it' }).click()
    await expect(pairOf(circles(noor, 'How close now'), 4)).toBeChecked()
    await pairOf(circles(noor, 'And how close would you like it to be?'), 3).check()
    // beside the whole, and beside the emotional
    await expect(noor.getByRole('status').filter({ hasText: 'Wanting room is not wanting less of you.' })).toHaveCount(
      2,
    )
    await noor.getByRole('button', { name: 'Leave it out: Spiritual' }).click()
    await noor.getByRole('button', { name: 'Save my answer' }).click()
    await expect(noor.getByRole('img', { name: 'would like: 3 of 7', exact: true })).toBeVisible()
    await noor.reload()
    await expect(noor.getByRole('img', { name: /^Spiritual/ })).toHaveCount(0)
  })

  await test.step('the week is over for Noor when for Elias it is still open, and he answers on its last evening', async () => {
    await setMoment('2026-11-04T01:30:00.000Z') // Wednesday in Lisbon, Tuesday evening in Montréal
    await noor.goto(screen)
    await expect(noor.getByText('Answers show where you both gave one. You can’t change yours any more.')).toBeVisible()
    await goTo(noor, '/today')
    await expect(noor.getByRole('link', { name: /^How close did last week feel/ })).toHaveCount(0)
    await answerFromToday(elias, 'How close did last week feel?', { now: 5, wish: 5 })
    await expect(elias.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeFocused()
    await expectGesture(elias.getByRole('main'), 'moves')
    await elias.reload()
    await expectGesture(elias.getByRole('main'), 'rests')
  })

  await test.step('both see both, alike, in the order in which they paired, and nothing can be changed', async () => {
    await goTo(noor, '/today')
    await followLine(noor, /^How close last week felt/)
    await expectGesture(noor.getByRole('main'), 'moves')
    await noor.reload()
    await expectGesture(noor.getByRole('main'), 'rests')
    for (const page of [noor, elias]) {
      await expect(page.getByRole('heading', { name: 'Nearly the same, for both of you' })).toBeVisible()
      await expect(page.getByText('Wanting room is not wanting less of you.')).toHaveCount(2)
      expect(
        await page.getByRole('img').evaluateAll((all) => all.map((image) => image.getAttribute('aria-label'))),
      ).toEqual([
        'Noor, now: 4 of 7',
        'Noor, would like: 3 of 7',
        'Elias, now: 5 of 7',
        'Elias, would like: 5 of 7',
        'Noor, Emotional, now: 5 of 7',
        'Noor, Emotional, would like: 3 of 7',
      ])
      await page.getByText('Show the numbers').click()
      await expect(page.getByRole('row', { name: 'All in all 4, would like 3 5, would like 5' })).toBeVisible()
      await expect(page.getByRole('row', { name: 'Emotional 5, would like 3 left out' })).toBeVisible()
      await expect(page.getByRole('button', { name: /Change|Keep/ })).toHaveCount(0)
    }
    const refused = await answerCheckIn(couple.b.device, week, { now: 1, wish: 1, types: none }).catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ code: 'already-revealed' })
  })
})

test('a week can be answered by keyboard alone, and the next week can be answered before it closes', async ({
  app,
  page,
}) => {
  const couple = await newCouple(app, apartCircles)
  await takeDevice(page, couple.a)
  await app.at('2026-11-02T10:00:00.000Z') // a Monday: last week is open until tomorrow, and this one from today on
  await page.context().clock.setFixedTime('2026-11-02T10:00:00.000Z')
  await page.goto(screen)
  await expect(page.getByRole('heading', { name: 'How close did the two of you feel last week?' })).toBeVisible()
  await pairOf(circles(page, 'How close now'), 1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(circles(page, 'How close now').getByRole('radio', { name: '3 of 7' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowLeft')
  await expect(
    circles(page, 'And how close would you like it to be?').getByRole('radio', { name: '7 of 7, almost one' }),
  ).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your answer is saved' })).toBeFocused()
  await goTo(page, '/today')
  const lines = page.getByRole('region', { name: 'When you have a moment' })
  await expect(lines.getByRole('link', { name: /^How close does this week feel/ })).toBeVisible()
  await expect(lines.getByRole('link', { name: /last week/ })).toHaveCount(0) // nothing is left to do there
  await page.goto('/check-in/2026-W46')
  await expect(page.getByText('You can answer from Monday 9 November on.')).toBeVisible()
  await page.goto('/check-in/2026-W30')
  await expect(page.getByRole('heading', { name: 'A quiet week' })).toBeVisible()
})

test('a choice is kept while the server can’t be reached, and a retry saves it', async ({ app, page, allow }) => {
  allow({ offline: true })
  const couple = await newCouple(app, apartCircles)
  await takeDevice(page, couple.a)
  await page.goto(screen)
  await chooseCircles(page, { now: 2, wish: 7 })
  await page.route('**/api/check-ins/*', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Save my answer' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Fivefold can’t be reached right now.')
  await expect(pairOf(circles(page, 'How close now'), 2)).toBeChecked()
  await page.getByRole('button', { name: 'Save my answer' }).click()
  await expect(page.getByRole('heading', { name: 'Your answer is saved' })).toBeVisible()
})

test('the check-in passes the checks: empty, with one answer, and revealed', async ({ app, page }) => {
  const couple: Couple = await newCouple(app, apartCircles)
  await takeDevice(page, couple.a)
  await page.goto(screen)
  await checkPage(page, 'check-in, empty')
  await chooseCircles(page, { now: 6, wish: 4, types: [{ type: 'Physical', now: 5, wish: 4 }] })
  await checkPage(page, 'check-in, chosen')
  await page.getByRole('button', { name: 'Save my answer' }).click()
  await expect(page.getByRole('heading', { name: 'Your answer is saved' })).toBeVisible()
  await checkPage(page, 'check-in, kept')
  await answerCheckIn(couple.b.device, week, {
    now: 1,
    wish: 7,
    types: { ...none, physical: { now: 1, wish: null }, intellectual: { now: 2, wish: 3 } },
  })
  await page.reload()
  await page.getByText('Show the numbers').click()
  await checkPage(page, 'check-in, shown')
})
