import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { AloneWeek } from '@/components/plans/alone-week'
import { WeekScreen } from '@/components/plans/week-screen'
import { readHasParted, weekStartFor } from '@/lib/couples/reads'
import { readWeekForPage } from '@/lib/plans/reads'
import { weekIdSchema } from '@/lib/time/schemas'
import { parseWeek } from '@/lib/time/week'
import { hasCouple } from '@/lib/db/with-viewer'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (scope, { partner }) => {
      const weekStart = weekStartFor(scope)
      if (!hasCouple(scope) || !partner)
        return {
          is: 'alone',
          week: parseWeek(week.data, weekStart),
          weekStart,
          hasParted: await readHasParted(scope),
        } as const
      const found = await readWeekForPage(scope, week.data)
      return { is: 'two', found: { ...found, weekStart, startedOn: scope.viewer.startedOn } } as const
    },
    (read, people) =>
      read.is === 'alone' ? (
        <AloneWeek week={read.week} weekStart={read.weekStart} hasParted={read.hasParted} people={people} />
      ) : (
        <WeekScreen found={read.found} people={people} />
      ),
  )
}
