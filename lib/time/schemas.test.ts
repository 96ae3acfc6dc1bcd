import { expect, test } from 'vitest'
import * as z from 'zod'
import { addDays } from '@/lib/time/day'
import { addMonths, firstDayOf, lastDayOf } from '@/lib/time/month'
import {
  daySchema,
  monthSchema,
  wallTimeSchema,
  weekdaySchema,
  weekIdSchema,
  weekStartSchema,
  zoneSchema,
} from '@/lib/time/schemas'
import { parseWeek, WEEK_STARTS } from '@/lib/time/week'

test.each([
  ['a day', daySchema, '2028-02-29', '2027-02-29'],
  ['a zone', zoneSchema, 'Asia/Katmandu', '+05:45'],
  ['a time', wallTimeSchema, '23:59', '24:00'],
  ['a week', weekIdSchema, '2026-W53', '2027-W53'],
  ['a month', monthSchema, '2026-12', '2026-13'],
  ['a week start', weekStartSchema, 6, 5],
  ['a weekday', weekdaySchema, 7, 0],
])('%s is checked at the boundary, and its schema converts to JSON Schema', (_, schema, good, bad) => {
  expect(schema.parse(good)).toBe(good)
  expect(schema.safeParse(bad).success).toBe(false)
  expect(schema.safeParse(null).success).toBe(false)
  expect(z.toJSONSchema(schema)).toHaveProperty('$schema')
})

test('the days of every accepted week are accepted too', () => {
  for (const [week, weekStart] of WEEK_STARTS.flatMap((start) =>
    ['1900-W02', '2199-W50'].map((id) => [id, start] as const),
  )) {
    const { first, last } = parseWeek(weekIdSchema.parse(week), weekStart)
    for (const day of [first, last, addDays(last, 7)]) expect(daySchema.parse(day)).toBe(day)
  }
  for (const week of ['0001-W10', '1900-W01', '2199-W51', '9998-W10'])
    expect(weekIdSchema.safeParse(week).success, week).toBe(false)
})

test('the days of the months beside every accepted month are accepted too', () => {
  for (const id of ['1900-02', '2199-11']) {
    const month = monthSchema.parse(id)
    for (const day of [firstDayOf(addMonths(month, -1)), lastDayOf(addMonths(month, 1))])
      expect(daySchema.parse(day)).toBe(day)
  }
  for (const month of ['1900-01', '2199-12', '0001-05']) expect(monthSchema.safeParse(month).success, month).toBe(false)
})
