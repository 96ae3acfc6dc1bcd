// The week that two people plan together, wherever the app is served: at the same page in Lisbon and Montréal. Lisbon changes its clocks in
// that week, on Sunday 25 October 2026; Montréal does not. The couple's weeks begin on Monday.
import type { Page } from '@playwright/test'
import { agreedRitual } from '../../lib/testing/agreed-ritual.ts'
import { newCouple, type Couple } from '../../lib/testing/people.ts'
import type { ServedApp } from '../../lib/testing/served.ts'
import { parseDay } from '../../lib/time/day.ts'
import { parseWallTime } from '../../lib/time/wall-time.ts'
import { parseZone } from '../../lib/time/zone.ts'
import { takeDevice } from '../acts/devices'
import { addItem, card, howItFelt, openHow, openPlan, sayFelt, text, undo, writeLine } from '../acts/plans'
import { expect, test, type ForTest, type TwoBrowsers } from '../fixtures'
import { checkPage } from '../page-checks'

/** The instant at which it begins: Tuesday, in the week of 19 to 25 October. */
export const weekBegins = '2026-10-20T19:00:00.000Z'

export const zones = ['Europe/Lisbon', 'America/Montreal'] as const
export const apart = {
  a: { zone: parseZone(zones[0]), locale: 'en-GB' },
  b: { zone: parseZone(zones[1]), locale: 'en-GB' },
}
export const locales = ['en-GB', 'en-GB'] as const

/** Soup on Thursdays by Lisbon's clock, and a film late on Sundays by Montréal's, which is Monday in Lisbon. */
export async function planners(
  app: ServedApp,
  twoPeople: ForTest['twoPeople'],
): Promise<TwoBrowsers & { couple: Couple; noor: Page; elias: Page }> {
  const couple = await newCouple(app, apart)
  await agreedRitual(couple, { startsOn: parseDay('2026-10-19') })
  await agreedRitual(couple, {
    title: 'The same film',
    types: ['intellectual'],
    weekdays: [7],
    startsOn: parseDay('2026-10-19'),
    time: parseWallTime('19:30'),
    zone: apart.b.zone,
  })
  const two = await twoPeople({ zones, locales })
  const [noor, elias] = [two.a.page, two.b.page]
  await takeDevice(noor, couple.a)
  await takeDevice(elias, couple.b)
  return { ...two, couple, noor, elias }
}

export const liveWeekTitle = 'two people plan a week with a clock change, each seeing the partner’s changes live'

