// Lately for two people on different days: late on Saturday 21 November 2026 in Lisbon, early on Sunday in Kathmandu. Their weeks begin on
// Sunday, so they are in different weeks.
import type { Locator, Page } from '@playwright/test'
import { changeMe } from '../lib/accounts/contract.ts'
import { sealShare, sendShare } from '../lib/journal/sharing.ts'
import { letDayCount } from '../lib/moments/device.ts'
import { afterEightWeeks, coupleOfEightWeeks } from '../lib/testing/eight-weeks.ts'
import { pairedSince } from '../lib/testing/paired-since.ts'
import { newCouple, type Couple, type TestPerson } from '../lib/testing/people.ts'
import type { ServedApp } from '../lib/testing/served.ts'
import { parseDay } from '../lib/time/day.ts'
import { parseZone } from '../lib/time/zone.ts'
import { draftsKept, takeDevice } from './acts/devices'
import {
  fillMoment,
  logMoment,
  markHopes,
  momentField,
  openFedRow,
  openWhatFed,
  weeksOf,
  weeksWith,
  whatFed,
} from './acts/lately'
import { goTo } from './acts/places'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-11-21T23:30:00.000Z' })

const zones = ['Europe/Lisbon', 'Asia/Kathmandu'] as const
const apart = { a: { zone: parseZone(zones[0]) }, b: { zone: parseZone(zones[1]) } }

/** Two who paired three weeks before, so that days of this month count. */
async function coupleSinceNovember(app: ServedApp): Promise<Couple> {
  const couple = await newCouple(app, apart)
  await pairedSince(app, couple, parseDay('2026-11-01'))
  return couple
}

async function comeIn(page: Page, person: TestPerson): Promise<void> {
  await person.device.call(changeMe, { locale: 'en-GB' })
  await takeDevice(page, person)
}

const both = ['Noor', 'Elias'] as const
const never = weeksWith(0)

/** In eight-weeks.ts: three moments a week, the first one before the weeks of the picture, and six dates that were kept. */
const FEEDING_OF_EIGHT_WEEKS = 8 * 3 + 6

const letCount = ({ id }: Couple, { device, vault }: TestPerson, day: string) =>
  letDayCount(device, vault(), id, { day: parseDay(day), types: ['spiritual'] })

