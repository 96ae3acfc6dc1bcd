// Histories written as text: one character a week, oldest first, a digit for days fed and a dot for none.
import type { Pair } from '@/lib/couples/people'
import type { DaysFedQuery, Feeding } from '@/lib/dashboard/days-fed'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { ELIAS, NOOR } from '@/lib/testing/arbitrary-feedings'
import { addDays, parseDay } from '@/lib/time/day'
import { weeksUpTo } from '@/lib/time/week'

/** Eight weeks up to Sunday 22 November 2026, the first from 28 September on, the day on which the two paired. */
export const eightWeeks: DaysFedQuery = {
  people: [NOOR, ELIAS],
  today: parseDay('2026-11-22'),
  weekStart: 1,
  weekCount: 8,
  startedOn: parseDay('2026-09-28'),
}

/** Twelve weeks up to the same Sunday, of two who paired on the first of them: enough to see that a type is quiet. */
export const twelveWeeks: DaysFedQuery = { ...eightWeeks, weekCount: 12, startedOn: parseDay('2026-08-31') }

/** The feedings of `{ emotional: ['1.211211', '.1112121'] }`: a pair of strips for a type, the first partner's first. */
export function feedingsOf(
  strips: Partial<Record<IntimacyType, Pair<string>>>,
  query: DaysFedQuery = eightWeeks,
): Feeding[] {
  const weeks = weeksUpTo(query.today, query.weekStart, query.weekCount)
  const rows: Feeding[] = []
  for (const type of ['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'] as const) {
    for (const [who, strip] of (strips[type] ?? []).entries()) {
      for (const [index, week] of weeks.entries()) {
        const days = Number(strip[index] === '.' ? 0 : strip[index])
        for (let day = 0; day < days; day += 1) {
          rows.push({
            personId: query.people[who === 0 ? 0 : 1],
            day: addDays(week.first, day),
            type,
            source: 'moment',
            sourceId: `${week.id}-${day}`,
          })
        }
      }
    }
  }
  return rows
}
