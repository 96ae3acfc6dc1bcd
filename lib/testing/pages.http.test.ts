// Every page as a browser requests it: its statements, for every viewer, and its size, whatever the partner stored.
import { beforeAll, describe, expect, test } from 'vitest'
import { builtPages } from './built-pages'
import { coupleForEveryPage, everyPageMoment, type EveryPage } from './every-page'
import { pageWeight } from './page-weight'
import { fillByPartner, type FilledIds } from './partner-fills'
import { sharedApp, type ServedApp } from './served'

/** BEGIN, enter and COMMIT counted. */
const MOST = 8

let app: ServedApp
let every: EveryPage

beforeAll(async () => {
  app = await sharedApp(everyPageMoment)
  every = await coupleForEveryPage(app)
})

describe.each(builtPages)('%s', (page) => {
  test(`costs at most ${MOST} statements`, async () => {
    for (const person of [every.couple.a, every.couple.b, every.alone]) {
      const before = (await app.counts())['sql'] ?? 0
      const answer = await person.device.fetch(every.pathOf(page))
      await answer.text()
      expect(answer.status).toBeLessThan(500)
      expect(((await app.counts())['sql'] ?? 0) - before).toBeLessThanOrEqual(MOST)
    }
  })
})

test('the pages of a couple were read with rows in them, and their statements were counted', async () => {
  const ofOwn = (page: string) => page.startsWith('/journal/[id]') // rows of `a` alone
  for (const page of ['/today', '/week', '/rituals', '/rituals/new', '/lately', '/months', ...every.withRows]) {
    const before = (await app.counts())['sql'] ?? 0
    const { device } = ofOwn(page) ? every.couple.a : every.couple.b
    expect((await device.fetch(every.pathOf(page))).status, page).toBe(200)
    expect(((await app.counts())['sql'] ?? 0) - before, page).toBeGreaterThan(ofOwn(page) ? 1 : 3)
  }
})

describe('with the most that a partner can store', () => {
  let filled: FilledIds
  beforeAll(async () => {
    filled = await fillByPartner(app, every.couple)
  })

  const pages: readonly (readonly [string, () => string])[] = [
    ...builtPages.map((page) => [page, () => every.pathOf(page)] as const),
    ['a week that is over', () => '/week/2026-W47'],
    ['the ritual with the most versions', () => `/rituals/${filled.ritual}`],
    ['other terms for it', () => `/rituals/${filled.ritual}/terms`],
    ['the plan with the most items', () => `/plans/${filled.plan}`],
  ]
  test.each(pages)('%s is at most 1 MiB', async (_, path) => {
    const answer = await every.couple.a.device.fetch(path())
    const { bytes } = pageWeight(await answer.text())
    expect(answer.status).toBeLessThan(400)
    expect(bytes).toBeLessThanOrEqual(1024 * 1024)
  })
})