test('a moment counts for the people and the day that it names, and its words show on tap', async ({
  app,
  twoPeople,
}) => {
  const couple = await coupleSinceNovember(app)
  const { a, b } = await twoPeople({ zones, locales: ['en-GB', 'en-GB'] })
  const [noor, elias] = [a.page, b.page]
  await comeIn(noor, couple.a)
  await comeIn(elias, couple.b)

  await test.step('one evening is Saturday for one and Sunday for the other', async () => {
    await noor.goto('/lately')
    await expect(
      noor.getByRole('heading', { name: 'Nothing here yet. It fills with what you each do and share.' }),
    ).toBeVisible()
    await logMoment(noor, { who: 'I', types: ['Emotional'], words: 'Told him what I was afraid of' })
    await logMoment(elias, { who: 'I', types: ['Emotional'] })
    await noor.reload()
    for (const page of [noor, elias])
      await expect.poll(() => weeksOf(page, 'Emotional', both)).toEqual([weeksWith(7), weeksWith(8)])
  })

  await test.step('what we did counts for both, until one takes their part out', async () => {
    await logMoment(elias, {
      who: 'We',
      types: ['Physical', 'Experiential'],
      when: { day: '2026-11-10' },
      words: 'Danced on the call',
    })
    await noor.reload()
    expect(await weeksOf(noor, 'Physical', both)).toEqual([weeksWith(6), weeksWith(6)])
    // logged last, of the day before all others
    await expect(whatFed(noor).getByRole('heading', { level: 3 }).last()).toContainText('10 Nov')
    await expect(whatFed(noor).getByText('Told him what I was afraid of')).toBeVisible()
    const fed = await openWhatFed(noor, 'Physical')
    await expect(fed.getByText('Told him what I was afraid of')).toHaveCount(0)
    await expect(fed.getByText('Danced on the call')).toBeVisible()
    await openFedRow(noor, 'Danced on the call')
    await noor.getByRole('button', { name: 'Don’t count it for me: Danced on the call' }).click()
    await expect(noor.getByRole('button', { name: 'Count it for me again: Danced on the call' })).toBeVisible()
    await expect.poll(() => weeksOf(noor, 'Physical', both)).toEqual([never, weeksWith(6)])
    await noor.getByRole('button', { name: 'Count it for me again: Danced on the call' }).click()
    await expect.poll(() => weeksOf(noor, 'Physical', both)).toEqual([weeksWith(6), weeksWith(6)])
  })

  await test.step('what was removed counts for nobody, and is back with one tap', async () => {
    await elias.reload()
    await openFedRow(elias, 'Danced on the call')
    await elias.getByRole('button', { name: 'Remove: Danced on the call' }).click()
    await expect(whatFed(elias).getByText('Danced on the call')).toHaveCount(0)
    await expect.poll(() => weeksOf(elias, 'Physical', both)).toEqual([never, never])
    await elias.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => weeksOf(elias, 'Physical', both)).toEqual([weeksWith(6), weeksWith(6)])
    await expect(whatFed(elias).getByText('Danced on the call')).toBeVisible()
    const hers = await openFedRow(elias, 'Told him what I was afraid of')
    await expect(hers.getByText('Noor')).toHaveCount(2) // in short and in full
    await expect(hers.getByRole('button')).toHaveCount(0)
  })

  await test.step('a shared page is named by its first words, and leads there', async () => {
    const { device, vault } = couple.a
    const shared = {
      coupleId: couple.id,
      page: { kind: 'reflection', words: { text: 'The flat is too quiet.' }, wants: 'comfort', writtenDay: null },
      types: ['intellectual'],
    } as const
    const { id } = await sendShare(device, vault(), await sealShare(device, vault(), shared))
    await elias.reload()
    const fed = await openWhatFed(elias, 'Intellectual')
    await expect(fed.getByText('Noor shared')).toBeVisible()
    await openFedRow(elias, 'The flat is too quiet.')
    await fed.getByRole('link', { name: /^Open the page.*The flat is too quiet\./ }).click()
    await elias.waitForURL(`**/journal/shared/${id}`)
  })

  await test.step('a few rows are listed at first, and what is listed stays while earlier ones come', async () => {
    await Promise.all(Array.from({ length: 17 }, () => letCount(couple, couple.b, '2026-11-18')))
    await elias.goto('/lately')
    const fed = await openWhatFed(elias, 'Spiritual')
    await expect(fed.getByRole('listitem')).toHaveCount(5)
    await fed.getByRole('button', { name: 'Earlier' }).press('Enter')
    await expect(fed.getByRole('listitem')).toHaveCount(15)
    await expect(fed.getByRole('button', { name: 'Earlier' })).toBeFocused()
    await fed.getByRole('button', { name: 'Earlier' }).press('Enter')
    await expect(fed.getByRole('listitem')).toHaveCount(17)
    await expect(fed.getByRole('button', { name: 'Earlier' })).toHaveCount(0)
    await expect(fed.getByRole('listitem').nth(15).locator('summary')).toBeFocused()
    await fed.getByText('All', { exact: true }).click()
    await expect(fed.getByText('The flat is too quiet.').first()).toBeVisible()
  })
})