/** Plans a week, live. */
export async function liveWeek({ app, twoPeople }: { app: ServedApp } & Pick<ForTest, 'twoPeople'>): Promise<void> {
  const { noor, elias, setMoment } = await planners(app, twoPeople)

  await test.step('both see the week, with both clocks', async () => {
    await noor.goto('/today')
    await noor.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Week' }).first().click()
    await expect(noor.getByRole('heading', { level: 1, name: 'Two plans' })).toBeVisible()
    await elias.goto('/week/2026-W43')
    expect(await text(card(noor, 'Soup, on a call'))).toContain('You 21:00 Elias 16:00')
    expect(await text(card(elias, 'Soup, on a call'))).toContain('You 16:00 Noor 21:00')
    // Sunday's film begins after Lisbon's change: at 23:30, still on Sunday.
    expect(await text(card(noor, 'The same film'))).toContain('You 23:30 Elias 19:30')
    await expect(noor.getByText('Your clocks are 5 hours apart, and 4 hours from Sunday 25 October on.')).toBeVisible()
    await expect(
      elias.getByText('Your clocks are 5 hours apart, and 4 hours from Saturday 24 October on.'),
    ).toBeVisible()
  })

  await test.step('Noor says what exactly and where; Elias sees it without doing anything, and puts a time back', async () => {
    await openPlan(noor, 'Soup, on a call', 'Thursday 22 October')
    await expect(noor.getByLabel('What exactly?')).toBeFocused()
    await noor.getByLabel('What exactly?').fill('Lentils, the way your mother does')
    await noor.getByLabel('Where?').fill('Each in their kitchen')
    await noor.getByLabel('At what time?').fill('20:30')
    await noor.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(card(elias, 'Soup, on a call')).toContainText('Lentils, the way your mother does')
    await expect(card(elias, 'Soup, on a call').getByRole('status')).toContainText(
      'Noor changed the details, the place and the time.',
    )
    expect(await text(card(elias, 'Soup, on a call'))).toContain('You 15:30 Noor 20:30')
    await card(elias, 'Soup, on a call').getByRole('button', { name: 'Put it back' }).click()
    await expect(card(noor, 'Soup, on a call')).toContainText('21:00')
    await expect(card(noor, 'Soup, on a call')).not.toContainText('Lentils')
    await undo(elias, 'Saved:')
    await expect(card(noor, 'Soup, on a call')).toContainText('Lentils')
    await expect(card(noor, 'Soup, on a call')).toContainText('20:30')
  })

  await test.step('who brings what, ticked off by the other', async () => {
    await addItem(noor, { title: 'Soup, on a call', day: 'Thursday 22 October', what: 'The big pot', who: 'Elias' })
    await card(elias, 'Soup, on a call')
      .getByRole('checkbox', { name: /The big pot/ })
      .check({ force: true })
    await expect(card(noor, 'Soup, on a call').getByRole('checkbox', { name: /The big pot/ })).toBeChecked()
    await expect(card(elias, 'Soup, on a call').getByRole('button', { name: 'Change it: Soup, on a call' })).toHaveText(
      'Change it',
    )
    await openPlan(elias, 'Soup, on a call', 'Thursday 22 October')
    await elias.getByRole('button', { name: 'Change “The big pot”' }).click()
    await elias.getByRole('button', { name: 'Remove' }).click()
    await expect(card(noor, 'Soup, on a call').getByRole('checkbox')).toHaveCount(0)
    await undo(elias, 'Removed.')
    await expect(card(noor, 'Soup, on a call').getByRole('checkbox', { name: /The big pot/ })).toBeChecked()
    await card(elias, 'Soup, on a call').getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('an errand for two and a plan months ahead, with their countdown', async () => {
    await elias.getByRole('button', { name: 'Add something on Saturday 24 October' }).click()
    await elias.getByRole('button', { name: 'Add it' }).click()
    await expect(elias.getByRole('main').getByRole('alert')).toContainText('Say in a few words what it is.')
    await elias.getByRole('radio', { name: 'Errand or chore' }).check({ force: true })
    await elias.getByLabel('What is it?').fill('Call the landlord')
    await elias.getByRole('button', { name: 'Add it' }).click()
    await expect(card(noor, 'Call the landlord')).toContainText('Any time')
    await expect(card(noor, 'Call the landlord').getByRole('status')).toHaveText('Elias added this.')
    await noor.getByRole('button', { name: 'Plan something further ahead' }).click()
    await noor.getByLabel('What is it?').fill('The night train')
    await noor.getByLabel('On which day?').fill('2027-02-12')
    await noor.getByLabel('At what time?').fill('22:10')
    await noor.getByRole('button', { name: 'Add it' }).click()
    await expect(elias.getByRole('link', { name: /The night train/ })).toContainText('in 115 days')
    await elias.getByRole('link', { name: /The night train/ }).click()
    await elias.waitForURL('**/week/2027-W06*')
    expect(await text(card(elias, 'The night train'))).toContain('You 17:10 Noor 22:10')
    await elias.getByRole('link', { name: 'This week' }).click()
    await elias.waitForURL('**/week/2026-W43')
  })

  await test.step('moved out of the week, skipped without guilt, and both taken back', async () => {
    await noor.getByRole('button', { name: 'Skip it: The same film, Sunday 25 October' }).click()
    await expect(elias.getByText('The same film: not this time')).toBeVisible()
    await expect(noor.getByRole('main')).not.toContainText(/missed|sorry/i)
    await elias.getByRole('button', { name: 'Bring it back: The same film, Sunday 25 October' }).click()
    await expect(card(noor, 'The same film')).toBeVisible()
    await openPlan(noor, 'Soup, on a call', 'Thursday 22 October')
    await noor.getByLabel('On which day?').fill('2026-10-27')
    await noor.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(elias.getByText('Soup, on a call moved to Tuesday 27 October')).toBeVisible()
    await expect(card(elias, 'Soup, on a call')).toHaveCount(0)
    await undo(noor, 'Moved to Tuesday 27 October:')
    await expect(card(elias, 'Soup, on a call')).toBeVisible()
  })

  await test.step('“we’re set” from both; a later change asks again, and one that is taken back does not', async () => {
    await noor.getByRole('button', { name: 'We’re set' }).click()
    await expect(elias.getByText('Noor is set with this week.')).toBeVisible()
    await elias.getByRole('button', { name: 'We’re set' }).click()
    await expect(noor.getByText('You are both set with this week.')).toBeVisible()
    await noor.getByRole('button', { name: 'Skip it: The same film, Sunday 25 October' }).click()
    await expect(noor.getByText('Something changed since you said you were set.')).toBeVisible()
    await expect(elias.getByText('Something changed since you said you were set.')).toBeVisible()
    await expect(elias.getByRole('main')).not.toContainText('Noor is set')
    await undo(noor, 'Skipped:')
    for (const page of [elias, noor]) await expect(page.getByText('You are both set with this week.')).toBeVisible()
  })

  await test.step('nothing tells Noor that Elias has the page open, or closed it', async () => {
    const text = await noor.getByRole('main').innerText()
    await elias.goto('about:blank')
    await noor.waitForResponse((answer) => answer.url().includes('/api/weeks/') && answer.status() === 304)
    expect(await noor.getByRole('main').innerText()).toBe(text)
  })

  await test.step('on the day each takes part, and the week says so of both', async () => {
    await setMoment('2026-10-22T20:00:00.000Z')
    await noor.reload()
    await elias.goto('/week')
    await card(noor, 'Soup, on a call').getByRole('button', { name: 'I took part' }).click()
    await expect(card(elias, 'Soup, on a call')).toContainText('Noor took part')
    await expect(
      card(noor, 'Soup, on a call').getByRole('button', { name: 'I took part', pressed: true }),
    ).toBeVisible()
  })

  await test.step('what is kept of it is in order: while it is said, and once it shows to both', async () => {
    await card(elias, 'Soup, on a call').getByRole('button', { name: 'I took part' }).click()
    for (const page of [elias, noor]) await expect(card(page, 'Soup, on a call')).toContainText('You both took part')
    await expect(card(noor, 'Soup, on a call')).not.toContainText('I took part')
    for (const page of [elias, noor]) await openHow(page, 'Soup, on a call')
    await sayFelt(elias, 7)
    await writeLine(elias, 'Donaudampfschifffahrtsgesellschaftskapitän, you said, and the soup boiled over.')
    await checkPage(elias, 'plan, being kept')
    await sayFelt(noor, 5)
    await writeLine(noor, 'I could hear yours boil.')
    await expect(howItFelt(noor)).toContainText(/Elias\s*lovely/)
    await checkPage(noor, 'plan, kept')
    for (const page of [elias, noor]) await page.locator('.top-bar').getByRole('link').first().click()
  })

  await test.step('what both took part in keeps its day; each takes their own mark back, and then it can be moved', async () => {
    const soup = card(noor, 'Soup, on a call')
    await expect(soup.getByRole('button', { name: 'Skip it: Soup, on a call' })).toHaveCount(0)
    await openPlan(noor, 'Soup, on a call', 'Thursday 22 October')
    await expect(soup).toContainText('You both took part, so the day, the time and what it feeds stay.')
    await expect(noor.getByLabel('On which day?')).toHaveCount(0)
    await soup.getByRole('button', { name: 'Take my mark back' }).click()
    await expect(soup).toContainText('Elias took part, so the day, the time and what it feeds stay.')
    await soup.getByRole('button', { name: 'Cancel' }).click()
    await card(elias, 'Soup, on a call').getByRole('button', { name: 'I took part', pressed: true }).click()
    await expect(soup.getByRole('button', { name: 'Skip it: Soup, on a call' })).toBeVisible()
    await openPlan(noor, 'Soup, on a call', 'Thursday 22 October')
    await expect(noor.getByLabel('On which day?')).toHaveValue('2026-10-22')
    await soup.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a plan that is moved to the next week shows there, by the clocks of that day', async () => {
    await openPlan(noor, 'The same film', 'Sunday 25 October')
    await noor.getByLabel('On which day?').fill('2026-10-26')
    await noor.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(elias.getByText('The same film moved to Monday 26 October')).toBeVisible()
    await elias.getByRole('link', { name: 'The week after' }).click()
    await elias.waitForURL('**/week/2026-W44')
    await expect(card(elias, 'The same film')).toHaveCount(2)
    await expect(card(elias, 'The same film').first()).toContainText('Moved from Sunday 25 October')
    expect(await text(card(elias, 'The same film').first())).toContain('You 19:30 Noor 23:30')
  })
}
