// The numbers of a month in a real database, compared with a notebook kept during random histories.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Step } from '@/lib/check-ins/contract'
import { STEPS } from '@/lib/check-ins/steps'
import { keepCheckIn } from '@/lib/check-ins/writes'
import { partAs } from '@/lib/couples/doors'
import { readPeople } from '@/lib/couples/reads'
import { INTIMACY_TYPES, inProductOrder, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import { as, paired } from '@/lib/testing/as-person'
import type { BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { november } from '@/lib/testing/november'
import { parseMonth } from '@/lib/time/month'
import { parseWeek } from '@/lib/time/week'
import { weekIdSchema } from '@/lib/time/schemas'
import type { MonthAnswer } from './contract'
import { readMonth, readMonthLines } from './reads'
import { SEALED_SQL } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const { clock, noon, month, couple } = november(owner)
const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }

const types = fc.subarray([...INTIMACY_TYPES], { minLength: 1 }).map(inProductOrder)
const act = fc.record({
  by: fc.constantFrom(0, 1),
  day: fc.integer({ min: -8, max: 38 }),
  types,
  kind: fc.constantFrom('part', 'page', 'plan', 'out'),
  other: fc.boolean(),
})
const answer = fc.record({
  week: fc.integer({ min: -1, max: 5 }),
  by: fc.constantFrom(0, 1, 2),
  first: fc.constantFrom(...STEPS),
  other: fc.constantFrom(...STEPS),
})

/** 'YYYY-MM-DD' so many days after 1 November, computed without the product's code. */
const dayAt = (days: number): string => new Date(Date.UTC(2026, 10, 1 + days)).toISOString().slice(0, 10)

test.each([
  [1, 'Europe/Lisbon', 'America/New_York'],
  [6, 'Asia/Kathmandu', 'America/Los_Angeles'],
  [7, 'Pacific/Kiritimati', 'Pacific/Honolulu'],
] as const)(
  'the numbers equal those of a notebook, with weeks from day %i, in %s and %s',
  async (weekStart, zoneOfA, zoneOfB) => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.array(answer, { maxLength: 8 }), async (acts, answers) => {
        clock.at(noon)
        const { a, b, coupleId } = await couple(weekStart)
        const people = [a, b] as const
        await owner.query('update person set zone = $1 where id = $2', [zoneOfA, a.id])
        await owner.query('update person set zone = $1 where id = $2', [zoneOfB, b.id])

        const fed = new Map<string, Set<string>>()
        const note = (person: string, day: string, types: readonly IntimacyType[]) => {
          if (day < '2026-11-01' || day > '2026-11-30') return
          for (const type of types) fed.set(`${person} ${type}`, (fed.get(`${person} ${type}`) ?? new Set()).add(day))
        }
        const kept = new Map<string, Set<string>>()
        for (const { by, day: index, types, kind, other } of acts) {
          const [day, person] = [dayAt(index), people[by === 0 ? 0 : 1].id]
          const id = crypto.randomUUID()
          if (kind === 'page') {
            await owner.query(
              `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, removed, added_at, written_at)
            values ($1, $2, $3, 1, 'reflection', $4::intimacy_type[], $5, ${SEALED_SQL}, $6, $7, $7)`,
              [coupleId, id, person, other ? '{}' : `{${types.join()}}`, day, other, clock.now()],
            )
            if (!other) note(person, day, types)
          } else if (kind === 'plan') {
            // A plan has one day of its own for both; it feeds the local day of its start, which can differ by person.
            const fedOn = other ? dayAt(index + 1) : day
            await owner.query(
              `insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
            values ($1, $2, null, $3, 1, 'Soup', $4::intimacy_type[], $3, '20:00', 60, 'Europe/Lisbon')`,
              [coupleId, id, day, `{${types.join()}}`],
            )
            for (const who of other ? people : [people[by === 0 ? 0 : 1]]) {
              await owner.query(
                `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, $2, $3, $4, $5::intimacy_type[], true)`,
                [coupleId, id, who.id, fedOn, `{${types.join()}}`],
              )
              note(who.id, fedOn, types)
              if (day >= '2026-11-01' && day <= '2026-11-30')
                kept.set(`${day} ${id}`, (kept.get(`${day} ${id}`) ?? new Set()).add(who.id))
            }
          } else {
            await owner.query(
              `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
            values ($1, $2, $3, 1, $4, $5::intimacy_type[], 'me', ${SEALED_SQL}, $6, $6)`,
              [coupleId, id, person, day, `{${types.join()}}`, clock.now()],
            )
            await owner.query(
              `insert into moment_part (couple_id, moment_id, person_id, day, types, taken_out) values ($1, $2, $3, $4, $5::intimacy_type[], $6)`,
              [coupleId, id, person, day, `{${types.join()}}`, kind === 'out'],
            )
            if (kind === 'part') note(person, day, types)
          }
        }

        // The couple's weeks, from the first one that begins before 1 November. A week is November's if four of its
        // days are.
        const begins =
          [1, 2, 3, 4, 5, 6, 7]
            .map((back) => dayAt(1 - back))
            .find((day) => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1 === weekStart) ?? ''
        const weekAt = (n: number) =>
          Array.from({ length: 7 }, (_, index) =>
            new Date(Date.parse(`${begins}T12:00:00Z`) + (7 * n + index) * 86_400_000).toISOString().slice(0, 10),
          )
        const steps = new Map<string, [Step, Step] | null>()
        for (let n = -1; n < 7; n++)
          if (weekAt(n).filter((day) => day.startsWith('2026-11')).length >= 4) steps.set(weekAt(n)[0] ?? '', null)
        const alone = new Map<string, Step>()
        const done = new Set<number>()
        for (const { week: n, by, first, other } of answers) {
          const days = weekAt(n)
          if (done.has(n)) continue
          done.add(n)
          // A week's id is the ISO week of its fourth day, which PostgreSQL computes too.
          const { rows } = await owner.query<{ id: string }>(`select to_char($1::date, 'IYYY"-W"IW') as id`, [days[3]])
          const id = weekIdSchema.parse(rows[0]?.id)
          expect(parseWeek(id, weekStart).first).toBe(days[0])
          clock.at(`${days[3] ?? ''}T12:00:00Z`)
          if (by !== 1)
            await as(a, (scope) => keepCheckIn(paired(scope), { week: id, now: first, wish: first, types: none }))
          if (by !== 0)
            await as(b, (scope) => keepCheckIn(paired(scope), { week: id, now: other, wish: other, types: none }))
          if (!steps.has(days[0] ?? '')) continue
          if (by === 2) steps.set(days[0] ?? '', [first, other])
          if (by === 0) alone.set(days[0] ?? '', first)
        }

        clock.at('2026-12-28T12:00:00Z')
        const [seenA, seenB] = [
          await as(a, (scope) => readMonth(scope, month)),
          await as(b, (scope) => readMonth(scope, month)),
        ]
        const months = (seen: MonthAnswer) =>
          seen.weeks.map(({ first, answers: answer, is }) => [
            first,
            is,
            answer.map(({ answer: { now: step } }) => step),
          ])
        const expected = [...steps].map(([first, both]) => [first, both ? 'both' : 'skipped', both ?? []])
        expect(months(seenA)).toEqual(expected)
        expect(months(seenB)).toEqual(expected)
        expect(new Map(seenA.weeks.flatMap(({ first, mine }) => (mine ? [[first, mine.now]] : [])))).toEqual(alone)
        const counted = [a, b]
          .flatMap(({ id }) => INTIMACY_TYPES.map((type) => `${id} ${type} ${fed.get(`${id} ${type}`)?.size ?? 0}`))
          .sort()
        for (const seen of [seenA, seenB]) {
          expect(seen.fed.map(({ personId: person, type, days }) => `${person} ${type} ${days}`).sort()).toEqual(
            counted,
          )
          expect(
            seen.kept.map(
              ({ day, planId, title, tookPart }) => `${day} ${planId} ${title} ${[...tookPart].sort().join()}`,
            ),
          ).toEqual(
            [...kept]
              .sort(([first], [other]) => (first < other ? -1 : 1))
              .map(([key, who]) => `${key} Soup ${[...who].sort().join()}`),
          )
        }
      }),
      { numRuns: 6 },
    )
  },
  120_000,
)

