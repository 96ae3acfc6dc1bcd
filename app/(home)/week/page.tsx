import { homePage } from '@/app/(home)/home-page'
import { WeekScreen } from '@/components/plans/week-screen'
import { viewerOf } from '@/lib/db/with-viewer'
import { readWeek } from '@/lib/plans/reads'
import { dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'

/** The week that holds the reader's today. */
export default function Page() {
  return homePage(
    async (db) => {
      const { weekStart, zone, now } = viewerOf(db)
      return weekStart === null ? null : { week: await readWeek(db, weekOf(dayIn(now, zone), weekStart).id), weekStart }
    },
    (found, people) => <WeekScreen found={found} people={people} />,
  )
}
