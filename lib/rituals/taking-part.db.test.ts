// Taking part in a ritual's dates: when it can be marked, by whom, and which day it feeds.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { readWholeRitual } from '@/lib/plans/kept-reads'
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { who, type PolicyName } from '@/lib/testing/policy-people'
import { soupActs } from '@/lib/testing/soup-acts'
import { emptyRituals } from '@/lib/testing/ritual-tables'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { occurrenceId } from './occurrence-id'
import { endRitual } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
const as = secondBySecond(clock)

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [who.ben])
})
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await emptyRituals(owner)
})

const { propose, agreed, took } = soupActs(as)

test('taking part feeds the day of the start in the person’s own zone', async () => {
  // 22:30 in Lisbon is 17:30 in Toronto; at 02:00 in Lisbon it is the evening before there.
  const { id: late } = await agreed({ time: parseWallTime('02:00'), weekdays: [2] })
  expect(await took('ana', late, '2026-11-24')).toMatchObject({ day: '2026-11-24', tookPart: true })
  expect(await took('ben', late, '2026-11-24')).toMatchObject({ day: '2026-11-23', tookPart: true })
  const fed = async (name: PolicyName) =>
    as(name, (scope) =>
      scope.db.feeding.findMany({
        where: { source: 'plan' },
        select: { personId: true, type: true },
        orderBy: { personId: 'asc' },
      }),
    )
  expect(await fed('ana')).toEqual([
    { personId: who.ana, type: 'experiential' },
    { personId: who.ben, type: 'experiential' },
  ])
  await took('ben', late, '2026-11-24', false)
  expect(await fed('ben')).toEqual([{ personId: who.ana, type: 'experiential' }])
  const { kept } = await as('ana', (scope) => readWholeRitual(scope, { id: late }))
  expect(kept).toEqual([
    {
      planId: occurrenceId(late, parseDay('2026-11-24')),
      onDate: '2026-11-24',
      plannedOn: '2026-11-24',
      tookPart: [who.ana],
    },
  ])
})

test('taking part can be marked once the date has begun, for 31 days by the calendar of whoever marks', async () => {
  const { id: ritualId } = await agreed({ startsOn: parseDay('2026-10-01'), weekdays: [1, 2, 3, 4, 5, 6, 7] })
  await refused('day-out-of-range', took('ana', ritualId, '2026-11-24'))
  await took('ana', ritualId, '2026-11-23')
  await took('ana', ritualId, '2026-10-24')
  await refused('day-out-of-range', took('ana', ritualId, '2026-10-23'))
  clock.at('2026-11-24T22:30:00Z')
  await took('ana', ritualId, '2026-11-24')
  await took('ben', ritualId, '2026-11-24')
  // 04:30 on the 25th in Lisbon is still the 24th in Toronto.
  clock.at('2026-11-25T04:30:00Z')
  await took('ana', ritualId, '2026-10-24', false)
  await refused('day-out-of-range', took('ana', ritualId, '2026-10-24'))
  await took('ben', ritualId, '2026-10-24')
  await refused('day-out-of-range', took('ben', ritualId, '2026-10-23'))
})

test('nobody takes part on a day that is no date of an agreed ritual', async () => {
  const proposed = await propose('ana')
  await refused('not-found', took('ana', proposed.id, '2026-11-24'))
  const { id: ritualId } = await agreed()
  await refused('not-found', took('ana', ritualId, '2026-11-23'))
  await refused('not-found', took('cleo', ritualId, '2026-11-24'))
  const onDate = parseDay('2026-11-24')
  await refused(
    'wrong-shape',
    as('ana', (scope) =>
      keepTookPart(paired(scope), { id: occurrenceId(proposed.id, onDate), ritualId, onDate, tookPart: true }),
    ),
  )
  expect((await owner.query('select 1 from plan')).rowCount).toBe(0)
})

test('dates before the end of a ritual can be marked after it; later dates do not exist', async () => {
  const { id: ritualId } = await agreed({ time: parseWallTime('10:00') })
  await as('ben', (scope) => endRitual(paired(scope), { id: ritualId, ended: true }))
  await took('ana', ritualId, '2026-11-24')
  clock.at('2026-11-26T12:00:00Z')
  await refused('ended', took('ana', ritualId, '2026-11-26'))
})
