import 'server-only'
import type { Scope } from '@/lib/db/with-viewer'
import { weekStartOf, type WeekStart } from '@/lib/time/week'

/** The weekday that the couple's weeks begin on; alone, that of the person's language. */
export function weekStartFor({ viewer }: Scope): WeekStart {
  const { weekStart, locale } = viewer
  return weekStart ?? weekStartOf(locale)
}
