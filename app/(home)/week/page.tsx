import { homePage } from '@/app/(home)/home-page'
import { WeekScreen } from '@/components/plans/week-screen'
import { readWeek } from '@/lib/plans/reads'
import { dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { hasCouple } from '@/lib/db/with-viewer'

/** The week that holds the reader's today. */
export default function Page() {
  return homePage(
    async (scope) => {
      if (!hasCouple(scope)) return null
      const { weekStart, zone, now } = scope.viewer
      return { week: await readWeek(scope, weekOf(dayIn(now, zone), weekStart).id), weekStart }
    },
    (found, people) => <WeekScreen found={found} people={people} />,
  )
}
