import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import type { Ritual } from '@/lib/rituals/contract'
import { askedOf } from '@/lib/rituals/discussion'
import { readStanding } from '@/lib/rituals/reads'
import { addDays, dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { plansOfToday, type PlansOfToday } from './coming-plans'
import type { Plan } from './contract'
import { readTouchedFrom } from './reads'

export type PlansToday = PlansOfToday &
  Readonly<{
    /** Rituals of which my partner proposed or suggested terms that I can say yes to. */
    toAnswer: readonly Ritual[]
  }>

/** What Today shows of plans and rituals; null while one is alone. Two statements. */
export async function readPlansToday(db: ViewerDb): Promise<PlansToday | null> {
  const { personId, weekStart, zone, now } = viewerOf(db)
  if (weekStart === null) return null
  const standing = await readStanding(db)
  const { first } = weekOf(dayIn(now, zone), weekStart)
  const touched = await readTouchedFrom(db, addDays(first, -1))
  return {
    ...plansOfToday(agreedOf(standing), touched, { now, zone, weekStart }),
    toAnswer: standing.filter((ritual) => askedOf(ritual, personId) !== null),
  }
}

const agreedOf = (standing: readonly Ritual[]): Ritual[] => standing.filter(({ state }) => state === 'agreed')

/** The plans that were touched and may still be ahead, of my couple. One statement, none alone. */
export async function readAhead(db: ViewerDb): Promise<Plan[]> {
  const { zone, now } = viewerOf(db)
  return readTouchedFrom(db, addDays(dayIn(now, zone), -3))
}
