// Requests made from the contracts, against the built app and PostgreSQL: none of them is answered with a 5xx, and afterwards everything
// is there as before.
import { beforeAll, describe, expect, test } from 'vitest'
import { contracts } from '@/lib/openapi/contracts'
import { builtPages } from '../built-pages'
import { times } from '../full-counts'
import { served, type ServedApp } from '../served'
import { cookieOf } from '../signed-in'
import { reportFigure } from '../soak/figure'
import { fuzz, fuzzLimits, fuzzNow, type FuzzReport } from './run'

const COUNT = times(50_000, 2500)
const SEED = 20261124

let app: ServedApp
let report: FuzzReport
beforeAll(async () => {
  app = await served({ at: fuzzNow, limits: fuzzLimits })
  report = await fuzz(app, COUNT, SEED)
  return () => app.stop()
})

test('no request is answered with a 5xx, and each refusal of a field names it', () => {
  expect(report.failures).toEqual([])
  expect(report.requests).toBeGreaterThanOrEqual(COUNT)
  reportFigure('fuzz', report.requests)
})

test('a valid request of every route was done, so that none is missing from the fuzz', () => {
  expect(report.neverDone).toEqual([])
})

describe.each(['ana', 'ben'] as const)('after it, for %s', (name) => {
  const ask = (path: string) => fetch(app.origin + path, { headers: { cookie: cookieOf(name) }, redirect: 'manual' })

  test('every list answers, to its end', async () => {
    const lists = contracts.filter(({ method, path, open }) => method === 'GET' && !open && !path.includes('{'))
    expect(lists.length).toBeGreaterThan(8)
    for (const { path } of lists)
      for (let after: string | null = '', pages = 0; after !== null && pages < 30; pages++) {
        const answer = await ask(after === '' ? path : `${path}?after=${after}`)
        expect([path, answer.status]).toEqual([path, 200])
        after = ((await answer.json()) as { next?: string | null }).next ?? null
      }
  })

  test('every page answers', async () => {
    for (const page of builtPages.filter((each) => !each.includes('['))) {
      const { status } = await ask(page)
      expect([page, status]).toEqual([page, expect.toSatisfy((got: number) => got === 200 || got === 307)])
    }
    for (const page of [
      '/today',
      '/journal',
      '/week',
      '/rituals',
      '/lately',
      '/months',
      '/months/2026-11',
      '/week/2026-W48',
    ])
      expect([page, (await ask(page)).status]).toEqual([page, 200])
  })
})
