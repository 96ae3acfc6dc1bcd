// What a person does on Lately, as real clicks.
import type { Page } from '@playwright/test'

/** Marks, blind, which types feel fed and which they would love more of. */
export async function markHopes(page: Page, { fed, more }: { fed: readonly string[]; more: readonly string[] }): Promise<void> {
  await page.goto('/lately')
  for (const type of fed) await page.getByRole('group', { name: type }).getByText('Feels fed').click()
  for (const type of more) await page.getByRole('group', { name: type }).getByText('More of it').click()
  await page.getByRole('button', { name: 'Keep my marks' }).click()
}

/** Logs a moment of today. */
export async function logMoment(page: Page, { who, types, words }: { who: 'I did' | 'We did'; types: readonly string[]; words: string }): Promise<void> {
  await page.goto('/moments/new')
  await page.getByText(who, { exact: true }).click()
  for (const type of types) await page.getByRole('checkbox', { name: type }).check()
  await page.getByLabel('A few words, if you like').fill(words)
  await page.getByRole('button', { name: 'Log it' }).click()
  await page.waitForURL('**/lately')
}

/** The row of a type, in the weeks. */
export const typeRow = (page: Page, type: string) => page.getByRole('img', { name: new RegExp(`^${type}, weeks of`) })
