// A month at two browsers, in Lisbon and Montréal: from the first answered week to its closing, and to whether the change helped.
import type { Locator, Page } from '@playwright/test'
import { leaveCouple } from '../lib/couples/device.ts'
import { sealReply, sealShare, sendReply, sendShare } from '../lib/journal/sharing.ts'
import { agreeToVersion, proposeVersion, sendNotes } from '../lib/months/device.ts'
import { addPlan, sendTookPart } from '../lib/plans/device.ts'
import { pairedSince } from '../lib/testing/paired-since.ts'
import { LONG_NAME, newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { parseMonth } from '../lib/time/month.ts'
import { parseZone } from '../lib/time/zone.ts'
import { draftsKept, takeDevice } from './acts/devices'
import { bothAnswer, help, liveNovember, walkTo, writeNotes } from './acts/months'
import { followLine, goTo } from './acts/places'
import { expect, test } from './fixtures'
import { checkPage } from './page-checks'

test.use({ moment: '2026-11-03T09:00:00.000Z' })

const november = '/months/2026-11'
const wholeNovember = `${november}?step=whole`
const month = parseMonth('2026-11')
const zones = ['Europe/Lisbon', 'America/Montreal'] as const
const apart = { a: { zone: parseZone(zones[0]), locale: 'en-GB' }, b: { zone: parseZone(zones[1]), locale: 'en-GB' } }

const chart = (page: Page): Locator => page.getByRole('img', { name: /^How close it felt/ })
const lines = (page: Page): Locator => chart(page).locator('path')

/** On a phone all of a step is between the top and its footer, without scrolling. */
async function fitsOnAPhone(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('main').locator('[data-skeleton]')).toHaveCount(0)
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  const lowest = () =>
    page.evaluate(() => {
      const bar = document.querySelector('.flow-footer')
      const inView = [...document.querySelectorAll('#main *')].filter(
        (element) => !bar?.contains(element) && element.checkVisibility() && !element.closest('.sr-only'),
      )
      const lowest = Math.max(...inView.map((element) => element.getBoundingClientRect().bottom + window.scrollY))
      return lowest - (bar?.getBoundingClientRect().top ?? 0)
    })
  await expect.poll(lowest, `"${heading}" is longer than a phone, in px`).toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}

/** All text of the page, once the rows that the device opens are shown. */
async function everything(page: Page, path: string, last: string): Promise<string> {
  await page.goto(path)
  await expect(page.getByText(last).first()).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: 'What you shared' })
      .getByRole('listitem')
      .or(page.getByText(/^No page in/)),
  ).toBeVisible()
  await expect(page.getByRole('main').locator('[data-skeleton]')).toHaveCount(0)
  return page.getByRole('main').innerText()
}

