import type { Locator, Page } from '@playwright/test'
import { coupleForEveryPage, everyPageMoment, type EveryPage } from '../lib/testing/every-page.ts'
import { takeDevice } from './acts/devices'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'

test.use({ moment: everyPageMoment })

const LINES = Array.from({ length: 40 }, (_, line) => `line ${line + 1}`)

/** Where the line of the caret is in the window, and what covers the window's lower and upper edge. The lines must not wrap. */
const caretIn = (area: Locator): Promise<Readonly<{ top: number; bottom: number; edge: number }>> =>
  area.evaluate((element) => {
    const field = element as HTMLTextAreaElement
    const style = getComputedStyle(field)
    const height = parseFloat(style.lineHeight)
    const line = field.value.slice(0, field.selectionStart).split('\n').length - 1
    const padding = parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth)
    const top = field.getBoundingClientRect().top + padding + line * height - field.scrollTop
    const bars = [...document.querySelectorAll<HTMLElement>('.flow-footer, .places')].filter(
      (bar) => getComputedStyle(bar).position === 'fixed',
    )
    const edge = Math.min(innerHeight, ...bars.map((bar) => bar.getBoundingClientRect().top))
    return { top, bottom: top + height, edge }
  })

async function expectSeen(area: Locator, what: string): Promise<void> {
  const { top, bottom, edge } = await caretIn(area)
  expect(bottom, `${what}: the caret is behind the bar`).toBeLessThanOrEqual(edge)
  expect(top, `${what}: the caret is above the window`).toBeGreaterThanOrEqual(0)
}

/** Types at the end of forty lines, then in the middle, from where the line was scrolled to the window's lower edge. */
async function typeInto(page: Page, area: Locator, what: string): Promise<void> {
  await area.fill(LINES.join('\n'))
  await area.press('End')
  await page.keyboard.type('!')
  await expectSeen(area, `${what}, last line`)
  for (const line of ['a', 'b', 'c']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(line)
    await expectSeen(area, `${what}, new line`)
  }
  await area.evaluate((element) => {
    const field = element as HTMLTextAreaElement
    const start = field.value.indexOf('line 20')
    field.setSelectionRange(start, start)
    window.scrollTo(0, 0)
  })
  await page.keyboard.type('x')
  await expectSeen(area, `${what}, in the middle`)
  for (let line = 0; line < 8; line += 1) {
    await page.keyboard.press('ArrowDown')
    await expectSeen(area, `${what}, going down`)
  }
}

/** Every text area for writing, by page, and what opens it. */
const AREAS = [
  ['/write', null],
  ['/write/voice', null],
  ['/journal/[id]/edit', null],
  ['/journal/shared/[id]', null],
  ['/plans/[id]', 'Change'],
  ['/rituals/[id]', 'Change the words'],
  ['/moments/new', null],
  ['/pair', null],
] as const

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const

test('the line that is typed is always above the bar, on a phone and on a laptop', async ({ app, page }) => {
  const every: EveryPage = await coupleForEveryPage(app)
  await takeDevice(page, every.couple.a)
  const seen = SIZES.map(() => 0)
  for (const [built, opens] of AREAS) {
    if (built === '/pair') await takeDevice(page, every.alone)
    await page.goto(every.pathOf(built))
    await settled(page)
    const opener = opens === null ? null : page.getByRole('button', { name: opens }).first()
    if (opener) await opener.click()
    if (built !== '/pair') await expect(page.locator('textarea').first()).toBeVisible()
    for (const [index, size] of SIZES.entries()) {
      await page.setViewportSize(size)
      for (const area of await page.locator('textarea').all()) {
        await typeInto(page, area, `${built}, ${size.width} px wide`)
        seen[index] = (seen[index] ?? 0) + 1
      }
    }
  }
  for (const areas of seen) expect(areas).toBeGreaterThanOrEqual(6)
})
