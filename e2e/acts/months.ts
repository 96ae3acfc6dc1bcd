// A month of two people, made through devices in Node, and what a person does on its page, as real clicks.
import { expect, type Locator, type Page } from '@playwright/test'
import type { Step } from '../../lib/check-ins/contract.ts'
import { answerCheckIn } from '../../lib/check-ins/device.ts'
import { sealShare, sendShare } from '../../lib/journal/sharing.ts'
import { letDayCount } from '../../lib/moments/device.ts'
import { sendTookPart } from '../../lib/plans/device.ts'
import { occurrenceId } from '../../lib/rituals/occurrence-id.ts'
import { goTo } from './places'
import { agreedRitual } from '../../lib/testing/agreed-ritual.ts'
import type { Couple } from '../../lib/testing/people.ts'
import type { ServedApp } from '../../lib/testing/served.ts'
import { addDays, parseDay } from '../../lib/time/day.ts'
import { weekIdSchema } from '../../lib/time/schemas.ts'
import { parseWallTime } from '../../lib/time/wall-time.ts'

const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }

type NowAndWish = readonly [now: Step, wish: Step]

/** Both answer for a week of November 2026 (45 to 48) on its Thursday, where the clock stays. */
export async function bothAnswer(
  app: ServedApp,
  { a, b }: Couple,
  week: 45 | 46 | 47 | 48,
  [ofA, ofB]: readonly [NowAndWish, NowAndWish],
): Promise<void> {
  await app.at(`${addDays(parseDay('2026-11-05'), 7 * (week - 45))}T12:00:00.000Z`)
  for (const [{ device }, [now, wish]] of [
    [a, ofA],
    [b, ofB],
  ] as const) {
    await answerCheckIn(device, weekIdSchema.parse(`2026-W${week}`), {
      now,
      wish,
      types: { ...none, emotional: { now, wish: null }, physical: { now: wish, wish: now } },
    })
  }
}

/** Fills November: moments, a shared page, a ritual on its dates. The couple was paired on the 3rd. */
export async function liveNovember(app: ServedApp, couple: Couple): Promise<void> {
  const { id, a, b } = couple
  await app.at('2026-11-03T09:00:00.000Z') // the day that the devices know
  const page = {
    kind: 'reflection',
    words: { text: 'The herons. Both of us counting, you on the phone.' },
    wants: 'nothing',
    writtenDay: null,
  } as const
  await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId: id, page, types: ['emotional'] }),
  )
  const ritual = await agreedRitual(couple, { startsOn: parseDay('2026-11-05'), time: parseWallTime('11:00') })
  for (const [index, day] of ['2026-11-05', '2026-11-12', '2026-11-19'].entries()) {
    await app.at(`${day}T20:00:00.000Z`)
    for (const { device } of index === 2 ? [a] : [a, b])
      await sendTookPart(
        device,
        { id: occurrenceId(ritual.id, parseDay(day)), ritualId: ritual.id, onDate: parseDay(day) },
        true,
      )
    await letDayCount(a.device, a.vault(), id, { day: parseDay(day), types: ['emotional', 'spiritual'] })
    await letDayCount(b.device, b.vault(), id, {
      day: addDays(parseDay(day), -1),
      types: index === 0 ? ['physical'] : ['emotional'],
    })
  }
}

/** Goes on to a later step of a month, as far as its heading. */
export async function walkTo(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  while (!(await page.getByRole('heading', { level: 1, name: heading }).isVisible())) {
    const before = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('link', { name: /^Next: / }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
}

/** Writes some of the three notes, and submits nothing yet. */
export async function writeNotes(
  page: Page,
  notes: Readonly<{ closer?: string; way?: string; more?: string }>,
): Promise<void> {
  const labels = {
    closer: 'What brought us closer',
    way: 'What got in the way',
    more: 'What I’d like more of',
  } as const
  for (const note of ['closer', 'way', 'more'] as const)
    if (notes[note] !== undefined) await page.getByLabel(labels[note]).fill(notes[note])
}

/** Writes notes of a month and submits them. They are revealed if the partner's are in. */
export async function putNotes(page: Page, notes: Parameters<typeof writeNotes>[1]): Promise<void> {
  await walkTo(page, 'Three notes each')
  await writeNotes(page, notes)
  await page.getByRole('button', { name: 'Add my three notes' }).click()
  await expect(page.getByRole('button', { name: 'Add my three notes' })).toHaveCount(0)
}

/** Proposes what the two take from a month. */
export async function proposeClosing(page: Page, { focus, change }: { focus: string; change: string }): Promise<void> {
  await walkTo(page, 'What you take from')
  await page.getByRole('radio', { name: focus }).check()
  await page.getByLabel('One small change').fill(change)
  await page.getByRole('button', { name: 'Propose this' }).click()
  await expect(page.getByText('You proposed this')).toBeVisible()
}

/** "Did it help?", before the first step of the month after. */
export const help = (page: Page): Locator => page.getByRole('region', { name: 'Did it help?' })

/** Says whether the month before's small change helped, and comes back from the step that follows. */
export async function sayHelped(page: Page, answer: string): Promise<void> {
  await help(page).getByRole('radio', { name: answer }).check()
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'How close it felt' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Save and go on' })).toHaveCount(0)
}

/** Goes from one month's page to another's, or reloads the same: 'November 2026'. */
export async function openMonth(page: Page, name: string): Promise<void> {
  await goTo(page, '/months')
  await page.getByRole('link', { name, exact: true }).click()
  await page.waitForURL(/\/months\/\d{4}-\d{2}/)
}
