// Months of a former couple: both keep what was joint, and each person reads only their own part of the rest.
import { expect, test } from 'vitest'
import { keepCheckIn } from '@/lib/check-ins/writes'
import { partAs } from '@/lib/couples/doors'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareAccount, type BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { november } from '@/lib/testing/november'
import { addDays, parseDay } from '@/lib/time/day'
import { addMonths, parseMonth } from '@/lib/time/month'
import { monthOfWeek, weekOf } from '@/lib/time/week'
import { readFormerMonths } from './former-reads'
import { readMonth } from './reads'
import { agreeToClose, keepNotes, proposeToClose } from './writes'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const { clock, month, couple } = november(owner)
const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
const sealed = sealedOf

async function keptPlan(coupleId: string, day: string, title: string, who: readonly BareAccount[]): Promise<string> {
  const id = crypto.randomUUID()
  await owner.query(
    `insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
    values ($1, $2, null, $3, 1, $4, '{physical}', $3, '20:00', 60, 'Europe/Lisbon')`,
    [coupleId, id, day, title],
  )
  for (const { id: person } of who) {
    await owner.query(
      `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, $2, $3, $4, '{physical}', true)`,
      [coupleId, id, person, day],
    )
  }
  return id
}

test('both keep the plans and the closing; notes, answers and the small change stay with their author', async () => {
  const { a, b, coupleId } = await couple()
  for (const [person, step] of [
    [a, 3],
    [b, 6],
  ] as const) {
    await as(person, (scope) =>
      keepNotes(paired(scope), { month, coupleId, id: crypto.randomUUID(), rev: 1, sealed: sealed(person.id) }),
    )
    await as(person, (scope) =>
      keepCheckIn(paired(scope), { week: weekOf(parseDay('2026-11-24'), 1).id, now: step, wish: step, types: none }),
    )
  }
  await as(a, (scope) =>
    proposeToClose(paired(scope), {
      month,
      coupleId,
      number: 1,
      focus: 'physical',
      change: { id: crypto.randomUUID(), sealed: sealed('the change') },
    }),
  )
  await as(b, (scope) => agreeToClose(paired(scope), { month, number: 1 }))
  const [walk, soup] = [
    await keptPlan(coupleId, '2026-11-08', 'A walk', [a, b]),
    await keptPlan(coupleId, '2026-11-20', 'Soup', [b]),
  ]
  for (const person of [a, b])
    expect(await as(person, (scope) => readFormerMonths(scope))).toEqual({ months: [], next: null })
  await partAs(a.secret)

  for (const [person, step] of [
    [a, 3],
    [b, 6],
  ] as const) {
    expect(await as(person, (scope) => readFormerMonths(scope))).toEqual({ months: [{ coupleId, month }], next: null })
    const read = await as(person, (scope) => readMonth(scope, month, coupleId))
    expect(read.notes.map((note) => [note.personId, Buffer.from(note.sealed, 'base64url').toString().trim()])).toEqual([
      [person.id, person.id],
    ])
    expect(read.weeks.map(({ answers, mine }) => [answers, mine?.now])).toEqual([[[], step]])
    expect(read.kept.map(({ planId, title, tookPart }) => [planId, title, [...tookPart].sort()])).toEqual([
      [walk, 'A walk', [a.id, b.id].sort()],
      [soup, 'Soup', [b.id]],
    ])
    expect(read.closing).toMatchObject({ number: 1, focus: 'physical', withChange: true, closed: true })
    expect(read.closing?.change?.authorId ?? null).toBe(person === a ? a.id : null)
    expect([read.fed, read.before]).toEqual([[], null])
  }
})

test('a closing that was never agreed is served to its proposer alone', async () => {
  const { a, b, coupleId } = await couple()
  const propose = (person: BareAccount, number: number, shownMonth = month) =>
    as(person, (scope) =>
      proposeToClose(paired(scope), {
        month: shownMonth,
        coupleId,
        number,
        focus: 'physical',
        change: { id: crypto.randomUUID(), sealed: sealed(`${number}`) },
      }),
    )
  await propose(a, 1)
  await propose(b, 2)
  await propose(b, 1, parseMonth('2026-10'))
  await partAs(a.secret)
  const read = async (person: BareAccount) => {
    const { months } = await as(person, (scope) => readFormerMonths(scope))
    const { closing } = await as(person, (scope) => readMonth(scope, month, coupleId))
    return [
      months.map((monthKey) => monthKey.month),
      closing?.number,
      closing?.closed,
      closing?.change?.authorId === person.id,
    ]
  }
  expect([await read(a), await read(b)]).toEqual([
    [['2026-11'], 1, false, true],
    [['2026-11', '2026-10'], 2, false, true],
  ])
})

test('nobody else can read it, and an active couple has no former months', async () => {
  const { a, coupleId } = await couple()
  await keptPlan(coupleId, '2026-11-08', 'A walk', [a])
  const [stranger, other] = [await bareAccount(owner), await couple()]
  for (const person of [stranger, other.a]) {
    expect(await outcome(as(person, (scope) => readMonth(scope, month, coupleId)))).toBe('not-found')
    expect(await as(person, (scope) => readFormerMonths(scope))).toEqual({ months: [], next: null })
  }
  expect((await as(a, (scope) => readMonth(scope, month, coupleId))).weeks.length).toBeGreaterThan(3)
  expect(await as(a, (scope) => readFormerMonths(scope))).toEqual({ months: [], next: null })
})

test.each([1, 6, 7] as const)(
  'a month with nothing but my check-in is listed, with weeks from day %i',
  async (weekStart) => {
    const { a } = await couple(weekStart)
    const months = new Set<string>()
    for (let day = parseDay('2026-09-10'); day < '2027-06-01'; day = addDays(day, 7)) {
      const week = weekOf(day, weekStart)
      clock.at(`${day}T12:00:00Z`)
      if (week.first.slice(0, 7) === week.last.slice(0, 7)) continue // such a week belongs to that month, whatever weekday weeks begin with
      await as(a, (scope) => keepCheckIn(paired(scope), { week: week.id, now: 4, wish: 4, types: none }))
      months.add(monthOfWeek(week))
    }
    await partAs(a.secret)
    const { months: found } = await as(a, (scope) => readFormerMonths(scope))
    expect(found.map((monthKey) => monthKey.month)).toEqual([...months].sort().reverse())
  },
)

test('months of former couples come a page at a time, each once, in order', async () => {
  const { a, coupleId } = await couple()
  await owner.query(`update couple set started_on = '1950-01-01' where id = $1`, [coupleId])
  const days = Array.from({ length: 61 }, (_, back) => `${addMonths(parseMonth('2026-11'), -back)}-10`)
  for (const [index, day] of days.entries()) await keptPlan(coupleId, day, `Soup ${index}`, [a])
  await partAs(a.secret)
  const first = await as(a, (scope) => readFormerMonths(scope))
  expect(first.months.length).toBe(60)
  expect(first.next).toEqual(first.months.at(-1))
  const rest = await as(a, (scope) => readFormerMonths(scope, first.next))
  expect(rest.next).toBeNull()
  expect([...first.months, ...rest.months].map((key) => key.month)).toEqual(days.map((day) => day.slice(0, 7)))
})
