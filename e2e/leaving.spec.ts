// Leaving a form by a link, Back or the bar: what was typed is there when the same form is opened again.
import type { Locator, Page } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving.ts'
import { newCouple } from '../lib/testing/people.ts'
import { agreedRitual, proposedRitual } from '../lib/testing/agreed-ritual.ts'
import { sealReply, sendReply } from '../lib/journal/sharing.ts'
import { addPlan, savePlan, type NewPlan } from '../lib/plans/device.ts'
import { parseDay } from '../lib/time/day.ts'
import { shareText } from '../lib/testing/share-text.ts'
import { circles, pairOf } from './acts/check-ins'
import { draftsKept, takeDevice } from './acts/devices'
import { hideLink } from './acts/hide'
import { card } from './acts/plans'
import { openShare } from './acts/sharing'
import { writePage } from './acts/writing'
import { expect, test } from './fixtures'

test.use({ viewport: { width: 390, height: 844 } })

const BEFORE = 'This is what you had here before.'
const day = parseDay('2027-03-03')
const toasts = (page: Page) => page.locator('[popover]')
const fieldOf = (scope: Page | Locator, label: string) =>
  scope.getByLabel(label, { exact: true }).filter({ visible: true })
const bar = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })

async function leaveByBar(page: Page): Promise<void> {
  await bar(page, 'Today').click()
  await page.waitForURL('**/today')
}

const film: Omit<NewPlan, 'id' | 'zone'> = {
  kind: 'together',
  title: 'The same film',
  onDate: day,
  time: null,
  minutes: 60,
  types: [],
  what: '',
  place: '',
}

