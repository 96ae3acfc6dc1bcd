import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { WeekScreen } from '@/components/plans/week-screen'
import { readHasParted } from '@/lib/couples/reads'
import { readWeekForPage } from '@/lib/plans/reads'
import { weekIdSchema } from '@/lib/time/schemas'
import { hasCouple } from '@/lib/db/with-viewer'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (scope) => ({
      found: hasCouple(scope)
        ? {
            ...(await readWeekForPage(scope, week.data)),
            weekStart: scope.viewer.weekStart,
            startedOn: scope.viewer.startedOn,
          }
        : null,
      hasParted: await readHasParted(scope),
    }),
    ({ found, hasParted }, people) => <WeekScreen found={found} people={people} hasParted={hasParted} />,
  )
}
