// What a person does on Lately, as real clicks.
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './places'

/** Marks, blind, which types feel fed and which they would love more of. */
export async function markHopes(
  page: Page,
  { fed, more }: { fed: readonly string[]; more: readonly string[] },
): Promise<void> {
  await goTo(page, '/lately')
  for (const type of fed) await page.getByRole('group', { name: type }).getByText('Feels fed').click()
  for (const type of more) await page.getByRole('group', { name: type }).getByText('More of it').click()
  await page.getByRole('button', { name: 'Save my marks' }).click()
}

/** `when` is today by default. */
export type SaidMoment = Readonly<{
  who: 'I' | 'We'
  types: readonly string[]
  when?: 'Yesterday' | { day: string }
  words?: string
}>

/** The field of a moment: on its own page, on Today and on Lately. */
export const momentField = (page: Page) => page.getByLabel('Something small that one or both of you did')

/** Fills the form of a moment. */
export async function fillMoment(page: Page, { who, types, when, words }: SaidMoment): Promise<void> {
  if (words !== undefined) await momentField(page).fill(words)
  else await momentField(page).click()
  for (const type of types) await page.getByRole('checkbox', { name: type }).check()
  await page.getByRole('radio', { name: who, exact: true }).check()
  if (!when) return
  const day = page.getByRole('button', { name: /^When: / })
  if ((await day.getAttribute('aria-expanded')) === 'false') await day.click()
  await page.getByText(when === 'Yesterday' ? when : 'Another day', { exact: true }).click()
  if (typeof when === 'object') await page.getByLabel('Which day?').fill(when.day)
}

/** Logs a moment on its own page, up to Lately. */
export async function logMoment(page: Page, moment: SaidMoment): Promise<void> {
  await page.goto('/moments/new')
  await fillMoment(page, moment)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.waitForURL('**/lately')
}

/** The row of a type, in the weeks. */
const typeRow = (page: Page, type: string) => page.getByRole('img', { name: new RegExp(`^${type}, weeks of`) })

/** Eight numbers for each person, oldest first, as a type's row lists them. */
export async function weeksOf(
  page: Page,
  type: string,
  [first, second]: readonly [string, string],
): Promise<[string, string]> {
  const label = (await typeRow(page, type).getAttribute('aria-label')) ?? ''
  const [, firstOne, other] = new RegExp(`${first}: ([\\d, ]+)\\. ${second}: ([\\d, ]+)\\.$`).exec(label) ?? []
  return [firstOne ?? '', other ?? '']
}

/** Eight weeks, oldest first, as `weeksOf` returns them: `days` in one of them, counted from 1, and none in the others. */
export const weeksWith = (week: number, days = 1) =>
  Array.from({ length: 8 }, (_, index) => (index + 1 === week ? days : 0)).join(', ')

/** What fed, day by day. */
export const whatFed = (page: Page): Locator => page.getByRole('region', { name: /^What fed/ })

/** Narrows what fed to a type, by the link at its weeks, and returns the list. */
export async function openWhatFed(page: Page, type: string): Promise<Locator> {
  await page.getByRole('link', { name: `What fed it: ${type}` }).click()
  await expect(page.getByRole('heading', { name: `What fed the ${type.toLowerCase()}` })).toBeVisible()
  await expect(whatFed(page).getByRole('radio', { name: type })).toBeFocused()
  return whatFed(page)
}

/** Opens the row of what fed that has some words, to what can be done to it. */
export async function openFedRow(page: Page, words: string): Promise<Locator> {
  const row = whatFed(page).getByRole('listitem').filter({ hasText: words }).first()
  const part = row.getByRole('group')
  if ((await part.getAttribute('open')) === null) await part.locator('summary').click()
  return row
}
