import 'server-only'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Ritual } from '@/lib/rituals/contract'
import { termsToAnswer } from '@/lib/rituals/discussion'
import { readOpenRituals } from '@/lib/rituals/reads'
import { addDays, dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { plansOfToday, type PlansOfToday } from './upcoming-plans'
import type { Plan } from './contract'
import { readTouchedFrom } from './reads'

export type TodayPlansData = PlansOfToday &
  Readonly<{
    /** Rituals with terms of the partner's that the viewer can say yes to. */
    toAnswer: readonly Ritual[]
  }>

/** Reads what Today shows of plans and rituals. Two statements. */
export async function readPlansToday(scope: CoupleScope): Promise<TodayPlansData> {
  const { personId, weekStart, zone, now } = scope.viewer
  const rituals = await readOpenRituals(scope)
  const { first } = weekOf(dayIn(now, zone), weekStart)
  const touched = await readTouchedFrom(scope, addDays(first, -1))
  return {
    ...plansOfToday(agreedOf(rituals), touched, { now, zone, weekStart }),
    toAnswer: rituals.filter((ritual) => termsToAnswer(ritual, personId) !== null),
  }
}

const agreedOf = (rituals: readonly Ritual[]): Ritual[] => rituals.filter(({ state }) => state === 'agreed')

/** Reads the couple's saved plans that may still be ahead. One statement. */
export async function readTouchedAhead(scope: CoupleScope): Promise<Plan[]> {
  const { zone, now } = scope.viewer
  return readTouchedFrom(scope, addDays(dayIn(now, zone), -3))
}
