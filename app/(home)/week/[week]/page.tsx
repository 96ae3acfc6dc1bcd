import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { WeekScreen } from '@/components/plans/week-screen'
import { viewerOf } from '@/lib/db/with-viewer'
import { readWeek } from '@/lib/plans/reads'
import { weekIdSchema } from '@/lib/time/schemas'

export default async function Page({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIdSchema.safeParse((await params).week)
  if (!week.success) notFound()
  return homePage(
    async (db) => {
      const { weekStart } = viewerOf(db)
      return weekStart === null ? null : { week: await readWeek(db, week.data), weekStart }
    },
    (found, people) => <WeekScreen found={found} people={people} />,
  )
}
