import 'server-only'
import { columnOfDay, dayOfColumn } from '@/lib/db/day-column'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { instantOf, parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import type { putTakingPart, Ritual } from './contract'
import { canMark } from './late-dates'
import { occurrenceId } from './occurrence-id'
import { ritualColumns, ritualOf } from './ritual-rows'
import { dayFor, occurrenceOn, occursOn } from './recurrence'

/**
 * Keeps whether I took part on one of the dates of an agreed ritual, and makes the plan where nobody had touched that date. It
 * feeds the day that the planned start has in my zone. A date that ended with its ritual stays as it was.
 */
export async function sayTookPart(db: ViewerDb, input: Input<typeof putTakingPart>): Promise<Answer<typeof putTakingPart>> {
  const { id: planId, ritualId, onDate, tookPart } = input
  const { coupleId, personId, zone, now } = viewerOf(db)
  if (planId !== occurrenceId(ritualId, onDate)) throw new Problem('wrong-shape', { fields: ['body.onDate'] })
  const row = coupleId && (await db.ritual.findUnique({ where: { coupleId_id: { coupleId, id: ritualId } }, select: ritualColumns }))
  if (!row) throw new Problem('not-found')
  const { terms } = ritualOf(row)
  if (!terms.agreed || !occursOn(terms, onDate)) throw new Problem('not-found')
  if (row.endedAt && row.endedAt < occurrenceOn(terms, onDate).start) throw new Problem('ended')
  const plan = await planOf(db, { coupleId, planId, onDate, tookPart }, ritualId, terms)
  const start = instantOf(plan.plannedOn, plan.time, plan.zone)
  if (!canMark(start, zone, now)) throw new Problem('day-out-of-range')
  const day = dayFor(start, zone)
  const said = { day: columnOfDay(day), types: plan.types, tookPart }
  const where = { coupleId, planId, personId }
  if (tookPart) await db.takingPart.upsert({ where: { coupleId_planId_personId: where }, create: { ...where, ...said }, update: said, select: { planId: true } })
  else await db.takingPart.updateMany({ where, data: said })
  return { planId, ritualId, onDate, day, tookPart }
}

type Touch = Readonly<{ coupleId: string; planId: string }> & Pick<Input<typeof putTakingPart>, 'onDate' | 'tookPart'>

/** The plan of a date as it stands; made from the terms by the first who says that they took part. */
async function planOf(db: ViewerDb, { coupleId, planId, onDate, tookPart }: Touch, ritualId: string, terms: Ritual['terms']) {
  const { types, time, minutes, zone } = terms
  if (tookPart) {
    const planned = { types, plannedOn: columnOfDay(onDate), time, minutes, zone }
    await db.plan.createMany({ data: { coupleId, id: planId, ritualId, onDate: columnOfDay(onDate), version: 1, ...planned }, skipDuplicates: true })
  }
  const plan = await db.plan.findUnique({
    where: { coupleId_id: { coupleId, id: planId } }, select: { types: true, plannedOn: true, time: true, zone: true },
  })
  if (!plan) return { types, plannedOn: onDate, time, zone }
  return { types: plan.types, plannedOn: dayOfColumn(plan.plannedOn), time: parseWallTime(plan.time), zone: parseZone(plan.zone) }
}
