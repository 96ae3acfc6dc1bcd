import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'

/** The short form: a page reads it in two thirds of the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Of axe's rules only these can tell the dark from the light. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** The style sheets that were looked into: for a rule about turning a phone axe reads them whole, and all pages have the same. */
const sheetsSeen = new Set<string>()

/**
 * A page as it stands is in order: 320 px are wide enough for it, and axe finds nothing, narrow and wide, in the light and in the dark.
 * Nothing is loaded anew, so that a state that took many clicks is looked at as it is. `what` names it where it fails.
 *
 * The dark is looked at narrow. Wide, it has other colours in three places alone: the rail (which has two looks of Write, and the clocks
 * of two at its foot), and in the journal the row of the page that stands beside the list. Whoever looks at one of these says so by
 * `darkWideToo`; all else has at both widths one class, and so one pair of colours.
 */
export async function inOrder(
  page: Page,
  what = new URL(page.url()).pathname,
  { darkWideToo = false } = {},
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page).toHaveTitle(/./) // it comes a moment after a page that one was led to
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${what} is wider than ${width} px`,
    ).toBeLessThanOrEqual(width)
    for (const colorScheme of width === 320 || darkWideToo ? (['light', 'dark'] as const) : (['light'] as const)) {
      // without motion colours change at once, so none is looked at half way
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found = await violations(page, {
        ...(colorScheme === 'dark' ? { preload: false, runOnly: ofColour } : { preload: await hasUnseenSheets(page) }),
      })
      expect(found, `${what}, ${colorScheme}, ${width} px wide`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize(size)
}

/** Whether the page has a style sheet that no look of this worker has seen. */
async function hasUnseenSheets(page: Page): Promise<boolean> {
  const sheets = await page.evaluate(() =>
    Array.from(document.styleSheets, ({ href, ownerNode }) => href ?? ownerNode?.textContent ?? ''),
  )
  const unseen = sheets.filter((sheet) => !sheetsSeen.has(sheet))
  for (const sheet of unseen) sheetsSeen.add(sheet)
  return unseen.length > 0
}

/** Axe goes into a page once: reading its source takes longer than all that it then looks at. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (given) => {
    const { axe: here } = window as unknown as { axe: typeof axe }
    const found = await here.run(document, { resultTypes: ['violations'], ...given })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, options)
}
