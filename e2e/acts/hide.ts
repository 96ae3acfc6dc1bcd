// *Hide*, as a real click.
import { expect, type Locator, type Page } from '@playwright/test'

/** *Hide*, once it is hydrated: before that it is a plain link. */
export async function hideLink(page: Page): Promise<Locator> {
  const link = page.getByRole('link', { name: 'Hide' })
  await expect
    .poll(() => link.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))))
    .toBe(true)
  return link
}
