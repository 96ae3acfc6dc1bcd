// The lines of a ritual's dates, in a real database.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { as, paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { sealedOf } from '@/lib/testing/sealed'
import { soupOnThursdays, thursday } from '@/lib/testing/soup-on-thursdays'
import { putTestSeams } from '@/lib/testing/test-seams'
import { readHasTexts } from '@/lib/rituals/reads'
import { readLines } from './line-reads'
import { keepLine } from './remembered-plan-writes'

const { owner } = await testDatabase()
const clock = putTestSeams('2026-11-23T12:00:00Z')
afterAll(closeClients)

test('a ritual has lines once a date of it was remembered, and lists its own alone', async () => {
  const { begin, dateOf, mark } = soupOnThursdays(owner)
  const { a, b, coupleId, ritualId } = await begin()
  clock.at('2026-11-26T23:00:00Z')
  const date = dateOf(thursday)
  const hasLines = () => as(b, async (scope) => (await readHasTexts(scope, { id: ritualId, coupleId })).hasLines)
  const linesOf = (id: string) => as(b, async (scope) => (await readLines(scope, { ritualId: id })).rows)
  await mark(a, date)
  expect(await hasLines()).toBe(false)
  const line = { id: date.id, lineId: randomUUID(), rev: 1, sealed: sealedOf('line') }
  await as(a, (scope) => keepLine(paired(scope), line))
  expect(await hasLines()).toBe(true)
  expect(await linesOf(ritualId)).toMatchObject([
    { planId: date.id, ritualId, onDate: thursday, plannedOn: thursday, personId: a.id },
  ])
  expect(await linesOf(randomUUID())).toEqual([])

  // a line shows only beside its writer's mark, whoever else took part
  await mark(b, date)
  await mark(a, date, false)
  expect(await hasLines()).toBe(false)
  expect(await linesOf(ritualId)).toEqual([])
})