test('a month fills week by week, gets blind notes, is closed by both, and the next month asks whether it helped', async ({
  app,
  twoPeople,
  allow,
}) => {
  allow({ status: 412 }) // a yes to words that were changed since
  const couple = await newCouple(app, apart)
  const { a, b, setMoment } = await twoPeople({ zones, locales: ['en-GB', 'en-GB'] })
  const [noor, elias] = [a.page, b.page]
  await takeDevice(noor, couple.a)
  await takeDevice(elias, couple.b)

  await test.step('nothing yet, then one week: circles, and no chart', async () => {
    await noor.goto('/lately')
    await noor.getByRole('link', { name: 'Months' }).click()
    await noor.getByRole('link', { name: 'November 2026' }).click()
    await expect(
      noor.getByText('Nothing to show yet. A week appears here once you have both answered it.'),
    ).toBeVisible()
    await walkTo(noor, 'What you fed')
    await expect(noor.getByText('Quiet so far.')).toBeVisible()
    await noor.goBack()
    await expect(noor.getByRole('heading', { level: 1, name: 'How close it felt' })).toBeVisible()
    await bothAnswer(app, couple, 45, [
      [4, 5],
      [5, 5],
    ])
    await setMoment('2026-11-06T10:00:00.000Z')
    await noor.reload()
    await expect(noor.getByText('One week that you both answered.')).toBeVisible()
    await expect(chart(noor)).toHaveAccessibleName(
      'How close it felt, from 1, apart, to 7, almost one. 2 Nov: Noor 4, Elias 5.',
    )
    await expect(lines(noor)).toHaveCount(0)
  })

  await test.step('from four answers on there are lines, and the plans they kept are shown beside them', async () => {
    await liveNovember(app, couple)
    await bothAnswer(app, couple, 46, [
      [4, 4],
      [5, 6],
    ])
    await bothAnswer(app, couple, 47, [
      [5, 5],
      [5, 4],
    ])
    await bothAnswer(app, couple, 48, [
      [5, 6],
      [6, 5],
    ])
    await setMoment('2026-11-27T10:00:00.000Z')
    await goTo(noor, '/today')
    await followLine(noor, /^Look back at November together/)
    for (const page of [noor, elias]) {
      if (page === elias) await page.goto(november)
      await fitsOnAPhone(page)
      await expect(page.getByText('Four weeks that you both answered. Once you chose the same.')).toBeVisible()
      await expect(lines(page)).toHaveCount(3) // the band and two lines
      await page.getByText('Show the numbers').click()
      await expect(page.getByRole('row', { name: '9 Nov 4, would like 4 5, would like 6' })).toBeVisible()
      await walkTo(page, /^You both fed/)
      await fitsOnAPhone(page)
      await expect(
        page.getByRole('img', { name: /^What each of you fed in November\. Emotional: Noor often, Elias a little/ }),
      ).toBeVisible()
      await page.getByText('Show the month in numbers').click()
      await expect(page.getByRole('row', { name: 'Emotional 4 days often 2 days a little' })).toBeVisible()
      await walkTo(page, /^You kept |^What you kept/)
      await fitsOnAPhone(page)
      await expect(
        page.getByRole('region', { name: 'What you shared' }).getByRole('link', { name: /The herons/ }),
      ).toBeVisible()
    }
    const kept = (page: Page) => page.getByRole('region', { name: 'Rituals and plans you kept' }).getByRole('listitem')
    await expect(kept(noor)).toContainText(/Soup, on a call\s*Both of you\s*Thu 5 and Thu 12\s*You\s*Thu 19/)
    await expect(kept(elias)).toContainText(/Both of you\s*Thu 5 and Thu 12\s*Noor\s*Thu 19/)
  })

  const before = await everything(elias, wholeNovember, 'Add my three notes')
  await test.step('Noor writes three notes, which outlive a reload, and puts them in; Elias’s page says what it said before', async () => {
    await walkTo(noor, 'Three notes each')
    await fitsOnAPhone(noor)
    await noor.getByRole('button', { name: 'Add my three notes' }).click()
    await expect(noor.getByRole('main').getByRole('alert')).toContainText('Write at least one of the three.')
    await writeNotes(noor, { way: 'I went quiet twice.' })
    await expect.poll(() => draftsKept(noor)).toBe(1)
    await noor.reload()
    await expect(noor.getByLabel('What got in the way')).toHaveValue('I went quiet twice.')
    await writeNotes(noor, { closer: 'The herons.', more: 'Your voice in the flat.' })
    await noor.getByRole('button', { name: 'Add my three notes' }).click()
    await expect(noor.getByText('Your notes are saved', { exact: true })).toBeVisible()
    await expect(noor.getByRole('region', { name: 'Three notes each' })).not.toContainText(/Elias|waiting|not yet/i)
    expect(await everything(elias, wholeNovember, 'Add my three notes')).toBe(before)
  })

  await test.step('Elias puts his in, and both see all six', async () => {
    await writeNotes(elias, { closer: 'The kitchen.', way: 'Work, and that I call it work.', more: 'Small plans.' })
    await elias.getByRole('button', { name: 'Add my three notes' }).click()
    await expect(elias.getByText('The herons.', { exact: true })).toBeVisible()
    await noor.reload()
    for (const page of [noor, elias]) {
      for (const words of [
        'I went quiet twice.',
        'Your voice in the flat.',
        'The kitchen.',
        'Work, and that I call it work.',
        'Small plans.',
      ])
        await expect(page.getByText(words, { exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: /notes/ })).toHaveCount(0)
    }
  })

  const change = 'On Tuesdays the call stays on while we cook.'
  await test.step('one proposes, the other says yes to words that were changed meanwhile and is shown the new ones', async () => {
    await walkTo(noor, 'What you take from November')
    await fitsOnAPhone(noor)
    await noor.getByRole('radio', { name: 'Emotional' }).check()
    await noor.getByLabel('One small change').fill('Call more.')
    await noor.getByRole('button', { name: 'Propose this' }).click()
    await expect(noor.getByText('You proposed this')).toBeVisible()
    await elias.reload()
    await expect(elias.getByText('Noor proposes this')).toBeVisible()
    await noor.getByRole('button', { name: 'Suggest something else' }).click()
    await noor.getByLabel('One small change').fill(change)
    await noor.getByRole('button', { name: 'Propose this' }).click()
    await expect(noor.getByLabel('One small change')).toHaveCount(0) // the field has the same words
    await expect(noor.getByText(change)).toBeVisible()
    await elias.getByRole('button', { name: 'Yes, close November' }).click()
    await expect(elias.getByRole('main').getByRole('alert')).toContainText('This was changed in the meantime.')
    await expect(elias.getByText(change)).toBeVisible()
    await elias.getByRole('button', { name: 'Yes, close November' }).click()
    await expect(elias.getByText('Closed by both of you')).toBeVisible()
    await expect(elias.locator('.two-marks-move')).toHaveCount(1)
    await elias.goto(november)
    await noor.goto(november)
    // drawn once for each: where it closed, and at the next visit of who proposed it
    await expect(noor.locator('.two-marks-move')).toHaveCount(1)
    await noor.reload()
    for (const page of [noor, elias]) {
      await expect(page.getByText('Closed by both of you')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'How November felt' })).toBeVisible()
      await expect(page.locator('.two-marks')).toHaveCount(1)
      await expect(page.locator('.two-marks-move')).toHaveCount(0)
    }
  })

  await test.step('a closed month leaves Today, for both', async () => {
    for (const page of [noor, elias]) {
      await goTo(page, '/today')
      await expect(page.getByRole('link', { name: 'What do you want to remember about today?' })).toBeVisible()
      await expect(page.getByRole('link', { name: /^Look back at/ })).toHaveCount(0)
    }
  })

  await test.step('December begins with “Did it help?”, blind', async () => {
    await setMoment('2026-12-02T15:00:00.000Z')
    const december = '/months/2026-12?step=whole'
    const asked = await everything(elias, december, 'Save my answer')
    expect(asked).toContain(change)
    await noor.goto('/months/2026-12')
    await expect(noor.getByText('December so far · 1 of 6')).toBeVisible()
    await noor.getByRole('button', { name: 'Save and go on' }).click()
    await expect(help(noor).getByRole('alert')).toHaveText('Choose one of the four.')
    await expect(help(noor).getByRole('radio', { name: 'It helped' })).toBeFocused()
    await help(noor).getByRole('radio', { name: 'It helped' }).check()
    await fitsOnAPhone(noor)
    await noor.getByRole('button', { name: 'Save and go on' }).click()
    await expect(noor.getByRole('heading', { name: 'How close it felt', level: 1 })).toBeFocused()
    await noor.goBack()
    await expect(help(noor)).toContainText('It shows once you have both answered.')
    expect(await everything(elias, december, 'Save my answer')).toBe(asked)
    await help(elias).getByRole('radio', { name: 'A little' }).check()
    await help(elias).getByRole('button', { name: 'Save my answer' }).click()
    await noor.reload()
    for (const page of [noor, elias]) await expect(help(page)).toContainText(/Noor\s*It helped\s*Elias\s*A little/)
    await goTo(noor, '/months')
    await expect(noor.getByRole('listitem').filter({ hasText: 'November 2026' }).first()).toContainText(
      /You both closed it\s*Emotional/,
    )
    await noor.getByRole('link', { name: /^Week of 16 Nov/ }).click()
    await expect(noor.getByRole('heading', { name: 'Equally close, for both of you' })).toBeVisible()
  })
})

