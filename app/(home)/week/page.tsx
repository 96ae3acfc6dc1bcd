import { homePage } from '@/app/(home)/home-page'
import { AloneWeek } from '@/components/plans/alone-week'
import { WeekScreen } from '@/components/plans/week-screen'
import { readHasParted, weekStartFor } from '@/lib/couples/reads'
import { readWeekForPage } from '@/lib/plans/reads'
import { dayIn } from '@/lib/time/day'
import { weekOf } from '@/lib/time/week'
import { hasCouple } from '@/lib/db/with-viewer'

/** The week that holds the reader's today. */
export default function Page() {
  return homePage(
    async (scope, { partner }) => {
      const { zone, now } = scope.viewer
      const weekStart = weekStartFor(scope)
      const week = weekOf(dayIn(now, zone), weekStart)
      if (!hasCouple(scope) || !partner)
        return { is: 'alone', week, weekStart, hasParted: await readHasParted(scope) } as const
      return {
        is: 'two',
        found: { ...(await readWeekForPage(scope, week.id)), weekStart, startedOn: scope.viewer.startedOn },
      } as const
    },
    (read, people) =>
      read.is === 'alone' ? (
        <AloneWeek week={read.week} weekStart={read.weekStart} hasParted={read.hasParted} people={people} />
      ) : (
        <WeekScreen found={read.found} people={people} />
      ),
  )
}
