import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { isWeekStart, weekStartOf, type WeekStart } from '@/lib/time/week'

/** The weekday that the couple's weeks begin on; alone, that of the person's language. One statement, none when alone. */
export async function readWeekStart(db: ViewerDb): Promise<WeekStart> {
  const { coupleId, locale } = viewerOf(db)
  const couple = coupleId && (await db.couple.findUnique({ where: { id: coupleId }, select: { weekStart: true } }))
  return couple && isWeekStart(couple.weekStart) ? couple.weekStart : weekStartOf(locale)
}
