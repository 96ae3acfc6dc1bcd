import { expect, type Locator } from '@playwright/test'

/** Expects the marks of both people in a part of a page to move to each other, or to rest there. */
export async function expectGesture(part: Locator, how: 'moves' | 'rests'): Promise<void> {
  const disc = part.locator('.two-marks-disc')
  await expect(disc).toBeVisible()
  await expect(disc).toHaveCSS('animation-name', how === 'moves' ? 'two-marks' : 'none')
}