test('notes stay while the server can’t be reached, and a retry saves them', async ({ app, page, allow }) => {
  allow({ offline: true })
  const couple = await newCouple(app, apart)
  await takeDevice(page, couple.a)
  await page.goto(`${november}?step=notes`)
  await writeNotes(page, { closer: 'The herons.' })
  await page.route('**/api/months/*/notes', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Add my three notes' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Fivefold can’t be reached right now.')
  await expect(page.getByLabel('What brought us closer')).toHaveValue('The herons.')
  await page.getByRole('button', { name: 'Add my three notes' }).click()
  await expect(page.getByText('Your notes are saved', { exact: true })).toBeVisible()
})

test('after parting each finds their own notes and replies, and what was kept and closed', async ({ app, page }) => {
  await app.at('2026-11-27T10:00:00.000Z')
  await page.context().clock.setFixedTime('2026-11-27T10:00:00.000Z')
  const couple = await newCouple(app, apart)
  await pairedSince(app, couple, parseDay('2026-11-01'))
  const { a, b } = couple
  const monthKey = { coupleId: couple.id, month }
  const walk = {
    kind: 'together' as const,
    title: 'A walk by the river',
    onDate: parseDay('2026-11-21'),
    zone: parseZone(zones[0]),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: '',
  }
  const plan = await addPlan(a.device, couple.id, { ...walk, id: crypto.randomUUID() })
  for (const { device } of [a, b]) await sendTookPart(device, plan, true)
  await bothAnswer(app, couple, 48, [
    [4, 5],
    [2, 6],
  ])
  await sendNotes(a.device, a.vault(), monthKey, { closer: 'The herons.', way: '', more: '' }, null)
  await sendNotes(b.device, b.vault(), monthKey, { closer: 'The kitchen.', way: '', more: '' }, null)
  await proposeVersion(b.device, b.vault(), monthKey, { focus: 'spiritual', change: 'The call stays on.', after: null })
  await agreeToVersion(a.device, month, 1)
  const theirs = {
    kind: 'reflection',
    words: { text: 'The long way home.' },
    wants: 'nothing',
    writtenDay: null,
  } as const
  const shared = await sendShare(
    b.device,
    b.vault(),
    await sealShare(b.device, b.vault(), { coupleId: couple.id, page: theirs, types: ['emotional'] }),
  )
  await sendReply(
    a.device,
    a.vault(),
    couple.id,
    await sealReply(a.device, a.vault(), shared, { id: crypto.randomUUID(), text: 'I hear you, and I was there.' }),
  )
  await leaveCouple(b.device)

  await takeDevice(page, a)
  await page.goto('/rituals')
  await page.getByRole('link', { name: 'The months you looked back on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The months you looked back on' })).toBeVisible()
  await checkPage(page, 'months, before')
  await page.getByRole('region', { name: 'Before' }).getByRole('link', { name: 'November' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'November 2026' })).toBeVisible()
  await expect(page.getByText('The herons.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you took from November' })).toContainText(
    /Closed by both of you[^]*Spiritual[^]*Your partner at the time wrote this/,
  )
  await expect(page.getByRole('region', { name: 'Your own answers' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('main')).not.toContainText(/Elias|The kitchen|The call stays on/)
  await checkPage(page, 'month, before')
  await page.getByRole('link', { name: 'A walk by the river' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A walk by the river' })).toBeVisible()
  await goTo(page, '/journal')
  await page.getByText('What you replied before').click()
  await expect(page.getByText('I hear you, and I was there.')).toBeVisible()
  await expect(page.getByText('The long way home.')).toHaveCount(0)
  await checkPage(page, 'journal, with what was replied before', { darkWideToo: true })
})

test('a month passes the checks: while it is written, and closed', async ({ app, page }) => {
  const couple = await newCouple(app, { ...apart, b: { ...apart.b, name: LONG_NAME } })
  const { a, b } = couple
  const monthKey = { coupleId: couple.id, month }
  await liveNovember(app, couple)
  for (const week of [45, 46, 48] as const)
    await bothAnswer(app, couple, week, [
      [4, 5],
      [2, 6],
    ])
  await app.at('2026-11-27T10:00:00.000Z')
  await page.context().clock.setFixedTime('2026-11-27T10:00:00.000Z')
  await takeDevice(page, a)
  for (const step of ['felt', 'fed', 'kept', 'notes', 'take']) {
    await page.goto(`${november}?step=${step}`)
    await expect(page.getByRole('main').locator('[data-skeleton]')).toHaveCount(0)
    if (step === 'take') await page.getByRole('radio', { name: 'Physical' }).check()
    await checkPage(page, `month, ${step}`)
  }
  await page.goto(wholeNovember)
  await page.getByText('Close November together').click()
  await checkPage(page, 'month, being written')
  for (const { device, vault } of [a, b])
    await sendNotes(
      device,
      vault(),
      monthKey,
      { closer: 'The herons.', way: 'Donaudampfschifffahrtsgesellschaft.', more: '' },
      null,
    )
  await proposeVersion(b.device, b.vault(), monthKey, { focus: 'spiritual', change: 'The call stays on.', after: null })
  await agreeToVersion(a.device, month, 1)
  await page.goto(november)
  await expect(page.getByText('Closed by both of you')).toBeVisible()
  await page.getByText('Show the numbers').click()
  await page.getByText('Each kind').click()
  await checkPage(page, 'month, closed')
  await goTo(page, '/months')
  await expect(page.getByRole('link', { name: 'November 2026' })).toBeVisible()
  await checkPage(page, 'months')
})
