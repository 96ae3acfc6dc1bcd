// Which memory a day has, of what a person may read: docs/numbers.md.
import { addMonths } from '@/lib/time/month'
import { isDay, monthOfDay, type Day } from '@/lib/time/day'
import type { IndexedKind, IndexedRow } from './opened-index'

/** How long ago a day of memories is: a month, or whole years. */
export type TimeAgo = Readonly<{ unit: 'month' | 'year'; count: number }>

/** A day from which something may come back. */
export type MemoryDay = Readonly<{ day: Day; ago: TimeAgo }>

export type Memory = Readonly<{ row: IndexedRow; ago: TimeAgo }>

/**
 * The days whose memories belong to `today`, those of years first, nearest first: the same day of earlier years down to
 * that of `earliest`, and of the month before. A year or a month without such a day has none.
 */
export function memoryDays(today: Day, earliest: Day): readonly MemoryDay[] {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)]
  const years = Math.max(0, year - Number(earliest.slice(0, 4)))
  const month = addMonths(monthOfDay(today), -1)
  const found: readonly (readonly [string, TimeAgo])[] = [
    ...Array.from({ length: years }, (_, index): readonly [string, TimeAgo] => [
      `${String(year - index - 1).padStart(4, '0')}${rest}`,
      { unit: 'year', count: index + 1 },
    ]),
    [`${month}${today.slice(7)}`, { unit: 'month', count: 1 }],
  ]
  return found.flatMap(([text, ago]) => (isDay(text) && text >= earliest ? [{ day: text, ago }] : []))
}

/** What comes back, and of one day which first: what is about both before what is for oneself. */
const ORDER: readonly IndexedKind[] = ['line', 'shared', 'page']

type MemoryRules = Readonly<{
  today: Day
  /** The active couple; null for a person who is alone. */
  couple: string | null
  /** The id of the memory that was shown yesterday. */
  shownYesterday: string | null
  /** Whether the person put a memory away. */
  isHidden: (id: string) => boolean
}>

/**
 * Chooses the memory of a day, of rows that the person may read; null where there is none. Nothing of a former couple
 * comes back, nor a private page of the days from which something of a former couple is known.
 */
export function memoryOn(
  rows: readonly IndexedRow[],
  { today, couple, shownYesterday, isHidden }: MemoryRules,
): Memory | null {
  const earliest = rows.reduce((first, { day }) => (day < first ? day : first), today)
  const spans = formerSpans(rows, couple)
  for (const { day, ago } of memoryDays(today, earliest)) {
    const found = rows
      .filter((row) => row.day === day && ORDER.includes(row.kind) && row.words !== '')
      .filter(({ id }) => id !== shownYesterday && !isHidden(id))
      .filter((row) =>
        row.couple === null ? !spans.some(([from, to]) => from <= day && day <= to) : row.couple === couple,
      )
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
    if (found[0]) return { row: found[0], ago }
  }
  return null
}

/** The first and the last day of what is known of each former couple. */
function formerSpans(rows: readonly IndexedRow[], active: string | null): readonly (readonly [Day, Day])[] {
  const spans = new Map<string, readonly [Day, Day]>()
  for (const { couple, day } of rows) {
    if (couple === null || couple === active) continue
    const [from, to] = spans.get(couple) ?? [day, day]
    spans.set(couple, [day < from ? day : from, day > to ? day : to])
  }
  return [...spans.values()]
}
