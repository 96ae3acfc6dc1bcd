// What fed, as both people read it: the days of the picture, the sources of the list, its pages, and their cost.
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sortByPairing } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/reads'
import { closeClients } from '@/lib/db/clients'
import { keepReply, keepSharedEntry } from '@/lib/journal/writes'
import { keepMoment } from '@/lib/moments/writes'
import { seams } from '@/lib/seams'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { asNamed, putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { couples, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { getDashboard } from './contract'
import { readDashboard, readDaysFed } from './reads'
import { sealedOf } from '@/lib/testing/sealed'
import { counted, day, history, live, people, wallDay, zones } from '@/lib/testing/feeding-notebook'

const { owner } = await testDatabase()
const start = '2026-09-20T00:00:00Z'
const HOUR = 3_600_000
const clock = putTestSeams(start)
const { counts } = seams()

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await owner.query(`update session set expires_at = '2028-01-01'`)
  for (const name of people) await owner.query('update person set zone = $1 where id = $2', [zones[name], who[name]])
})
afterAll(closeClients)

test('both people see the days that a notebook of their acts counts', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(23), async (acts, hour) => {
      for (const table of ['reply', 'shared_entry', 'moment_part', 'moment', 'taking_part', 'plan'])
        await owner.query(`delete from ${table}`)
      clock.at(start)
      clock.on(hour * HOUR)
      const notes = await live(owner, clock, acts)
      const [seen, seenByOther] = [
        await asNamed('ana', async (scope) => readDaysFed(paired(scope), await readPeople(scope))),
        await asNamed('ben', async (scope) => readDaysFed(paired(scope), await readPeople(scope))),
      ]
      expect(seenByOther).toEqual(seen)
      const today =
        people
          .map((name) => wallDay(name, clock.now()))
          .sort()
          .at(-1) ?? ''
      expect(seen?.types.map(({ type, perWeek }) => ({ type, perWeek }))).toEqual(counted(notes, today))
    }),
    { numRuns: 12 },
  )
})

test('each feeding names its source, and a reply the page that it answers', async () => {
  for (const table of ['reply', 'shared_entry', 'moment_part', 'moment', 'taking_part', 'plan'])
    await owner.query(`delete from ${table}`)
  clock.at('2026-11-24T12:00:00Z')
  const [pageId, replyId, momentId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await asNamed('ana', (scope) =>
    keepSharedEntry(paired(scope), {
      id: pageId,
      coupleId: couples.now,
      kind: 'reflection',
      types: ['spiritual'],
      day: day('2026-11-24'),
      sealed: sealedOf('page'),
    }),
  )
  await asNamed('ben', (scope) =>
    keepReply(scope, { pageId, id: replyId, day: day('2026-11-25'), sealed: sealedOf('reply') }),
  )
  await asNamed('ben', (scope) =>
    keepMoment(paired(scope), {
      id: momentId,
      coupleId: couples.now,
      day: day('2026-11-20'),
      types: ['physical'],
      who: 'me',
      sealed: sealedOf('moment'),
    }),
  )
  const { people: both, feedings, plans } = await asNamed('ana', (scope) => readDashboard(paired(scope), {}))
  expect(both).toEqual([who.ana, who.ben])
  expect(feedings).toEqual([
    { personId: who.ben, day: '2026-11-25', type: 'spiritual', source: 'reply', sourceId: replyId, pageId },
    { personId: who.ana, day: '2026-11-24', type: 'spiritual', source: 'page', sourceId: pageId, pageId },
    { personId: who.ben, day: '2026-11-20', type: 'physical', source: 'moment', sourceId: momentId, pageId: null },
  ])
  expect(plans).toEqual([])
})

test('the list comes in pages that hold every row once, and never a source in two of them', async () => {
  for (const [index, types] of [
    ['emotional', 'physical'] as const,
    ['spiritual'] as const,
    ['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'] as const,
    ['intellectual', 'spiritual'] as const,
  ].entries())
    await asNamed('ana', (scope) =>
      keepMoment(paired(scope), {
        id: crypto.randomUUID(),
        coupleId: couples.now,
        day: day(index < 3 ? '2026-11-21' : '2026-11-19'),
        types: [...types],
        who: 'both',
        sealed: sealedOf('moment'),
      }),
    )
  const read = (after: string | undefined, most?: number) =>
    asNamed('ana', (scope) => readDashboard(paired(scope), { after }, most))
  const whole = await read(undefined)
  expect(whole.next).toBeNull()
  for (const most of [10, 11, 13, whole.feedings.length - 1, whole.feedings.length]) {
    const pages = [await read(undefined, most)]
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await read(next, most))
    expect(pages.flatMap(({ feedings }) => feedings)).toEqual(whole.feedings)
    expect(pages.every(({ feedings }) => feedings.length <= most)).toBe(true)
    const sources = pages.flatMap(({ feedings }) => [...new Set(feedings.map((row) => `${row.day} ${row.sourceId}`))])
    expect(new Set(sources).size).toBe(sources.length)
  }
  // the weeks before a day, down to the day on which they paired
  const before = (text: string) =>
    asNamed('ana', (scope) => readDashboard(paired(scope), { before: day(text), weeks: 26 }))
  expect((await before('2026-11-21')).feedings).toEqual(whole.feedings.filter((row) => row.day < '2026-11-21'))
  expect((await before('1900-01-01')).feedings).toEqual([])
  expect((await before('2199-12-31')).feedings).toEqual([])
  const known = `2026-11-21.${crypto.randomUUID()}`
  for (const after of [
    '2026-11-21',
    'x.y',
    `2026-13-01.${crypto.randomUUID()}`,
    '2026-11-21.x',
    `${known}.`,
    `${known}.x`,
  ])
    await refused('wrong-shape', read(after))
})

test('the picture takes one statement besides the people, two for a couple that fed nothing, and the list at most seven in all', async () => {
  counts.clear()
  await asNamed('ana', async (scope) => readDaysFed(paired(scope), await readPeople(scope)))
  expect(counts.get('sql')).toBe(1 + 1 + 3) // BEGIN, enter and COMMIT
  for (const table of ['reply', 'shared_entry', 'moment_part', 'moment', 'taking_part', 'plan'])
    await owner.query(`delete from ${table}`)
  counts.clear()
  await asNamed('ana', async (scope) => readDaysFed(paired(scope), await readPeople(scope)))
  expect(counts.get('sql')).toBe(2 + 1 + 3)
  counts.clear()
  await asNamed('ana', (scope) => readDashboard(paired(scope), {}))
  expect(counts.get('sql')).toBeLessThanOrEqual(7)
  expect(sortByPairing(await asNamed('ben', readPeople)).map(({ id }) => id)).toEqual([who.ana, who.ben])
})

test('there is no picture without a partner', async () => {
  await refused(
    'not-paired',
    asNamed('eve', (scope) => readDashboard(paired(scope, getDashboard), {})),
  )
})
