// What has begun stays: dates whose ritual ends, rests or changes, in two zones, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { readKeptPlans } from '@/lib/months/month-rows'
import { readRitual } from '@/lib/rituals/reads'
import { endRitual, keepAgreement, keepSuggestion, pauseRitual } from '@/lib/rituals/writes'
import type { ChosenTerms } from '@/lib/rituals/terms'
import { as, outcome, paired } from '@/lib/testing/as-person'
import type { BareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { monthSchema, weekIdSchema } from '@/lib/time/schemas'
import { parseWallTime } from '@/lib/time/wall-time'
import { readAllKeptDates, readWholeRitual } from './kept-reads'
import { readTouchedDates } from './reads'
import { readRememberedPlan } from './remembered-plan-reads'
import { readPlansToday } from './today-reads'
import { markablePlans } from './upcoming-plans'
import { soup, soupOnThursdays, thursday, toronto, tuesday } from '@/lib/testing/soup-on-thursdays'

const { owner } = await testDatabase()
const monday = '2026-11-23T12:00:00Z'
const clock = putTestSeams(monday)
afterAll(closeClients)

const { begin, dateOf, plan, change, mark, see, seen, fed } = soupOnThursdays(owner)
let a: BareAccount
let b: BareAccount
let coupleId: string
let ritualId: string
beforeEach(async () => {
  clock.at(monday)
  ;({ a, b, coupleId, ritualId } = await begin())
})

const listed = async (person: BareAccount) =>
  as(person, async (scope) => {
    const ritual = await readRitual(scope, ritualId)
    return markablePlans(ritual, await readTouchedDates(scope, ritual), scope.viewer).map(({ plannedOn }) => plannedOn)
  })

async function suggested(terms: Partial<ChosenTerms>): Promise<void> {
  const { version } = await as(a, (scope) => readRitual(scope, ritualId))
  const termsId = randomUUID()
  await as(a, (scope) => keepSuggestion(paired(scope), { id: ritualId, termsId, ifMatch: version, ...soup, ...terms }))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ritualId, termsId }))
}

const onWednesday = {
  ends: () => as(b, (scope) => endRitual(paired(scope), { id: ritualId, ended: true })),
  rests: () => as(b, (scope) => pauseRitual(paired(scope), { id: ritualId, paused: true, until: null })),
  'has other terms': () => suggested({ weekdays: [1], startsOn: parseDay('2026-11-25') }),
}

describe.each(Object.entries(onWednesday))(
  'a date moved from Thursday to Tuesday, whose ritual %s on Wednesday',
  (_, act) => {
    test('stays for both, and can be marked and taken back by each', async () => {
      await plan(a, thursday, { plannedOn: tuesday })
      clock.at('2026-11-24T21:30:00Z')
      await mark(a, dateOf(thursday))
      clock.at('2026-11-25T09:00:00Z')
      await act()
      for (const person of [a, b]) {
        expect(await seen(person)).toContain('Soup 2026-11-26 2026-11-24')
        expect(await listed(person)).toContain('2026-11-24')
      }
      await mark(b, dateOf(thursday))
      expect(await fed()).toEqual(['a 2026-11-24 experiential', 'b 2026-11-24 experiential'])
      await mark(a, dateOf(thursday), false)
      await mark(b, dateOf(thursday), false)
      expect(await fed()).toEqual([])
    })

    test('stays without any mark too, for 31 days by each person’s calendar', async () => {
      await plan(a, thursday, { plannedOn: tuesday })
      clock.at('2026-11-25T09:00:00Z')
      await act()
      for (const person of [a, b]) {
        expect(await seen(person)).toContain('Soup 2026-11-26 2026-11-24')
        expect((await as(person, (scope) => readPlansToday(paired(scope)))).week.plans.map(({ on }) => on)).toContain(
          '2026-11-24',
        )
      }
      clock.at('2026-12-25T23:59:00Z') // 31 days back for a in Lisbon, and for b in Toronto
      await mark(a, dateOf(thursday))
      clock.at('2026-12-26T00:00:00Z')
      await mark(a, dateOf(thursday), false)
      expect(await outcome(mark(a, dateOf(thursday)))).toBe('day-out-of-range')
      await mark(b, dateOf(thursday))
      clock.at('2026-12-26T05:00:00Z')
      await mark(b, dateOf(thursday), false)
      expect(await outcome(mark(b, dateOf(thursday)))).toBe('day-out-of-range')
      expect(await fed()).toEqual([])
    })

    test('past weeks are as they were', async () => {
      const before = weekIdSchema.parse('2026-W47')
      await plan(a, parseDay('2026-11-19'), { what: 'Lentils' })
      clock.at('2026-11-25T09:00:00Z')
      const { version: __, ...shown } = await see(a, before)
      await act()
      for (const person of [a, b]) expect(await see(person, before)).toMatchObject(shown)
      expect(shown.plans).toHaveLength(1)
    })
  },
)

