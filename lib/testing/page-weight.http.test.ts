// The size and the statements of the pages of a couple with a full history, the same on every machine. The ceilings are the reached values
// and a little more. Whoever raises one says why beside it. `bench/pages.ts` measures time.
import { beforeAll, expect, test } from 'vitest'
import { afterEightWeeks, coupleOfEightWeeks } from './eight-weeks'
import { pageWeight } from './page-weight'
import type { Couple } from './people'
import { sharedApp, type ServedApp } from './served'

/** Bytes of HTML, elements, and statements with BEGIN, enter and COMMIT. */
const ceilings = {
  // the row that leads to the inner voice is eleven elements; the question about the zone is there before it is known to be asked;
  // each button says that it can't be pressed until React runs
  '/today': { bytes: 24_700, elements: 222, statements: 8 },
  '/week': { bytes: 31_000, elements: 270, statements: 7 },
  '/months/2026-11': { bytes: 45_000, elements: 400, statements: 8 },
  '/months/2026-11?step=whole': { bytes: 51_000, elements: 555, statements: 8 },
  // with what keeps Hide in the window and columns apart
  '/lately': { bytes: 49_500, elements: 660, statements: 7 },
  '/journal': { bytes: 17_000, elements: 95, statements: 4 },
  '/settings': { bytes: 20_000, elements: 165, statements: 7 },
} as const

let app: ServedApp
let couple: Couple

beforeAll(async () => {
  app = await sharedApp(afterEightWeeks)
  couple = await coupleOfEightWeeks(app)
})

test.each(Object.entries(ceilings))('%s', async (path, most) => {
  for (const { device } of [couple.a, couple.b]) {
    const before = (await app.counts())['sql'] ?? 0
    const answer = await device.fetch(path)
    const html = await answer.text()
    expect(html.match(/<button(?![^>]* disabled)[^>]*>/g), 'buttons whose press would be lost').toBeNull()
    const { bytes, elements } = pageWeight(html)
    const statements = ((await app.counts())['sql'] ?? 0) - before
    expect(answer.status).toBe(200)
    expect({ bytes, elements, statements }).toEqual({
      bytes: expect.toSatisfy((n: number) => n > 5000 && n <= most.bytes),
      elements: expect.toSatisfy((n: number) => n > 50 && n <= most.elements),
      statements: expect.toSatisfy((n: number) => n > 3 && n <= most.statements),
    })
  }
})
