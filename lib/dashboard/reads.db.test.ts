import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sortByPairing } from '@/lib/couples/people'
import { readPeople } from '@/lib/couples/reads'
import { closeClients } from '@/lib/db/clients'
import { INTIMACY_TYPES, inProductOrder, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { changeReply, changeSharedEntry, keepReply, keepSharedEntry } from '@/lib/journal/writes'
import { changeMoment, keepMoment, keepPart } from '@/lib/moments/writes'
import { seams } from '@/lib/seams'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { asNamed, putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { couples, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseZone } from '@/lib/time/zone'
import { getDashboard } from './contract'
import { readDashboard, readDaysFed } from './reads'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const start = '2026-09-20T00:00:00Z'
const HOUR = 3_600_000
const clock = putTestSeams(start)
const { counts } = seams()

const people = ['ana', 'ben'] as const
type NotebookName = (typeof people)[number]
const zones = { ana: parseZone('America/Los_Angeles'), ben: parseZone('Asia/Kathmandu') }

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await owner.query(`update session set expires_at = '2028-01-01'`)
  for (const name of people) await owner.query('update person set zone = $1 where id = $2', [zones[name], who[name]])
})
afterAll(closeClients)

/** The local day of a person, computed without the product's code. */
const wallDay = (name: NotebookName): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zones[name], dateStyle: 'short' }).format(clock.now())
const before = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 24 * HOUR).toISOString().slice(0, 10)

/** A note in the notebook: who fed what on which day. A note that was struck out no longer counts. */
type FeedingNote = { person: NotebookName; day: string; types: () => readonly IntimacyType[]; counts: boolean }

const types = fc.subarray([...INTIMACY_TYPES]).map(inProductOrder)
const by = fc.constantFrom(...people)
const arbitraryAct = fc.oneof(
  fc.record({
    is: fc.constant('moment' as const),
    by,
    types: types.filter(({ length }) => length > 0),
    both: fc.boolean(),
    back: fc.nat(30),
  }),
  fc.record({ is: fc.constant('page' as const), by, types }),
  fc.record({ is: fc.constant('reply' as const), by, to: fc.nat() }),
  fc.record({
    is: fc.constant('plan' as const),
    by,
    types: types.filter(({ length }) => length > 0),
    other: fc.boolean(),
  }),
  fc.record({
    is: fc.constant('remove' as const),
    of: fc.constantFrom('moment' as const, 'page' as const, 'reply' as const),
    which: fc.nat(),
  }),
  fc.record({ is: fc.constant('part' as const), by, which: fc.nat(), out: fc.boolean() }),
)
type NotebookAct = typeof arbitraryAct extends fc.Arbitrary<infer A> ? A : never
const history = fc.array(fc.record({ act: arbitraryAct, hours: fc.integer({ min: 1, max: 90 }) }), {
  minLength: 5,
  maxLength: 22,
})

const bytes = sealedOf
const day = (text: string) => text as Parameters<typeof keepMoment>[1]['day']
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

