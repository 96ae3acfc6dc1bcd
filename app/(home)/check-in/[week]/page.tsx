import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { CheckInScreen } from '@/components/check-ins/check-in-screen'
import { readHasParted } from '@/lib/couples/reads'
import { readCheckIn, weekBefore } from '@/lib/check-ins/reads'
import { weekIdSchema } from '@/lib/time/schemas'
import { hasCouple } from '@/lib/db/with-viewer'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (scope) => ({
      found: hasCouple(scope)
        ? { checkIn: await readCheckIn(scope, week.data), before: weekBefore(scope, week.data) }
        : null,
      hasParted: await readHasParted(scope),
    }),
    ({ found, hasParted }, people) => <CheckInScreen found={found} people={people} hasParted={hasParted} />,
  )
}
