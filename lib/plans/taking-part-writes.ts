import 'server-only'
import { columnOfDay } from '@/lib/db/day-column'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Answer, Input } from '@/lib/http/contract'
import { Problem } from '@/lib/http/problem'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { readRitual } from '@/lib/rituals/reads'
import { termsOn } from '@/lib/rituals/ritual-dates'
import type { Day } from '@/lib/time/day'
import type { Plan, putTakingPart } from './contract'
import { canMarkPlan, dayOfPlan } from './planned-start'
import { findPlan } from './reads'
import { untouchedPlan } from './week-plans'
import { insertPlan } from './writes'

/**
 * Keeps whether the viewer took part in a plan, and makes the plan of a ritual's date that nobody had touched. Taking
 * part feeds the day of the planned start in the viewer's zone. Throws `not-found`, `ended` for a date after the
 * ritual's end, `day-out-of-range`.
 */
export async function keepTookPart(
  scope: CoupleScope,
  input: Input<typeof putTakingPart>,
): Promise<Answer<typeof putTakingPart>> {
  const { id: planId, ritualId, onDate, tookPart } = input
  const { coupleId, personId, zone, now } = scope.viewer
  if (ritualId !== null && planId !== occurrenceId(ritualId, onDate))
    throw new Problem('wrong-shape', { fields: ['body.onDate'] })
  const plan = ritualId === null ? await findOneOff(scope, planId) : await findDate(scope, planId, ritualId, onDate)
  if (!canMarkPlan(plan, zone, now)) throw new Problem('day-out-of-range')
  if (plan.version === 0 && tookPart) await insertPlan(scope, plan)
  const day = dayOfPlan(plan, zone)
  const details = { day: columnOfDay(day), types: plan.types, tookPart }
  const where = { coupleId, planId, personId }
  if (tookPart)
    await scope.db.takingPart.upsert({
      where: { coupleId_planId_personId: where },
      create: { ...where, ...details },
      update: details,
      select: { planId: true },
    })
  else await scope.db.takingPart.updateMany({ where, data: details })
  return { planId, ritualId, onDate, day, tookPart }
}

async function findOneOff(scope: CoupleScope, planId: string): Promise<Plan> {
  const plan = await findPlan(scope, planId)
  if (!plan || plan.ritualId !== null) throw new Problem('not-found')
  return plan
}

/**
 * The saved plan of a ritual's date or, if nobody touched it, the plan of its terms. While the ritual rests there is
 * none.
 */
async function findDate(scope: CoupleScope, planId: string, ritualId: string, onDate: Day): Promise<Plan> {
  const ritual = await readRitual(scope, ritualId)
  const terms = termsOn(ritual, onDate)
  if (!terms) throw new Problem(termsOn({ ...ritual, endedAt: null }, onDate) ? 'ended' : 'not-found')
  return (await findPlan(scope, planId)) ?? untouchedPlan(ritualId, terms, onDate)
}
