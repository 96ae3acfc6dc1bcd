import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import { drawn } from './acts/settled'

/** The minified source: a page parses it in two thirds of the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe that depend on the colour scheme. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** The style sheets that were checked: one rule of axe reads them whole, and all pages have the same ones. */
const sheetsSeen = new Set<string>()

/**
 * Checks the page as it is, without a reload: it fits into 320 px, and axe finds nothing, narrow and wide, light and dark. `what` names the
 * page in a failure.
 *
 * Dark is checked narrow. Wide, three places have other colours: the rail with its two looks of Write, the clocks at its foot, and the
 * chosen row of the journal's list. A test of one of these sets `darkWideToo`. Everything else has the same classes at both widths.
 */
export async function checkPage(
  page: Page,
  what = new URL(page.url()).pathname,
  { darkWideToo = false } = {},
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page).toHaveTitle(/./) // it comes a moment after a page that one was led to
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  // before the first resize: with reduced motion colours change at once, so none is checked half way
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await drawn(page)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `${what} is wider than ${width} px`,
    ).toBeLessThanOrEqual(width)
    for (const colorScheme of width === 320 || darkWideToo ? (['light', 'dark'] as const) : (['light'] as const)) {
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

/** Whether the page has a style sheet that this worker has not checked yet. */
async function hasUnseenSheets(page: Page): Promise<boolean> {
  const sheets = await page.evaluate(() =>
    Array.from(document.styleSheets, ({ href, ownerNode }) => href ?? ownerNode?.textContent ?? ''),
  )
  const unseen = sheets.filter((sheet) => !sheetsSeen.has(sheet))
  for (const sheet of unseen) sheetsSeen.add(sheet)
  return unseen.length > 0
}

/** Adds axe to a page once: parsing its source takes longer than all its checks. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (given) => {
    const { axe: here } = window as unknown as { axe: typeof axe }
    const found = await here.run(document, { resultTypes: ['violations'], ...given })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, options)
}
