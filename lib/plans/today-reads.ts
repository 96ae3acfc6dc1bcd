import 'server-only'
import type { CoupleScope } from '@/lib/db/with-viewer'
import type { Ritual } from '@/lib/rituals/contract'
import { newestAgreed, termsToAnswer, type NewlyAgreed } from '@/lib/rituals/discussion'
import { readRitualsSince } from '@/lib/rituals/reads'
import { addDays, dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { DAYS_APART, plansOfToday, type PlansOfToday } from './upcoming-plans'
import { readTouchedFrom } from './reads'
import type { SavedPlan } from './week-plans'

export type TodayPlansData = PlansOfToday &
  Readonly<{
    /** Rituals with terms of the partner's that the viewer can say yes to. */
    toAnswer: readonly Ritual[]
    /** The viewer's own terms that the partner said yes to last, or null. */
    agreed: NewlyAgreed | null
  }>

/** Reads what Today shows of plans and rituals, without the items of the plans. Two statements. */
export async function readPlansToday(scope: CoupleScope): Promise<TodayPlansData> {
  const { personId, weekStart, zone, now } = scope.viewer
  const { first } = weekOf(dayIn(now, zone), weekStart)
  const from = addDays(first, -DAYS_APART)
  const rituals = await readRitualsSince(scope, from)
  const touched = await readTouchedFrom(scope, from)
  return {
    ...plansOfToday(rituals, touched, { now, zone, weekStart }),
    toAnswer: rituals.filter((ritual) => termsToAnswer(ritual, personId) !== null),
    agreed: newestAgreed(rituals, personId, now),
  }
}

/** Reads the couple's saved plans that may still be ahead, without items. One statement. */
export async function readTouchedAhead(scope: CoupleScope): Promise<SavedPlan[]> {
  const { zone, now } = scope.viewer
  return readTouchedFrom(scope, addDays(dayIn(now, zone), -3))
}
