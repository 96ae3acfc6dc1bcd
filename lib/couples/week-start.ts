import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { weekStartOf, type WeekStart } from '@/lib/time/week'

/** The weekday that the couple's weeks begin on; alone, that of the person's language. */
export function weekStartFor(db: ViewerDb): WeekStart {
  const { weekStart, locale } = viewerOf(db)
  return weekStart ?? weekStartOf(locale)
}
