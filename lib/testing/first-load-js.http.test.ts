// The JavaScript that a page loads at first: the same in every build of a tree, so each page has a ceiling.
import path from 'node:path'
import { expect, test } from 'vitest'
import { builtPages } from './built-pages'
import { firstLoads } from './first-load-js'
import { newCouple } from './people'
import { sharedApp } from './served'

const KILOBYTE = 1000

/**
 * What the pages that are opened every day may weigh, in kB gzipped, and what any other may. The heaviest are those of the
 * journal, which also show a page as it will be read after Done, at its own address, and note for memories what was opened. Every page of a
 * signed-in person also watches for somebody who joined.
 */
const EVERY_DAY = 187
const ANY = 235
const everyDay = ['/today', '/lately', '/week', '/week/[week]']

const measured = new Map(firstLoads(path.join(import.meta.dirname, '..', '..')).map((load) => [load.page, load]))

test.each(builtPages)('the scripts of %s stay under their ceiling', (page) => {
  const most = (everyDay.includes(page) ? EVERY_DAY : ANY) * KILOBYTE
  expect(measured.get(page)?.gzipped).toBeLessThanOrEqual(most)
})

test('a page loads no script but those that are counted', async () => {
  const app = await sharedApp('2026-11-24T12:00:00.000Z')
  const { a } = await newCouple(app)
  for (const page of [...everyDay.slice(0, 3), '/', '/journal', '/settings']) {
    const html = await (await a.device.fetch(page)).text()
    const counted = measured.get(page)?.chunks.map(({ file }) => file) ?? []
    const polyfill = /<script[^>]*src="([^"?]*)[^"]*"[^>]*nomodule/i.exec(html)?.[1]
    const named = [...html.matchAll(/\/?(_next\/)?static\/chunks\/[\w.~-]+\.js/g)].map(
      ([file]) => `/_next/${file.replace(/^\/?(_next\/)?/, '')}`,
    )
    expect(named.length, page).toBeGreaterThan(4)
    expect(
      [...new Set(named)].filter((file) => file !== polyfill && !counted.includes(file)),
      page,
    ).toEqual([])
  }
})
