// A week's check-in, as real clicks.
import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './places'

/** The seven pairs of circles of a question: overall, or for one type. */
export const circles = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: question, exact: true })

/** One of the seven pairs, 1 to 7. */
export const pairOf = (scale: Locator, step: number): Locator => scale.getByRole('radio').nth(step - 1)

export type SaidOfType = Readonly<{ type: string; now: number; wish?: number }>

/** Chooses on a week's screen, and saves nothing yet. */
export async function chooseCircles(
  page: Page,
  { now, wish, types = [] }: { now: number; wish: number; types?: readonly SaidOfType[] },
): Promise<void> {
  await pairOf(circles(page, 'How close now'), now).check()
  await pairOf(circles(page, 'And how close would you like it to be?'), wish).check()
  if (types.length > 0) await page.getByText('Each kind of closeness, if you like').click()
  for (const typeAnswer of types) {
    await pairOf(circles(page, `${typeAnswer.type}, now`), typeAnswer.now).check()
    if (typeAnswer.wish !== undefined)
      await pairOf(circles(page, `${typeAnswer.type}, as you would like it`), typeAnswer.wish).check()
  }
}

/** Answers for the week that Today asks about. */
export async function answerFromToday(
  page: Page,
  asked: string,
  answer: Parameters<typeof chooseCircles>[1],
): Promise<void> {
  await goTo(page, '/today')
  await page.getByRole('link', { name: asked }).click()
  await page.waitForURL('**/check-in/*')
  await chooseCircles(page, answer)
  await page.getByRole('button', { name: 'Save my answer' }).click()
  await expect(page.getByRole('button', { name: 'Save my answer' })).toHaveCount(0)
}