test('what was typed stays while the server can’t be reached, and retries make one moment', async ({
  app,
  page,
  allow,
}) => {
  allow({ offline: true })
  const couple = await coupleSinceNovember(app)
  await comeIn(page, couple.a)
  await page.goto('/moments/new')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose at least one of the five.')
  const details = { who: 'We', types: ['Spiritual'], when: 'Yesterday', words: 'Watched the same sky' } as const
  await fillMoment(page, details)
  await expect.poll(() => draftsKept(page)).toBe(1)
  await page.reload()
  await expect(momentField(page)).toHaveValue('Watched the same sky')
  await fillMoment(page, details)
  await page.route('**/api/moments', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Fivefold can’t be reached right now.')
  await expect(momentField(page)).toHaveValue('Watched the same sky')
  await momentField(page).fill('Watched the same sky, twice')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.waitForURL('**/lately')
  await expect(whatFed(page).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('Watched the same sky, twice')).toBeVisible()
  expect(await draftsKept(page)).toBe(0)
})

test('hopes are private until both have marked; then they lead Lately until there is more to show', async ({
  app,
  twoPeople,
}) => {
  const couple = await coupleSinceNovember(app)
  const { a, b } = await twoPeople({ zones, locales: ['en-GB', 'en-GB'] })
  const [noor, elias] = [a.page, b.page]
  await comeIn(noor, couple.a)
  await comeIn(elias, couple.b)
  await elias.goto('/lately')
  const all = async () => {
    await expect(elias.getByRole('button', { name: 'Save my marks' })).toBeVisible()
    return elias.getByRole('main').innerText()
  }
  const before = await all()
  await markHopes(noor, { fed: ['Emotional'], more: ['Physical'] })
  await expect(noor.getByText('Saved. You can change them until you have both made yours.')).toBeVisible()
  await noor.reload()
  await expect(noor.getByText('What you marked: it shows once you both have')).toBeVisible()
  await elias.reload()
  expect(await all()).toBe(before)
  await elias.getByRole('button', { name: 'Save my marks' }).click()
  const missing = elias.getByRole('main').getByRole('alert')
  await expect(missing).toHaveText('Mark at least one of the five.')
  await expect(missing).toBeFocused()
  await elias.keyboard.press('Tab')
  await expect(elias.getByRole('group', { name: 'Emotional' }).getByRole('radio').first()).toBeFocused()
  await markHopes(elias, { fed: ['Emotional'], more: ['Physical'] })
  const sentence = 'You would both love more of the physical, and the emotional feels fed to both of you.'
  await expect(elias.getByRole('heading', { name: sentence })).toBeVisible() // kept, so that a reload finds it
  await noor.reload()
  await expect(noor.getByRole('heading', { name: sentence })).toBeVisible()
  for (const day of ['2026-11-19', '2026-11-20', '2026-11-21']) await letCount(couple, couple.b, day)
  await noor.reload()
  await expect(noor.getByRole('heading', { name: '3 days so far.' })).toBeVisible()
  await noor.getByText('What you each hoped for at first').click()
  await expect(noor.getByRole('img', { name: /^What you each hope for\. Emotional: Noor feels fed/ })).toBeVisible()
})

test('a moment can’t be from before the two paired', async ({ app, page }) => {
  const couple = await newCouple(app, { ...apart, b: { zone: parseZone(zones[0]) } })
  await comeIn(page, couple.a)
  await page.goto('/moments/new')
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await expect(page.getByText('today', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /^When: / })).toHaveCount(0)
  await pairedSince(app, couple, parseDay('2026-11-19'))
  await page.reload()
  await fillMoment(page, { who: 'I', types: ['Emotional'], when: { day: '2026-11-18' } })
  await expect(page.getByText('From the day you paired.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Choose a day from 19 Nov to 21 Nov.')).toBeVisible()
  const refused = await letCount(couple, couple.a, '2026-11-18').catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'day-before-pairing' })
  await page.getByLabel('Which day?').fill('2026-11-19')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.waitForURL('**/lately')
  await expect.poll(() => weeksOf(page, 'Emotional', both)).toEqual([weeksWith(8), never])
})

test('Lately and the form of a moment pass the checks', async ({ app, page }) => {
  const couple = await coupleSinceNovember(app)
  await letCount(couple, couple.a, '2026-11-20')
  const look = async (path: string) => {
    await goTo(page, path)
    await settled(page)
    await checkPage(page)
  }
  await comeIn(page, couple.a)
  await look('/lately')
  await openWhatFed(page, 'Spiritual')
  await expect(page.getByText('A moment, without words')).toBeVisible()
  await openFedRow(page, 'A moment, without words')
  await checkPage(page, 'lately, with what fed it')
  await look('/moments/new')
})

