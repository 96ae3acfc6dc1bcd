// What a person does with rituals, as real clicks.
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './places'

export type Proposed = Readonly<{
  title: string
  types: readonly string[]
  /** Whole names: 'Thursday'. */
  weekdays: readonly string[]
  /** HH:MM */
  time: string
  /** As the list has it: 'an hour'. */
  length?: string
  /** The start of the choice: 'Lisbon'. */
  clock?: string
  every?: 'Every week' | 'Every second week' | 'Every fourth week'
  /** YYYY-MM-DD */
  starts?: string
  means?: string
}>

/** Fills in the form of a proposal without sending it. */
export async function fillProposal(
  page: Page,
  { title, types, weekdays, time, length, clock, every, starts, means }: Proposed,
): Promise<void> {
  await page.getByLabel('What is it?').fill(title)
  for (const type of types) await page.getByRole('checkbox', { name: type }).check()
  await openWeekdays(page)
  for (const day of weekdays) await page.getByRole('checkbox', { name: day }).check()
  await page.getByLabel('At what time?').fill(time)
  if (length || clock || every || starts) await openMore(page)
  if (length) await page.getByLabel('For how long?').selectOption({ label: length })
  if (clock) {
    const choice = page.getByLabel('Whose clock does it follow?')
    await choice.selectOption(await choice.locator('option', { hasText: clock }).first().getAttribute('value'))
  }
  if (every) await page.getByRole('radio', { name: every }).check()
  if (starts) await page.getByLabel('From which day?').fill(starts)
  if (means) await page.getByLabel('What it means to me').fill(means)
}

/** Shows the seven days under the sentence. */
async function openWeekdays(page: Page): Promise<void> {
  const word = page.getByRole('button', { name: 'On which days?' })
  if ((await word.getAttribute('aria-expanded')) === 'false') await word.click()
}

/** Unfolds what is behind "More" in a form of terms. */
export async function openMore(page: Page): Promise<void> {
  if (!(await page.getByLabel('For how long?').isVisible())) await page.getByText('More:').click()
}

/** Proposes a ritual from the list of rituals, up to its page. */
export async function proposeRitual(page: Page, proposed: Proposed): Promise<void> {
  await goTo(page, '/rituals/new')
  await fillProposal(page, proposed)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: proposed.title })).toBeVisible()
  await expect(page.getByText('You proposed this')).toBeVisible()
}

/** Opens the partner's proposal from Today, and agrees to it. */
export async function agreeToRitual(page: Page, { title, means }: { title: string; means?: string }): Promise<void> {
  await goTo(page, '/today')
  await page.getByRole('link', { name: `proposes: ${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  if (means) await page.getByLabel('What it means to me').fill(means)
  await page.getByRole('button', { name: /^Yes, from / }).click()
  await expect(page.getByText('You both said yes to this')).toBeVisible()
}

/** Marks, from Today, that the person took part in the next or running date. */
export async function takePart(page: Page, title: string): Promise<void> {
  await goTo(page, '/today')
  const panel = page.getByRole('region', { name: title })
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/taking-part') && answer.ok())
  await panel.getByRole('button', { name: 'I took part' }).click()
  await kept
  await expect(panel.getByRole('button', { name: 'I took part', pressed: true })).toBeVisible()
}

export type OtherTerms = Readonly<{
  time?: string
  starts?: string
  weekdays?: Readonly<{ on: readonly string[]; off: readonly string[] }>
}>

/** Fills in the form of other terms and sends it, up to the ritual's page. */
export async function suggestTerms(page: Page, { time, starts, weekdays }: OtherTerms): Promise<void> {
  if (weekdays) await openWeekdays(page)
  for (const day of weekdays?.on ?? []) await page.getByRole('checkbox', { name: day }).check()
  for (const day of weekdays?.off ?? []) await page.getByRole('checkbox', { name: day }).uncheck()
  if (time) await page.getByLabel('At what time?').fill(time)
  if (starts) {
    await openMore(page)
    await page.getByLabel('From which day?').fill(starts)
  }
  await page.getByRole('button', { name: 'Suggest this' }).click()
  await page.waitForURL(/\/rituals\/[^/]+$/)
}

/** Opens the history of a ritual, on its page. */
export async function openHistory(page: Page, address: string): Promise<Locator> {
  await goTo(page, address)
  await page.getByText('How it came about').click()
  return page.getByRole('group').filter({ hasText: 'How it came about' })
}
