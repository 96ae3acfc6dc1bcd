import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { dayIn } from '@/lib/time/day'
import { comingDates, datesWithin, type Coming, type Markable } from './coming'
import type { Ritual } from './contract'
import { askedOf } from './discussion'
import { canMark } from './late-dates'
import { occurrenceId } from './occurrence-id'
import { readStanding } from './reads'

type DateToday = Markable<Ritual>

export type RitualsToday = Readonly<{
  /** The next date that is not over, whenever it is. */
  next: DateToday | null
  /** Those of today that are over. */
  earlier: readonly DateToday[]
  agreed: readonly Ritual[]
  /** Rituals of which my partner proposed or suggested terms that I can say yes to. */
  toAnswer: readonly Ritual[]
}>

/** What Today shows of the rituals. Two statements at most. */
export async function readRitualsToday(db: ViewerDb): Promise<RitualsToday> {
  const { personId, zone, now } = viewerOf(db)
  const standing = await readStanding(db)
  const agreed = standing.filter(({ state }) => state === 'agreed')
  const today = dayIn(now, zone)
  const [next] = comingDates(agreed, now, 1)
  const earlier = datesWithin(agreed, zone, today, today).filter(({ end }) => end <= now)
  const marked = await marksOf(db, [...earlier, ...(next && canMark(next.start, zone, now) ? [next] : [])])
  const asToday = (date: Coming<Ritual>): DateToday => ({ ...date, markable: canMark(date.start, zone, now), tookPart: marked.has(planOf(date)) })
  return {
    next: next ? asToday(next) : null, earlier: earlier.map(asToday), agreed,
    toAnswer: standing.filter((ritual) => askedOf(ritual, personId) !== null),
  }
}

const planOf = ({ ritual, onDate }: Coming<Ritual>): string => occurrenceId(ritual.id, onDate)

async function marksOf(db: ViewerDb, dates: readonly Coming<Ritual>[]): Promise<ReadonlySet<string>> {
  const { personId, coupleId } = viewerOf(db)
  if (dates.length === 0 || coupleId === null) return new Set()
  const rows = await db.takingPart.findMany({ where: { coupleId, personId, planId: { in: dates.map(planOf) }, tookPart: true }, select: { planId: true } })
  return new Set(rows.map(({ planId }) => planId))
}
