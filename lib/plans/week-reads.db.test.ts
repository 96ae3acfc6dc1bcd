// The week reads of later one-offs what it lists, whatever both have planned.
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { selectPlannedWeek } from '@/lib/db/plan-sql'
import { as, paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { item, onePlan } from '@/lib/testing/limit-fillings'
import { soupOnThursdays, tuesday } from '@/lib/testing/soup-on-thursdays'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays } from '@/lib/time/day'
import { weekIdSchema } from '@/lib/time/schemas'
import { readWeek } from './reads'

const { owner } = await testDatabase()
putTestSeams('2026-11-23T12:00:00Z')
afterAll(closeClients)

const { begin } = soupOnThursdays(owner)

test('a week reads its own plans with items, and of later one-offs the first ones without', async () => {
  const two = await begin()
  const now = await onePlan(two, tuesday)
  const later: string[] = []
  for (let n = 0; n < 32; n++) later.push(await onePlan(two, addDays(tuesday, 14 + n)))
  for (const id of [now, later[0] ?? '']) await as(two.b, (scope) => item(two, id)(paired(scope)))

  const week = await as(two.a, (scope) => readWeek(paired(scope), weekIdSchema.parse('2026-W48')))
  expect(week.plans.find(({ id }) => id === now)?.items.map(({ text }) => text)).toEqual(['Lentils'])
  expect(week.ahead.map(({ id }) => id)).toEqual(later.slice(0, 30))
  expect(week.aheadFrom).toBe(addDays(tuesday, 14 + 30))

  const rows = await as(two.a, (scope) => selectPlannedWeek(paired(scope), week.first, week.last, 31))
  const ofLater = rows.filter(({ id }) => id !== now)
  expect(ofLater).toHaveLength(31)
  expect(ofLater.map(({ items }) => items)).toEqual(Array(31).fill([]))
})
