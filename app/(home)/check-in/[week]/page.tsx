import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { CheckInScreen } from '@/components/check-ins/check-in-screen'
import { readCheckIn, weekBefore } from '@/lib/check-ins/reads'
import { viewerOf } from '@/lib/db/with-viewer'
import { weekIdSchema } from '@/lib/time/schemas'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (db) =>
      viewerOf(db).coupleId === null
        ? null
        : { checkIn: await readCheckIn(db, week.data), before: weekBefore(db, week.data) },
    (found, people) => <CheckInScreen found={found} people={people} />,
  )
}