/** Plays a history through the product's own writes, and keeps the notebook. */
async function live(acts: readonly { act: NotebookAct; hours: number }[]): Promise<FeedingNote[]> {
  const notes: FeedingNote[] = []
  const note = (person: NotebookName, on: string, typesOf: () => readonly IntimacyType[]): FeedingNote => {
    const made = { person, day: on, types: typesOf, counts: true }
    notes.push(made)
    return made
  }
  const moments: {
    id: string
    by: NotebookName
    parts: Partial<Record<NotebookName, FeedingNote>>
    removed: boolean
  }[] = []
  const pages: { id: string; by: NotebookName; types: readonly IntimacyType[]; taken: boolean }[] = []
  const replies: { id: string; pageId: string; by: NotebookName; note: FeedingNote }[] = []
  for (const { act: done, hours } of acts) {
    clock.on(hours * HOUR)
    const id = crypto.randomUUID()
    switch (done.is) {
      case 'moment': {
        const on = before(wallDay(done.by), done.back)
        const typesOf = () => (moment.removed ? [] : done.types)
        const moment = { id, by: done.by, parts: {} as Partial<Record<NotebookName, FeedingNote>>, removed: false }
        for (const person of done.both ? people : [done.by]) moment.parts[person] = note(person, on, typesOf)
        moments.push(moment)
        await asNamed(done.by, (scope) =>
          keepMoment(paired(scope), {
            id,
            coupleId: couples.now,
            day: day(on),
            types: done.types,
            who: done.both ? 'both' : 'me',
            sealed: bytes(id),
          }),
        )
        break
      }
      case 'page': {
        const page = { id, by: done.by, types: done.types, taken: false }
        pages.push(page)
        note(done.by, wallDay(done.by), () => (page.taken ? [] : page.types))
        await asNamed(done.by, (scope) =>
          keepSharedEntry(paired(scope), {
            id,
            coupleId: couples.now,
            kind: 'reflection',
            types: done.types,
            day: day(wallDay(done.by)),
            sealed: bytes(id),
          }),
        )
        break
      }
      case 'reply': {
        const page = pick(
          pages.filter(({ taken }) => !taken),
          done.to,
        )
        if (!page) break
        replies.push({
          id,
          pageId: page.id,
          by: done.by,
          note: note(done.by, wallDay(done.by), () => (page.taken ? [] : page.types)),
        })
        await asNamed(done.by, (scope) =>
          keepReply(scope, { pageId: page.id, id, day: day(wallDay(done.by)), sealed: bytes(id) }),
        )
        break
      }
      case 'plan': {
        await owner.query(
          `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
          values ($1, $2, $3, 1, 'Soup', $4, $3, '20:00', 60, 'Europe/Lisbon')`,
          [couples.now, id, wallDay(done.by), `{${done.types.join()}}`],
        )
        for (const person of people) {
          const took = person === done.by || done.other
          note(person, wallDay(person), () => done.types).counts = took
          await owner.query(
            'insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, $2, $3, $4, $5, $6)',
            [couples.now, id, who[person], wallDay(person), `{${done.types.join()}}`, took],
          )
        }
        break
      }
      case 'remove': {
        if (done.of === 'moment') {
          const moment = pick(
            moments.filter(({ removed }) => !removed),
            done.which,
          )
          if (!moment) break
          moment.removed = true
          await asNamed(moment.by, (scope) =>
            changeMoment(scope, { momentId: moment.id, ifMatch: 1, types: [], removed: true, sealed: bytes('') }),
          )
        } else if (done.of === 'page') {
          const page = pick(
            pages.filter(({ taken }) => !taken),
            done.which,
          )
          if (!page) break
          page.taken = true
          await asNamed(page.by, (scope) =>
            changeSharedEntry(scope, { pageId: page.id, ifMatch: 1, types: [], removed: true, sealed: bytes('') }),
          )
        } else {
          const reply = pick(
            replies.filter(
              ({ note: { counts }, pageId }) => counts && !pages.some((page) => page.id === pageId && page.taken),
            ),
            done.which,
          )
          if (!reply) break
          reply.note.counts = false
          await asNamed(reply.by, (scope) =>
            changeReply(scope, {
              pageId: reply.pageId,
              replyId: reply.id,
              ifMatch: 1,
              removed: true,
              sealed: bytes(''),
            }),
          )
        }
        break
      }
      case 'part': {
        const moment = pick(
          moments.filter(({ parts }) => parts[done.by]),
          done.which,
        )
        const mine = moment?.parts[done.by]
        if (!moment || !mine) break
        mine.counts = !done.out
        await asNamed(done.by, (scope) => keepPart(scope, { momentId: moment.id, takenOut: done.out }))
      }
    }
  }
  return notes
}

/** Counts the notebook for every person, type and day: slow, and without the product's code. */
function counted(notes: readonly FeedingNote[], today: string) {
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7
  const monday = before(today, sinceMonday)
  return INTIMACY_TYPES.map((type) => ({
    type,
    perWeek: people.map((person) =>
      Array.from({ length: 8 }, (_, week) => {
        let days = 0
        for (let each = 0; each < 7; each += 1) {
          const on = before(monday, (7 - week) * 7 - each)
          if (
            notes.some(
              (note) => note.counts && note.person === person && note.day === on && note.types().includes(type),
            )
          )
            days += 1
        }
        return days
      }),
    ),
  }))
}

test('both people see the days that a notebook of their acts counts', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(23), async (acts, hour) => {
      for (const table of ['reply', 'shared_entry', 'moment_part', 'moment', 'taking_part', 'plan'])
        await owner.query(`delete from ${table}`)
      clock.at(start)
      clock.on(hour * HOUR)
      const notes = await live(acts)
      const [seen, seenByOther] = [
        await asNamed('ana', async (scope) => readDaysFed(paired(scope), await readPeople(scope))),
        await asNamed('ben', async (scope) => readDaysFed(paired(scope), await readPeople(scope))),
      ]
      expect(seenByOther).toEqual(seen)
      const today =
        people
          .map((name) => wallDay(name))
          .sort()
          .at(-1) ?? ''
      expect(seen?.types.map(({ type, perWeek }) => ({ type, perWeek }))).toEqual(counted(notes, today))
    }),
    { numRuns: 12 },
  )
}, 300_000)

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
      sealed: bytes('page'),
    }),
  )
  await asNamed('ben', (scope) =>
    keepReply(scope, { pageId, id: replyId, day: day('2026-11-25'), sealed: bytes('reply') }),
  )
  await asNamed('ben', (scope) =>
    keepMoment(paired(scope), {
      id: momentId,
      coupleId: couples.now,
      day: day('2026-11-20'),
      types: ['physical'],
      who: 'me',
      sealed: bytes('moment'),
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
        sealed: bytes('moment'),
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
  for (const after of ['2026-11-21', 'x.y', `2026-13-01.${crypto.randomUUID()}`, '2026-11-21.x'])
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
