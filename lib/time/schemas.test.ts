import { expect, test } from 'vitest'
import * as z from 'zod'
import { daySchema, wallTimeSchema, weekdaySchema, weekIdSchema, weekStartSchema, zoneSchema } from '@/lib/time/schemas'

test.each([
  ['a day', daySchema, '2028-02-29', '2027-02-29'],
  ['a zone', zoneSchema, 'Asia/Katmandu', '+05:45'],
  ['a time', wallTimeSchema, '23:59', '24:00'],
  ['a week', weekIdSchema, '2026-W53', '2027-W53'],
  ['a week start', weekStartSchema, 6, 5],
  ['a weekday', weekdaySchema, 7, 0],
])('%s is known at the boundary, and can be told to other clients', (_, schema, good, bad) => {
  expect(schema.parse(good)).toBe(good)
  expect(schema.safeParse(bad).success).toBe(false)
  expect(schema.safeParse(null).success).toBe(false)
  expect(z.toJSONSchema(schema)).toHaveProperty('$schema')
})