test('a date that had not begun when its ritual ended is gone, wherever it was moved', async () => {
  const saturday = parseDay('2026-11-28')
  const saved = await plan(a, thursday, { plannedOn: saturday })
  clock.at('2026-11-27T09:00:00Z')
  await onWednesday.ends()
  expect(await seen(a)).not.toContain('Soup 2026-11-26 2026-11-28')
  clock.at('2026-11-28T22:00:00Z')
  expect(await outcome(mark(a, dateOf(thursday)))).toBe('ended')
  expect(await outcome(change(a, saved, { what: 'x' }))).toBe('not-found')
  // Taking back a mark that is not there changes nothing, and is refused as the date is.
  expect(await outcome(mark(a, dateOf(thursday), false))).toBe('ended')
})

test('every list of dates has the moved ones on their new day, and none that were skipped', async () => {
  await plan(a, parseDay('2026-11-12'), { plannedOn: parseDay('2026-11-10') })
  await plan(a, parseDay('2026-11-19'), { skipped: true })
  for (const person of [a, b]) expect(await listed(person)).toEqual(['2026-11-10', '2026-11-05'])
  expect(await outcome(mark(a, dateOf(parseDay('2026-11-19'))))).toBe('skipped')
  await mark(a, dateOf(parseDay('2026-11-12')))
  const { kept } = await as(b, (scope) => readWholeRitual(scope, { id: ritualId }))
  expect(kept.map(({ onDate, plannedOn }) => `${onDate} ${plannedOn}`)).toEqual(['2026-11-12 2026-11-10'])
  const all = await as(b, async (scope) => readAllKeptDates(scope, await readRitual(scope, ritualId), null))
  expect(all.rows.map(({ plannedOn }) => plannedOn)).toEqual(['2026-11-10'])
  expect(await fed()).toEqual(['a 2026-11-10 experiential'])
})

test('what nobody chose follows later terms until the date begins, and a mark keeps what it was', async () => {
  const saved = await plan(a, thursday, { what: 'Lentils', minutes: 30 })
  clock.at('2026-11-25T09:00:00Z')
  await suggested({
    title: 'Stew',
    types: ['physical'],
    time: parseWallTime('19:00'),
    minutes: 90,
    zone: toronto,
    startsOn: parseDay('2026-11-25'),
  })
  const now = (person: BareAccount) =>
    as(person, async (scope) => (await readRememberedPlan(scope, { id: saved.id })).plan)
  const stew = { title: 'Stew', types: ['physical'], time: '19:00', zone: toronto, minutes: 30, what: 'Lentils' }
  for (const person of [a, b]) {
    expect(await now(person)).toMatchObject(stew)
    expect((await see(person)).plans.find(({ id }) => id === saved.id)).toMatchObject(stew)
  }
  // A change of one field is made on top of what the person saw, and chooses no other.
  expect(await change(b, saved, { place: 'Home' })).toMatchObject({ ...stew, place: 'Home', version: 2 })
  clock.at('2026-11-27T00:30:00Z')
  await mark(b, dateOf(thursday))
  await suggested({ title: 'Bread', types: ['spiritual'], startsOn: parseDay('2026-11-27') })
  await mark(a, dateOf(thursday))
  expect(await now(a)).toMatchObject(stew)
  expect(await fed()).toEqual(['b 2026-11-26 physical', 'a 2026-11-27 physical'])
  const month = await as(a, (scope) => readKeptPlans(scope, coupleId, monthSchema.parse('2026-11')))
  expect(month.map(({ title }) => title)).toEqual(['Stew', 'Stew'])
})

test('a time that is set back to the terms’ own follows them again', async () => {
  const saved = await plan(a, thursday, { time: parseWallTime('20:00') })
  const back = await change(b, saved, { time: parseWallTime('21:00') })
  clock.at('2026-11-25T09:00:00Z')
  await suggested({ time: parseWallTime('19:00'), startsOn: parseDay('2026-11-25') })
  expect((await see(a)).plans.find(({ id }) => id === back.id)).toMatchObject({ time: '19:00' })
})

test('a mark that is sent again stays on its day, after travelling and after 31 days too', async () => {
  clock.at('2026-11-27T01:00:00Z') // the 27th for a in Lisbon, the 26th for b in Toronto
  await plan(a, thursday, { time: parseWallTime('23:59') })
  await change(
    a,
    { id: dateOf(thursday).id, version: 1 },
    { plannedOn: parseDay('2026-11-27'), time: parseWallTime('00:30') },
  )
  expect([(await mark(a, dateOf(thursday))).day, (await mark(b, dateOf(thursday))).day]).toEqual([
    '2026-11-27',
    '2026-11-26',
  ])
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [a.id])
  expect((await mark(a, dateOf(thursday))).day).toBe('2026-11-27')
  clock.at('2027-03-01T12:00:00Z')
  for (const person of [a, b]) await mark(person, dateOf(thursday))
  expect(await fed()).toEqual(['b 2026-11-26 experiential', 'a 2026-11-27 experiential'])
})

test('a date of before the two paired is offered to nobody, and takes no mark', async () => {
  await owner.query(`update couple set started_on = '2026-11-12' where id = $1`, [coupleId])
  for (const person of [a, b]) {
    expect(await listed(person)).toEqual(['2026-11-19', '2026-11-12'])
    expect(await outcome(mark(person, dateOf(parseDay('2026-11-05'))))).toBe('day-out-of-range')
    await mark(person, dateOf(parseDay('2026-11-12')))
  }
})
