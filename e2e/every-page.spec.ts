import type { Page } from '@playwright/test'
import { builtPages } from '../lib/testing/built-pages.ts'
import { coupleForEveryPage, everyPageMoment, type EveryPage } from '../lib/testing/every-page.ts'
import { takeDevice } from './acts/devices'
import { settled } from './acts/settled'
import { expect, test } from './fixtures'
import { endFaults, layoutFaults } from './layout-checks'

test.use({ moment: everyPageMoment })

const HEBREW = 'שלום'

/** Sixty letters without a space. */
const NAME = 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaf'

const VIEWS = [
  { name: '320 px', width: 320, height: 844, root: '100%' },
  { name: '390 px, text at 200%', width: 390, height: 844, root: '200%' },
  { name: '1280 px, text at 200%', width: 1280, height: 800, root: '200%' },
] as const

/** What opens on a page on a tap, and has a layout of its own. */
const OPENED: Readonly<Record<string, RegExp>> = {
  '/week': /^Add something on/,
  '/week/[week]': /^(Plan|Change) /,
  '/rituals/[id]': /^Let it rest/,
}

const isPrivate = (built: string) => built.startsWith('/journal/[id]')

/** A step of the month has a bar of its own, and places around it. */
const MONTH_STEP = '/months/[month]?step=notes'

/** Opens a page, with what is folded on it. */
async function open(page: Page, every: EveryPage, built: string): Promise<void> {
  const [path = built, query] = built.split('?')
  await page.goto(every.pathOf(path) + (query ? `?${query}` : ''))
  await settled(page)
  const opener = OPENED[built] && page.getByRole('button', { name: OPENED[built] }).first()
  if (opener && (await opener.count()) > 0) await opener.click()
  if (built.endsWith('/share')) await page.getByRole('radio', { name: 'Just listen' }).check() // shown in the preview
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
}

/** In a printed page: whatever can be pressed or filled in, every bar, and every box that cuts what is longer than a window. */
const printedControls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr-only'))
      .filter(
        (element) =>
          element.matches('button, form, nav, input, select, textarea, label:not(:has(input)), .choice, .button') ||
          element.matches('header:not(main header)') ||
          ['fixed', 'sticky'].includes(getComputedStyle(element).position) ||
          (getComputedStyle(element).overflowY === 'auto' && getComputedStyle(element).maxHeight !== 'none'),
      )
      .map((element) => `printed: <${element.localName}> ${element.textContent.slice(0, 60)}`),
  )

/** What people wrote, in the texts of `coupleForEveryPage`, after the words in front of each. */
const WRITTEN = /I hear you|The walk|The herons|One kitchen|Home\.|Neither of us|The call stays/

type WrittenText = Readonly<{ text: string; hasOwnDirection: boolean }>

/** What people wrote on this page, shown or in a field, and whether it goes in the direction of its own letters. */
const writtenOn = (page: Page): Promise<WrittenText[]> =>
  page.evaluate(
    ([hebrew, written]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const parents: Element[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { nodeValue, parentElement } = node
        if (parentElement && nodeValue?.includes(hebrew) && new RegExp(written).test(nodeValue))
          parents.push(parentElement)
      }
      const fields = [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')]
      return [...parents, ...fields.filter(({ value }) => value.includes(hebrew))]
        .filter((element) => !element.closest('script, style, option'))
        .map((element) => ({
          text: element.textContent,
          hasOwnDirection: getComputedStyle(element).direction === 'rtl' || element.closest('bdi') !== null,
        }))
    },
    [HEBREW, WRITTEN.source] as const,
  )

type SeenPages = Readonly<{ faults: Record<string, string[]>; written: readonly WrittenText[] }>

/** Looks at pages in each view and in print. The faults are by page and view. */
async function lookAt(page: Page, every: EveryPage, pages: readonly string[]): Promise<SeenPages> {
  const faults: Record<string, string[]> = {}
  const written: WrittenText[] = []
  for (const built of pages) {
    await open(page, every, built)
    written.push(...(await writtenOn(page)))
    for (const { name, width, height, root } of VIEWS) {
      await page.setViewportSize({ width, height })
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size
      }, root)
      const found = [...(await layoutFaults(page)), ...(width < 900 ? await endFaults(page) : [])]
      if (found.length > 0) faults[`${built}, ${name}`] = found
    }
    await page.emulateMedia({ media: 'print' })
    const printed = await printedControls(page)
    if (printed.length > 0) faults[`${built}, in print`] = printed
    await page.emulateMedia({ media: null })
  }
  return { faults, written }
}

/** Expects no fault, and at least so many texts that people wrote, each in its own direction. */
function expectWhole({ faults, written }: SeenPages, leastWritten = 0): void {
  expect(faults).toEqual({})
  expect(written.filter(({ hasOwnDirection }) => !hasOwnDirection)).toEqual([])
  expect(written.length).toBeGreaterThanOrEqual(leastWritten)
}

test.beforeEach(({ allow }) => {
  allow({ status: 401 })
  allow({ status: 404 })
})

test.describe('with text at 200%, or 320 px wide, and names of sixty letters, no page is cut, overlaps or scrolls sideways, icons grow too, and what people wrote goes in the direction of its own letters', () => {
  const words = { names: [NAME, HEBREW.repeat(15)], before: `${HEBREW} ${NAME} ` } as const

  test('a couple’s pages', async ({ app, page }) => {
    expect(NAME).toHaveLength(60)
    const every = await coupleForEveryPage(app, words)
    await takeDevice(page, every.couple.b)
    const pages = builtPages.filter((built) => !isPrivate(built) && built !== '/')
    expectWhole(await lookAt(page, every, [...pages, MONTH_STEP]), 10)
  })

  test('private pages, and those of a person alone or signed out', async ({ app, page }) => {
    const every = await coupleForEveryPage(app, words)
    await takeDevice(page, every.couple.a)
    // and the week, on which the other one is set
    expectWhole(await lookAt(page, every, [...builtPages.filter(isPrivate), '/week']), 3)
    await takeDevice(page, every.alone)
    const alone = ['/pair', '/today', '/week', '/lately', '/months', '/rituals', '/journal', '/settings']
    expectWhole(await lookAt(page, every, alone))
    await page.context().clearCookies()
    expectWhole(await lookAt(page, every, ['/', '/start', '/sign-in', '/recover', '/join']))
  })
})
