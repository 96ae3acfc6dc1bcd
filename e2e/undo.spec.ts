import type { Locator, Page } from '@playwright/test'
import { sealReply, sendReply } from '../lib/journal/sharing.ts'
import { sendNotes } from '../lib/months/device.ts'
import { addPlan, sendTookPart } from '../lib/plans/device.ts'
import { fetchRememberedPlan, sendFelt, sendLine } from '../lib/plans/line.ts'
import { newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { parseMonth } from '../lib/time/month.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { takeDevice } from './acts/devices'
import { card, undo } from './acts/plans'
import { expect, test } from './fixtures'

const day = parseDay('2027-03-03')
const toasts = (page: Page) => page.locator('[popover]')
/** A field that is shown: a form that was left stays mounted, hidden, while it can be brought back. */
const fieldOf = (scope: Page | Locator, label: string) =>
  scope.getByLabel(label, { exact: true }).filter({ visible: true })

/** Types into an open form, leaves it, and expects that Undo opens it again with exactly what was typed. */
async function comesBack(
  page: Page,
  {
    field,
    text,
    cancel,
    within = page.getByRole('main'),
  }: { field: string; text: string; cancel: string; within?: Locator },
): Promise<void> {
  const input = fieldOf(within, field)
  await input.fill(text)
  await input.press('Escape')
  await expect(input).toHaveValue(text)
  await within.getByRole('button', { name: cancel, exact: true }).click()
  await expect(input).toHaveCount(0)
  await toasts(page).getByText('Not saved.').last().waitFor()
  await toasts(page).getByRole('button', { name: 'Undo' }).last().click()
  await expect(input).toHaveValue(text)
}

test('what was typed comes back after every Cancel, and what was removed after its Undo', async ({ app, page }) => {
  const couple = await newCouple(app)
  const { a, b, id: coupleId } = couple
  const plan = await addPlan(a.device, coupleId, {
    id: crypto.randomUUID(),
    kind: 'together',
    title: 'The same film',
    onDate: day,
    zone: a.device.zone(),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: '',
  })
  await sendTookPart(a.device, plan, true)
  await sendFelt(a.device, plan.id, 6)
  await sendLine(a.device, a.vault(), { id: plan.id, coupleId }, 'Neither of us slept.', null)
  const month = parseMonth('2027-03')
  await sendNotes(a.device, a.vault(), { coupleId, month }, { closer: 'The herons.', way: '', more: '' }, null)
  const mine = await shareText(a, { coupleId, text: 'The flat is quiet.' })
  const theirs = await shareText(b, { coupleId, text: 'The train was late.' })
  const reply = await sealReply(a.device, a.vault(), theirs, { id: crypto.randomUUID(), text: 'I waited.' })
  await sendReply(a.device, a.vault(), coupleId, reply)
  const linesOfA = async () =>
    (await fetchRememberedPlan(b.device, b.vault(), { id: plan.id, coupleId })).lines.map(({ personId }) => personId)
  await takeDevice(page, a)

  await test.step('a plan that was added is called off, and can be brought back', async () => {
    await page.goto('/week')
    await page
      .getByRole('button', { name: /^Add something on/ })
      .first()
      .click()
    await fieldOf(page, 'What is it?').fill('Buy bulbs')
    await page.getByRole('button', { name: 'Add it' }).click()
    await undo(page, 'Added: Buy bulbs')
    await expect(page.getByText('Buy bulbs: called off')).toBeVisible()
    await page.getByRole('button', { name: /^Bring it back: Buy bulbs, / }).click()
    await expect(card(page, 'Buy bulbs')).toBeVisible()
  })

  await test.step('a new plan, also when the form is opened on another day', async () => {
    await page.goto('/week')
    const open = page.getByRole('button', { name: /^Add something on/ })
    await open.first().click()
    await page.getByText('Errand or chore', { exact: true }).click()
    await fieldOf(page, 'At what time?').fill('19:30')
    await comesBack(page, { field: 'What is it?', text: 'Call the landlord', cancel: 'Cancel' })
    await expect(fieldOf(page, 'At what time?')).toHaveValue('19:30')
    await expect(page.getByRole('radio', { name: 'Errand or chore' })).toBeChecked()
    await open.last().click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('')
    await toasts(page).getByRole('button', { name: 'Undo' }).click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('Call the landlord')
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a plan and an item of it', async () => {
    const film = card(page, 'The same film')
    await film.getByRole('button', { name: /^Change it: The same film/ }).click()
    await comesBack(page, { field: 'What exactly?', text: 'The one with the herons', cancel: 'Cancel', within: film })
    await film.getByRole('button', { name: 'Add something to bring or do' }).click()
    await comesBack(page, { field: 'What to bring or do', text: 'Popcorn', cancel: 'Cancel', within: film })
    await film.getByRole('button', { name: 'Cancel' }).click()
    await expect(fieldOf(film, 'What exactly?')).toHaveValue('The one with the herons')
    await film.getByRole('button', { name: 'Cancel' }).click()
    // each of the two keeps its ten seconds
    expect(await toasts(page).getByRole('button', { name: 'Undo' }).count()).toBeGreaterThan(1)
  })

  await test.step('a mark, with how it felt and the line', async () => {
    await page.goto('/week')
    const film = card(page, 'The same film')
    const mark = film.getByRole('button', { name: /^I took part/ })
    await mark.click()
    await expect(mark).toHaveAttribute('aria-pressed', 'false')
    await expect(toasts(page)).toContainText('How it felt and your line show only with it.')
    expect(await linesOfA()).toEqual([])
    await toasts(page).getByRole('button', { name: 'Undo' }).click()
    await expect(mark).toHaveAttribute('aria-pressed', 'true')
    expect(await linesOfA()).toEqual([a.id])
    await film.getByRole('link', { name: /^How was it. The same film/ }).click()
    await expect(page.getByRole('radio', { name: '6 of 7', exact: true })).toBeChecked()
    await page.getByRole('button', { name: 'Change your line' }).click()
    await comesBack(page, { field: 'A line of yours', text: 'Neither of us slept, nor wanted to.', cancel: 'Cancel' })
  })

  await test.step('shared words and a reply', async () => {
    await page.goto(`/journal/shared/${mine.id}`)
    await page.getByRole('button', { name: /^Change the words for/ }).click()
    await comesBack(page, { field: 'The page', text: 'Come home.', cancel: 'Leave them as they are' })
    await page.goto(`/journal/shared/${theirs.id}`)
    const row = page.getByRole('listitem').filter({ hasText: 'You' })
    await row.getByRole('button', { name: 'Edit' }).click()
    await comesBack(page, {
      field: 'Your reply',
      text: 'I waited, in the rain.',
      cancel: 'Leave them as they are',
      within: row,
    })
    await row.getByRole('button', { name: 'Leave them as they are' }).click()
    await expect(fieldOf(row, 'Your reply')).toHaveCount(0)
    const field = fieldOf(page, 'Your reply')
    await field.fill('The rain')
    await page.getByRole('button', { name: 'Thank you for telling me' }).click()
    await expect(field).toHaveValue('The rain Thank you for telling me')
  })

  await test.step('the notes of a month, which stay a draft until they are saved', async () => {
    await page.goto('/months/2027-03?step=notes')
    await page.getByRole('button', { name: 'Change my notes' }).click()
    const notes = { field: 'What brought us closer', text: 'The herons, twice.', cancel: 'Leave them as they are' }
    await comesBack(page, notes)
  })
})
