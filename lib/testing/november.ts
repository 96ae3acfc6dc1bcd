// For the *.db.test.ts of months: `const { clock, month, couple } = november(owner)` at the top of the file.
import { afterAll, beforeEach } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import type { Client } from '@/lib/db/connection'
import { parseMonth } from '@/lib/time/month'
import type { WeekStart } from '@/lib/time/week'
import { lastingCouple } from './bare-accounts'
import { putTestSeams } from './test-seams'

/** Sets the clock to 24 November 2026, noon, before each test. `couple` makes a couple that was paired on 1 September. */
export function november(owner: Client) {
  const noon = '2026-11-24T12:00:00Z'
  const clock = putTestSeams(noon)
  afterAll(closeClients)
  beforeEach(() => clock.at(noon))
  return {
    clock,
    noon,
    month: parseMonth('2026-11'),
    couple: async (weekStart: WeekStart = 1): ReturnType<typeof lastingCouple> => {
      const made = await lastingCouple(owner, new Date('2026-09-01T12:00:00Z'))
      await owner.query('update couple set week_start = $1 where id = $2', [weekStart, made.coupleId])
      return made
    },
  }
}
