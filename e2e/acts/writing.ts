// What a person does in the journal, as real clicks.
import { expect, type Page } from '@playwright/test'
import { goTo } from './places'

/** The field in which a page is written. */
export const surface = (page: Page) => page.getByRole('textbox', { name: 'Your page' })

/** Writes a page and finishes it, up to the message that it is saved. */
export async function writePage(page: Page, text: string, types: readonly string[] = []): Promise<void> {
  await goTo(page, '/write')
  await surface(page).fill(text)
  for (const type of types) await page.getByRole('checkbox', { name: type }).check()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
}

/** Answers the inner voice in its short form, steps 1 and 3 alone, and finishes. */
export async function answerInTwo(page: Page, answers: { voice: string; answer: string }): Promise<void> {
  await goTo(page, '/write/voice')
  await page.getByText('Two steps').click()
  await page.getByLabel('Write it as “you”, the way you would hear it').fill(answers.voice)
  await page.getByRole('button', { name: 'Next: answer it' }).click()
  await expect(page.getByText('2 of 2')).toBeVisible()
  await page.getByLabel('What is true, starting with “I”?').fill(answers.answer)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
}

/** The offer of the spare page. */
export const sparePageOffer = (page: Page) => page.getByRole('region', { name: 'If you ever lose your phrase' })

/** Answers the inner voice in its five steps, and finishes. */
export async function answerVoice(
  page: Page,
  answers: { voice: string; origin: string; answer: string; effect: string; step: string },
): Promise<void> {
  await goTo(page, '/write/voice')
  await page.getByLabel('Write it as “you”, the way you would hear it').fill(answers.voice)
  await page.getByRole('slider', { name: 'How much do you believe it?' }).fill('80')
  await page.getByRole('button', { name: 'Next: where it comes from' }).click()
  await page.getByLabel('Whose voice is it, or when did you first hear it?').fill(answers.origin)
  await page.getByRole('button', { name: 'Next: answer it' }).click()
  await page.getByLabel('What is true, starting with “I”?').fill(answers.answer)
  await page.getByRole('button', { name: 'Next: what it makes you do' }).click()
  await page.getByLabel('With your partner: what does it make you do, or keep you from doing?').fill(answers.effect)
  await page.getByRole('button', { name: 'Next: one small thing' }).click()
  await page.getByLabel('What will you do differently?').fill(answers.step)
  await page.getByRole('slider', { name: 'And how much now?' }).fill('40')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
}
