import { homePage } from '@/app/(home)/home-page'
import { WeekScreen } from '@/components/plans/week-screen'
import { readHasParted } from '@/lib/couples/reads'
import { readWeekForPage } from '@/lib/plans/reads'
import { dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { hasCouple } from '@/lib/db/with-viewer'

/** The week that holds the reader's today. */
export default function Page() {
  return homePage(
    async (scope) => {
      if (!hasCouple(scope)) return { found: null, hasParted: await readHasParted(scope) }
      const { weekStart, startedOn, zone, now } = scope.viewer
      const found = await readWeekForPage(scope, weekOf(dayIn(now, zone), weekStart).id)
      return { found: { ...found, weekStart, startedOn }, hasParted: false }
    },
    ({ found, hasParted }, people) => <WeekScreen found={found} people={people} hasParted={hasParted} />,
  )
}
