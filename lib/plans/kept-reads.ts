import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import type { Scope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import type { getRitual, KeptDate, Ritual } from '@/lib/rituals/contract'
import { MARK_DAYS } from '@/lib/rituals/markable-dates'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readHistory, readMeanings } from '@/lib/rituals/reads'
import { termsOn } from '@/lib/rituals/ritual-dates'
import { addDays, dayIn, daysFrom, type Day } from '@/lib/time/day'

/** Reads the dates of a ritual in the last month on which somebody took part. One statement. */
export async function readKeptDates({ db, viewer }: Scope, ritual: Ritual): Promise<KeptDate[]> {
  const today = dayIn(viewer.now, viewer.zone)
  const dates = daysFrom(addDays(today, -MARK_DAYS - 2), addDays(today, 2))
    .filter((day) => termsOn(ritual, day))
    .map((onDate) => ({ planId: occurrenceId(ritual.id, onDate), onDate }))
  if (dates.length === 0) return []
  const rows = await db.takingPart.findMany({
    where: { coupleId: ritual.coupleId, planId: { in: dates.map(({ planId }) => planId) }, tookPart: true },
    select: { planId: true, personId: true },
    orderBy: { personId: 'asc' },
  })
  return dates
    .map((date) => ({
      ...date,
      tookPart: rows.filter(({ planId }) => planId === date.planId).map(({ personId }) => personId),
    }))
    .filter(({ tookPart }) => tookPart.length > 0)
}

/** How many kept dates of a former ritual one page shows. */
const PAGE_SIZE = 50

/**
 * Reads a page of all dates of a ritual on which somebody took part, newest first. `before`: only earlier dates, or
 * null. `next`: the `before` of the next page, or null at the end. Two statements.
 */
export async function readAllKeptDates(
  { db }: Scope,
  { id, coupleId }: Ritual,
  before: Day | null,
): Promise<{ rows: KeptDate[]; next: Day | null }> {
  const tookPart = { tookPart: true }
  const found = await db.plan.findMany({
    where: {
      coupleId,
      ritualId: id,
      takingPart: { some: tookPart },
      ...(before !== null && { onDate: { lt: columnOfDay(before) } }),
    },
    orderBy: { onDate: 'desc' },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      onDate: true,
      takingPart: { where: tookPart, select: { personId: true }, orderBy: { personId: 'asc' } },
    },
  })
  const rows = found.slice(0, PAGE_SIZE).map(({ id: planId, onDate, takingPart }) => ({
    planId,
    onDate: dayOfColumn(onDate),
    tookPart: takingPart.map(({ personId }) => personId),
  }))
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.onDate ?? null) : null }
}

/** Reads a ritual with its history, meanings and kept dates of the last month. Throws `not-found`. Three statements. */
export async function readWholeRitual(
  scope: Scope,
  { id, coupleId }: Input<typeof getRitual>,
): Promise<Answer<typeof getRitual>> {
  const { ritual, versions } = await readHistory(scope, id, coupleId)
  const meanings = await readMeanings(scope, ritual)
  return { ...ritual, versions, meanings, kept: await readKeptDates(scope, ritual) }
}
