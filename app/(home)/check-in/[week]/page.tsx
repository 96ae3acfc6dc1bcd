import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { CheckInScreen } from '@/components/check-ins/check-in-screen'
import { readCheckIn, weekBefore } from '@/lib/check-ins/reads'
import { weekIdSchema } from '@/lib/time/schemas'
import { hasCouple } from '@/lib/db/with-viewer'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (scope) =>
      hasCouple(scope) ? { checkIn: await readCheckIn(scope, week.data), before: weekBefore(scope, week.data) } : null,
    (found, people) => <CheckInScreen found={found} people={people} />,
  )
}