test.describe('with eight full weeks', () => {
  test.use({ moment: afterEightWeeks, viewport: { width: 390, height: 844 } })

  test('Lately is at most three screens of a phone high, and goes back to the day on which the two paired', async ({
    app,
    page,
  }) => {
    const { a } = await coupleOfEightWeeks(app)
    await a.device.call(changeMe, { locale: 'en-GB' })
    await takeDevice(page, a)
    await page.goto('/lately')
    const fed = whatFed(page)
    await expect(fed.getByRole('listitem')).toHaveCount(5)
    await expect(fed.getByRole('button', { name: 'Earlier' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 844)
    const earlier = fed.getByRole('button', { name: 'Earlier' })
    while ((await earlier.count()) > 0) {
      const before = await fed.getByRole('listitem').count()
      await earlier.click()
      await expect.poll(() => fed.getByRole('listitem').count()).toBeGreaterThan(before)
    }
    await expect(fed.getByRole('listitem')).toHaveCount(FEEDING_OF_EIGHT_WEEKS)
  })
})

test('a name from right to left leaves the sentence around it from left to right', async ({ app, page }) => {
  const couple = await newCouple(app, { ...apart, b: { ...apart.b, name: 'נועה' } })
  await pairedSince(app, couple, parseDay('2026-11-01'))
  await letCount(couple, couple.b, '2026-11-19')
  await comeIn(page, couple.a)
  await page.goto('/lately')
  const legend = page.locator('figcaption').getByText('נועה').first()
  await expect(legend).toBeVisible()
  // where the first letter of the name and the last of the sentence are: the name is first
  const [name, end] = await legend.evaluate((element) => {
    const [text] = [...element.childNodes].filter((node) => node.textContent?.includes('נועה'))
    if (!text) throw new Error('There is no name.')
    const content = text.textContent ?? ''
    const leftOf = (from: number) => {
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, from + 1)
      return range.getBoundingClientRect().left
    }
    return [leftOf(content.indexOf('נ')), leftOf(content.trimEnd().length - 1)]
  })
  expect(name).toBeLessThan(end ?? 0)
})

test('a moment is two taps beside its words, from Today and from Lately, and Undo brings the words back', async ({
  app,
  page,
}) => {
  const couple = await coupleSinceNovember(app)
  await comeIn(page, couple.a)
  await page.goto('/today')
  let taps = 0
  const tap = async (target: Locator) => {
    await target.click()
    taps += 1
  }
  const log = async (words: string, type: string) => {
    await momentField(page).focus()
    await page.keyboard.type(words)
    taps = 0
    await tap(page.getByRole('form', { name: 'A moment' }).getByText(type, { exact: true }))
    await tap(page.getByRole('button', { name: 'Done' }))
    await expect(page.getByRole('status').filter({ hasText: 'The moment is saved.' })).toBeVisible()
    expect(taps).toBe(2)
    await expect(momentField(page)).toHaveValue('')
  }
  await log('Long talk on the way home', 'Emotional')
  await expect(page.getByRole('form', { name: 'A moment' }).getByText('Long talk on the way home')).toBeVisible()
  await goTo(page, '/lately')
  await momentField(page).focus()
  await log('Read aloud to each other', 'Intellectual')
  await expect(whatFed(page).getByText('Read aloud to each other')).toBeVisible()
  await expect.poll(() => weeksOf(page, 'Intellectual', both)).toEqual([weeksWith(7), never])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(momentField(page)).toHaveValue('Read aloud to each other')
  await expect(page.getByRole('checkbox', { name: 'Intellectual' })).toBeChecked()
  await expect(whatFed(page).getByText('Read aloud to each other')).toHaveCount(0)
  await expect.poll(() => weeksOf(page, 'Intellectual', both)).toEqual([never, never])
  await momentField(page).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Done' })).toBeHidden()
  await expect(momentField(page)).toHaveValue('Read aloud to each other')
})

test.describe('on a phone with its keyboard', () => {
  test.use({ viewport: { width: 390, height: 500 } })

  test('all of a moment is above the keyboard, on Today, on Lately and on its own page', async ({ app, page }) => {
    const couple = await coupleSinceNovember(app)
    await comeIn(page, couple.a)
    for (const path of ['/today', '/lately', '/moments/new']) {
      await page.goto(path)
      await momentField(page).focus()
      const done = page.getByRole('button', { name: 'Done' })
      await expect(done).toBeInViewport({ ratio: 1 })
      await expect(momentField(page)).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('group', { name: 'What did it feed?' })).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('radio', { name: 'We', exact: true })).toBeInViewport({ ratio: 1 })
      const [top, end] = [await momentField(page).boundingBox(), await done.boundingBox()]
      expect((end?.y ?? 999) + (end?.height ?? 0) - (top?.y ?? 0)).toBeLessThan(330)
      const bar = page.getByRole('navigation', { name: 'Main' })
      if ((await bar.count()) > 0)
        expect((end?.y ?? 999) + (end?.height ?? 0)).toBeLessThan((await bar.boundingBox())?.y ?? 0)
    }
  })
})
