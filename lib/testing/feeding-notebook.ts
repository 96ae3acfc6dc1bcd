// A notebook of who fed what on which day, kept by hand beside the product: both must count the same.
import * as fc from 'fast-check'
import { INTIMACY_TYPES, inProductOrder, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { changeReply, changeSharedEntry, keepReply, keepSharedEntry } from '@/lib/journal/writes'
import { changeMoment, keepMoment, keepPart } from '@/lib/moments/writes'
import { paired } from './as-person'
import { asNamed } from './journal-people'
import { couples, who } from './policy-people'
import { parseZone } from '@/lib/time/zone'
import { sealedOf } from './sealed'
import type { Client } from '@/lib/db/connection'
import type { TestClock } from './test-seams'

/** Who feeds something in these tests. */
export const people = ['ana', 'ben'] as const
type NotebookName = (typeof people)[number]
export const zones = { ana: parseZone('America/Los_Angeles'), ben: parseZone('Asia/Kathmandu') }

/** The local day of a person, computed without the product's code. */
export const wallDay = (name: NotebookName, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zones[name], dateStyle: 'short' }).format(now)
const before = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 24 * 3_600_000).toISOString().slice(0, 10)

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
/** Acts of the two, hours apart. */
export const history = fc.array(fc.record({ act: arbitraryAct, hours: fc.integer({ min: 1, max: 90 }) }), {
  minLength: 5,
  maxLength: 22,
})

/** A day in a text, as writes take it. */
export const day = (text: string) => text as Parameters<typeof keepMoment>[1]['day']
const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

/** Plays a history through the product's own writes, and keeps the notebook. */
export async function live(
  owner: Client,
  clock: TestClock,
  acts: readonly { act: NotebookAct; hours: number }[],
): Promise<FeedingNote[]> {
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
    clock.on(hours * 3_600_000)
    const id = crypto.randomUUID()
    switch (done.is) {
      case 'moment': {
        const on = before(wallDay(done.by, clock.now()), done.back)
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
            sealed: sealedOf(id),
          }),
        )
        break
      }
      case 'page': {
        const page = { id, by: done.by, types: done.types, taken: false }
        pages.push(page)
        note(done.by, wallDay(done.by, clock.now()), () => (page.taken ? [] : page.types))
        await asNamed(done.by, (scope) =>
          keepSharedEntry(paired(scope), {
            id,
            coupleId: couples.now,
            kind: 'reflection',
            types: done.types,
            day: day(wallDay(done.by, clock.now())),
            sealed: sealedOf(id),
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
          note: note(done.by, wallDay(done.by, clock.now()), () => (page.taken ? [] : page.types)),
        })
        await asNamed(done.by, (scope) =>
          keepReply(scope, { pageId: page.id, id, day: day(wallDay(done.by, clock.now())), sealed: sealedOf(id) }),
        )
        break
      }
      case 'plan': {
        await owner.query(
          `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
          values ($1, $2, $3, 1, 'Soup', $4, $3, '20:00', 60, 'Europe/Lisbon')`,
          [couples.now, id, wallDay(done.by, clock.now()), `{${done.types.join()}}`],
        )
        for (const person of people) {
          const took = person === done.by || done.other
          note(person, wallDay(person, clock.now()), () => done.types).counts = took
          await owner.query(
            'insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, $2, $3, $4, $5, $6)',
            [couples.now, id, who[person], wallDay(person, clock.now()), `{${done.types.join()}}`, took],
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
            changeMoment(scope, { momentId: moment.id, ifMatch: 1, types: [], removed: true, sealed: sealedOf('') }),
          )
        } else if (done.of === 'page') {
          const page = pick(
            pages.filter(({ taken }) => !taken),
            done.which,
          )
          if (!page) break
          page.taken = true
          await asNamed(page.by, (scope) =>
            changeSharedEntry(scope, { pageId: page.id, ifMatch: 1, types: [], removed: true, sealed: sealedOf('') }),
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
              sealed: sealedOf(''),
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
export function counted(notes: readonly FeedingNote[], today: string) {
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