test('a plan, an item and a new plan are there again, and gone once they were saved', async ({ app, page }) => {
  const couple = await newCouple(app)
  const { a, b, id: coupleId } = couple
  const plan = await addPlan(a.device, coupleId, { ...film, id: crypto.randomUUID(), zone: a.device.zone() })
  await addPlan(a.device, coupleId, { ...film, id: crypto.randomUUID(), title: 'A walk', zone: a.device.zone() })
  await takeDevice(page, a)
  await page.goto('/week')
  const backToWeek = async () => {
    await bar(page, 'Week').click()
    await page.waitForURL('**/week')
  }

  await test.step('a new plan, left by the bar and by Back', async () => {
    const open = page.getByRole('button', { name: /^Add something on/ })
    await open.first().click()
    await page.getByText('Errand or chore', { exact: true }).click()
    await fieldOf(page, 'What is it?').fill('Call the landlord')
    await expect(page.getByText(BEFORE)).toHaveCount(0)
    await leaveByBar(page)
    await backToWeek()
    await open.last().click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await open.first().click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('Call the landlord')
    await expect(page.getByRole('radio', { name: 'Errand or chore' })).toBeChecked()
    await page.getByText(BEFORE).waitFor()

    await page.getByRole('button', { name: 'Start again' }).click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('')
    await expect(page.getByRole('radio', { name: 'Time together' })).toBeChecked()
    await fieldOf(page, 'What is it?').fill('Call the bank')
    await toasts(page).getByRole('button', { name: 'Undo' }).click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('Call the landlord')
    await toasts(page).getByRole('button', { name: 'Undo' }).click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('Call the bank')

    await leaveByBar(page)
    await page.goBack()
    await page.waitForURL('**/week')
    await open.first().click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('Call the bank')
    // a reload would end it: the browser asks
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()

    await page.getByRole('button', { name: 'Cancel' }).click()
    await open.first().click()
    await expect(fieldOf(page, 'What is it?'), 'Cancel means it').toHaveValue('')
    await fieldOf(page, 'What is it?').fill('Water the fern')
    await page.getByRole('button', { name: 'Add it' }).click()
    await expect(card(page, 'Water the fern')).toBeVisible()
    await open.first().click()
    await expect(fieldOf(page, 'What is it?')).toHaveValue('')
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('a plan that the partner changes meanwhile, and another one', async () => {
    const [first, second] = [card(page, film.title), card(page, 'A walk')]
    await first.getByRole('button', { name: /^Change it/ }).click()
    await fieldOf(first, 'What exactly?').fill('The one with the herons')
    await second.getByRole('button', { name: /^Change it/ }).click()
    await fieldOf(second, 'Where?').fill('The harbour')
    await leaveByBar(page)
    await savePlan(b.device, coupleId, plan, { what: 'The one with the owls', place: 'At home' })
    await backToWeek()
    await second.getByRole('button', { name: /^Change it/ }).click()
    await expect(fieldOf(second, 'Where?')).toHaveValue('The harbour')
    await second.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(second.getByText('The harbour')).toBeVisible()
    await first.getByRole('button', { name: /^Change it/ }).click()
    await expect(fieldOf(first, 'What exactly?')).toHaveValue('The one with the herons')
    await expect(fieldOf(first, 'Where?')).toHaveValue('At home')
    await expect(first.getByRole('alert')).toContainText('It is now “The one with the owls”')
    await first.getByRole('button', { name: 'Keep mine' }).click()
    await first.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(first.getByText('The one with the herons')).toBeVisible()
    await first.getByRole('button', { name: /^Change it/ }).click()
    await expect(first.getByText(BEFORE)).toHaveCount(0)
  })

  await test.step('an item', async () => {
    const first = card(page, film.title)
    await first.getByRole('button', { name: 'Add something to bring or do' }).click()
    await fieldOf(first, 'What to bring or do').fill('Popcorn')
    await leaveByBar(page)
    await backToWeek()
    await first.getByRole('button', { name: /^Change it/ }).click()
    await first.getByRole('button', { name: 'Add something to bring or do' }).click()
    await expect(fieldOf(first, 'What to bring or do')).toHaveValue('Popcorn')
    await first.getByRole('button', { name: 'Add it' }).click()
    await expect(first.getByRole('checkbox', { name: 'Popcorn' })).toBeVisible()
    await expect(fieldOf(first, 'What to bring or do')).toHaveValue('')
    await first.getByRole('button', { name: 'Cancel' }).click()
    await first.getByRole('button', { name: 'Change “Popcorn”' }).click()
    await fieldOf(first, 'What to bring or do').fill('Popcorn, salted')
    await leaveByBar(page)
    await backToWeek()
    await first.getByRole('button', { name: /^Change it/ }).click()
    await first.getByRole('button', { name: 'Change “Popcorn”' }).click()
    await expect(fieldOf(first, 'What to bring or do')).toHaveValue('Popcorn, salted')
    await first.getByRole('button', { name: 'Save', exact: true }).first().click()
    await expect(first.getByRole('checkbox', { name: 'Popcorn, salted' })).toBeVisible()
  })
})

test('changed words of a page and of a reply are stored, sealed, until they are saved', async ({ app, page }) => {
  const { a, b, id: coupleId } = await newCouple(app)
  const mine = await shareText(a, { coupleId, text: 'The flat is quiet.' })
  const theirs = await shareText(b, { coupleId, text: 'The train was late.' })
  const reply = await sealReply(a.device, a.vault(), theirs, { id: crypto.randomUUID(), text: 'I waited.' })
  await sendReply(a.device, a.vault(), coupleId, reply)
  await takeDevice(page, a)

  await test.step('the words of a page, with what is wanted', async () => {
    const open = page.getByRole('button', { name: /^Change the words for/ })
    await page.goto(`/journal/shared/${mine.id}`)
    await open.click()
    await fieldOf(page, 'The page').fill('Come home.')
    await page.getByText('Comfort', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Physical' }).check()
    await leaveByBar(page)
    await bar(page, 'Journal').click()
    const unfinished = page.getByRole('listitem').filter({ hasText: 'Come home.' })
    await unfinished.getByRole('link').click()
    await page.waitForURL(`**/journal/shared/${mine.id}`)
    await page.reload()
    await open.click()
    await expect(fieldOf(page, 'The page')).toHaveValue('Come home.')
    await expect(page.getByRole('radio', { name: 'Comfort' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Physical' })).toBeChecked()
    await page.getByRole('button', { name: 'Leave them as they are' }).click()
    await open.click()
    await expect(fieldOf(page, 'The page')).toHaveValue('The flat is quiet.')
    await expect(page.getByRole('radio', { name: 'Just listen' })).toBeChecked()
    await toasts(page).getByRole('button', { name: 'Undo' }).click()
    await expect(fieldOf(page, 'The page')).toHaveValue('Come home.')
    await page.getByRole('button', { name: 'Save the words' }).click()
    await expect(page.getByText('Come home.')).toBeVisible()
    await expect.poll(() => draftsKept(page)).toBe(0)
  })

  await test.step('a reply', async () => {
    await page.goto(`/journal/shared/${theirs.id}`)
    const row = page.getByRole('listitem').filter({ hasText: 'You' })
    await row.getByRole('button', { name: 'Edit' }).click()
    await fieldOf(row, 'Your reply').fill('I waited, in the rain.')
    await leaveByBar(page)
    await page.goBack()
    await row.getByRole('button', { name: 'Edit' }).click()
    await expect(fieldOf(row, 'Your reply')).toHaveValue('I waited, in the rain.')
    await row.getByRole('button', { name: 'Save the words' }).click()
    await expect(row.getByText('I waited, in the rain.')).toBeVisible()
    await expect.poll(() => draftsKept(page)).toBe(0)
  })

  await test.step('words that are about to be shared', async () => {
    await writePage(page, 'The fern is dying.')
    await openShare(page, { text: 'The fern is dying.', partner: b.name })
    await page.getByRole('button', { name: /^Change the words for/ }).click()
    await fieldOf(page, 'The page').fill('The fern needs you.')
    await page.getByText('Ideas', { exact: true }).click()
    await page.goBack()
    await page.getByRole('link', { name: /^Share with/ }).click()
    await expect(page.getByText('The fern needs you.')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Ideas' })).toBeChecked()
    await page.getByRole('button', { name: 'Start again' }).click()
    await expect(page.getByText('The fern is dying.')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Ideas' })).not.toBeChecked()
  })

  await test.step('a name in the settings', async () => {
    await page.goto('/settings')
    await fieldOf(page, 'Your name').fill('Ada Lune')
    await leaveByBar(page)
    await page.goBack()
    await expect(fieldOf(page, 'Your name')).toHaveValue('Ada Lune')
    const form = page.locator('form').filter({ has: page.getByText('Your name') })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(toasts(page)).toContainText('Saved')
    await expect(page.getByText(BEFORE)).toHaveCount(0)
  })
})

test('a proposal, other terms and a yes with words are there again; Hide forgets them', async ({
  app,
  page,
  allow,
}) => {
  const couple = await newCouple(app)
  const { a } = couple
  const ritual = await agreedRitual(couple)
  const proposed = await proposedRitual(couple, 'b', { title: 'A walk' })
  await takeDevice(page, a)

  await page.goto('/rituals')
  await page.locator('a[href="/rituals/new"]').filter({ visible: true }).first().click()
  await fieldOf(page, 'What is it?').fill('Letters on paper')
  await page.getByRole('checkbox', { name: 'Thursday' }).check()
  await fieldOf(page, 'What it means to me').fill('Something to hold.')
  await page.goBack()
  await page.waitForURL('**/rituals')
  await page.locator('a[href="/rituals/new"]').filter({ visible: true }).first().click()
  await expect(fieldOf(page, 'What is it?')).toHaveValue('Letters on paper')
  await expect(page.getByRole('button', { name: 'On which days? Thursday' })).toBeVisible()
  await expect(fieldOf(page, 'What it means to me')).toHaveValue('Something to hold.')
  await page.getByRole('checkbox', { name: 'Emotional' }).check()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Letters on paper' })).toBeVisible()
  await bar(page, 'Week').click()
  await page.waitForURL('**/week')
  await page.locator('a[href="/rituals/new"]').filter({ visible: true }).first().click()
  await expect(fieldOf(page, 'What is it?')).toHaveValue('')

  await page.goto(`/rituals/${ritual.id}`)
  const other = page.locator(`a[href="/rituals/${ritual.id}/terms"]`)
  await other.click()
  await page.getByLabel(/^At what time\?/).fill('19:15')
  await page.goBack()
  await other.click()
  await expect(page.getByLabel(/^At what time\?/)).toHaveValue('19:15')
  await page.getByText(BEFORE).waitFor()
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(page.getByLabel(/^At what time\?/)).toHaveValue('21:00')

  await page.goto(`/rituals/${proposed.id}`)
  await fieldOf(page, 'What it means to me').fill('The river, and you.')
  await leaveByBar(page)
  await page.goBack()
  await expect(fieldOf(page, 'What it means to me')).toHaveValue('The river, and you.')

  allow({ elsewhere: NEUTRAL_SITE })
  await page.route(`${NEUTRAL_SITE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Neutral' }))
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void dialog.accept()
  })
  await (await hideLink(page)).click()
  await expect(page).toHaveURL(NEUTRAL_SITE)
  expect(asked, 'Hide asks nothing').toBe(0)
})

test('what was chosen in a check-in is there again after Later, which says that it is kept', async ({ app, page }) => {
  const { a } = await newCouple(app)
  await takeDevice(page, a)
  await page.goto('/check-in/2027-W09')
  const chosen = pairOf(circles(page, 'How close now'), 4)
  await chosen.check()
  await page.getByRole('link', { name: 'Later' }).click()
  await page.waitForURL('**/today')
  await expect(toasts(page).getByText('Not sent. It is kept in this tab until you close it.')).toBeVisible()
  await page.goBack()
  await expect(chosen).toBeChecked()
  await expect(toasts(page).getByText('Not sent.')).toHaveCount(0)
  await page.getByText(BEFORE).waitFor()
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect(chosen).not.toBeChecked()
})
