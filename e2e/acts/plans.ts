// What a person does with a week and its plans, as real clicks.
import { expect, type Locator, type Page } from '@playwright/test'

/** A plan on the page of its week. */
export const card = (page: Page, title: string): Locator => page.getByRole('article', { name: title })

/** The text of a part of a page, in one line. */
export const text = async (locator: Locator): Promise<string> => (await locator.innerText()).replace(/\s+/g, ' ').trim()

/** Uses the Undo beside a text: each keeps its ten seconds, so there may be an earlier one. */
export const undo = (page: Page, words: string): Promise<void> =>
  page.locator('[popover] li').filter({ hasText: words }).last().getByRole('button', { name: 'Undo' }).click()

/** Opens a plan for planning; `day` in full: 'Thursday 22 October'. */
export const openPlan = (page: Page, title: string, day: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^(Plan|Change) it: ${title}, ${day}$`) }).click()

/** Fills in what exactly and where for a plan. */
export async function planIt(
  page: Page,
  { title, day, what, place }: { title: string; day: string; what: string; place: string },
): Promise<void> {
  await openPlan(page, title, day)
  await page.getByLabel('What exactly?').fill(what)
  await page.getByLabel('Where?').fill(place)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(card(page, title)).toContainText(what)
}

/** Adds an item to a plan, for one person. */
export async function addItem(
  page: Page,
  { title, day, what, who }: { title: string; day: string; what: string; who: string },
): Promise<void> {
  await openPlan(page, title, day)
  await card(page, title).getByRole('button', { name: 'Add something to bring or do' }).click()
  await page.getByLabel('What to bring or do').fill(what)
  await page.getByLabel('Who?').selectOption({ label: who })
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByLabel('What to bring or do')).toHaveValue('')
  // the item's form, then the plan's
  for (const field of ['What to bring or do', 'What exactly?']) {
    await card(page, title).getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByLabel(field)).toHaveCount(0)
  }
}

/** Adds a one-off to a day of the week that is open; `time` is HH:MM by the adder's own clock. */
export async function addOneOff(
  page: Page,
  { title, day, time }: { title: string; day: string; time: string },
): Promise<void> {
  await page.getByRole('button', { name: `Add something on ${day}` }).click()
  await page.getByLabel('What is it?').fill(title)
  await page.getByLabel('At what time?').fill(time)
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(card(page, title)).toBeVisible()
}

/** The seven suns of how a plan felt. */
export const suns = (page: Page): Locator =>
  page.getByRole('group', { name: 'How did it feel to you?' }).getByRole('radio')

/** Answers how a plan felt, 1 to 7, and waits until it is saved. */
export async function sayFelt(page: Page, step: number): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/felt') && answer.ok())
  await suns(page)
    .nth(step - 1)
    .check()
  await kept
}

/** Writes a line to remember a plan by. */
export async function writeLine(page: Page, line: string): Promise<void> {
  await page.getByLabel('A line of yours').fill(line)
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('figure').filter({ hasText: line })).toBeVisible()
}

/** How a plan felt: the scale, or both answers. */
export const howItFelt = (page: Page): Locator => page.getByRole('region', { name: 'How it felt' })

/** Goes from the week to how one of its plans was. */
export async function openHow(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: `How was it? ${title}` }).click()
  await page.waitForURL('**/plans/*')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}