test('two people who part and pair again start empty: no earlier week, day or plan', async () => {
  const { a, b } = await couple()
  await as(a, (scope) =>
    keepCheckIn(paired(scope), { week: weekIdSchema.parse('2026-W48'), now: 4, wish: 4, types: none }),
  )
  await as(b, (scope) =>
    keepCheckIn(paired(scope), { week: weekIdSchema.parse('2026-W48'), now: 5, wish: 5, types: none }),
  )
  await partAs(a.secret)
  await expect(as(a, (scope) => readMonth(scope, month))).rejects.toMatchObject({ code: 'not-paired' })
  const other = await couple()
  await owner.query(`update membership set left_at = '2026-11-20' where couple_id = $1`, [other.coupleId])
  await owner.query(
    `insert into couple (id, week_start, started_at, started_on) values ($1, 6, '2026-11-24', '2026-11-24')`,
    [a.id],
  )
  await owner.query(`insert into membership values ($1, $2, 1, '2026-11-24'), ($1, $3, 2, '2026-11-24')`, [
    a.id,
    a.id,
    b.id,
  ])
  const seen = await as(a, (scope) => readMonth(scope, month))
  expect(seen.weeks.map(({ week, is, answers }) => [week, is, answers])).toEqual([['2026-W48', 'open', []]])
  expect([seen.kept, seen.notes, seen.closing, seen.fed.some(({ days }) => days > 0)]).toEqual([[], [], null, false])
  await expect(as(a, (scope) => readMonth(scope, parseMonth('2026-10')))).rejects.toMatchObject({ code: 'not-found' })
})

test('a month exists from its first day in the viewer’s zone, and the list begins with it', async () => {
  const { a, b } = await couple()
  await owner.query(`update person set zone = 'Pacific/Kiritimati' where id = $1`, [a.id])
  await owner.query(`update person set zone = 'Pacific/Honolulu' where id = $1`, [b.id])
  clock.at('2026-11-30T12:00:00Z')
  const december = parseMonth('2026-12')
  expect((await as(a, (scope) => readMonth(scope, december))).month).toBe(december)
  await expect(as(b, (scope) => readMonth(scope, december))).rejects.toMatchObject({ code: 'not-found' })
  const list = async (person: BareAccount, from: string | null, count: number) => {
    const { lines, earlier } = await as(person, async (scope) =>
      readMonthLines(paired(scope), await readPeople(scope), { from: from === null ? null : parseMonth(from), count }),
    )
    return [lines.map(({ month }) => month), earlier]
  }
  expect(await list(a, null, 12)).toEqual([['2026-12', '2026-11', '2026-10', '2026-09'], null])
  expect(await list(b, null, 2)).toEqual([['2026-11', '2026-10'], '2026-09'])
  expect(await list(b, '2026-09', 2)).toEqual([['2026-09'], null])
})
