// Rests: dates that had begun stay, and either takes a ritual up again.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { who } from '@/lib/testing/policy-people'
import { datesOf, termsActs } from '@/lib/testing/terms-acts'
import { emptyRituals } from '@/lib/testing/ritual-tables'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { occurrenceId } from './occurrence-id'
import { readRitual } from './reads'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z' // a Tuesday
const clock = putTestSeams(noon)
const as = secondBySecond(clock)

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await emptyRituals(owner)
})

const { rest, takeUp, agreed } = termsActs(as)

test('either lets it rest, from the first day on which no date had begun, and either takes it up again', async () => {
  const ritual = await agreed()
  const resting = await rest('ben', ritual)
  expect(resting.pauses).toMatchObject([{ personId: who.ben, from: '2026-11-24', to: null }])
  expect(datesOf(resting)).toEqual([])
  expect(await rest('ana', ritual)).toEqual(resting)
  clock.at('2026-12-01T12:00:00Z')
  const taken = await takeUp('ana', resting)
  expect(taken.pauses.map(({ personId, from, to }) => [personId, from, to])).toEqual([
    [who.ben, '2026-11-24', null],
    [who.ana, '2026-12-01', '2026-12-01'],
  ])
  expect(datesOf(taken)).toEqual(['12-03', '12-10'])
  expect(await takeUp('ben', taken)).toEqual(taken)
  await refused(
    'not-found',
    as('ana', (scope) =>
      keepTookPart(paired(scope), {
        id: occurrenceId(ritual.id, parseDay('2026-11-26')),
        ritualId: ritual.id,
        onDate: parseDay('2026-11-26'),
        tookPart: true,
      }),
    ),
  )
})

test('an evening that has begun stays, and a rest until a day ends by itself', async () => {
  const ritual = await agreed()
  clock.at('2026-11-26T20:15:00Z')
  await refused('wrong-shape', rest('ana', ritual, parseDay('2026-11-27')))
  const resting = await rest('ana', ritual, parseDay('2026-12-05'))
  expect(datesOf(resting)).toEqual(['11-26', '12-10'])
  const back = await takeUp('ana', resting)
  expect(datesOf(back)).toEqual(datesOf(ritual))
  expect(datesOf(await rest('ben', back, parseDay('2026-12-05')))).toEqual(['11-26', '12-10'])
})

test('two rests at once are both kept, one after the other', async () => {
  const ritual = await agreed()
  await Promise.all([rest('ana', ritual), rest('ben', ritual, parseDay('2026-12-05'))])
  const { pauses } = await as('ana', (scope) => readRitual(scope, ritual.id))
  expect(pauses.map(({ to }) => to).sort()).toEqual(['2026-12-05', null])
  expect((await owner.query('select number from ritual_pause order by number')).rows).toEqual([
    { number: 1 },
    { number: 2 },
  ])
})
