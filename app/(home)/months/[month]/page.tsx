import { notFound } from 'next/navigation'
import { homePage } from '@/app/(home)/home-page'
import { MonthList } from '@/components/months/month-list'
import { MonthScreen } from '@/components/months/month-screen'
import { viewerOf } from '@/lib/db/with-viewer'
import { Problem } from '@/lib/http/problem'
import { readMonthFacts } from '@/lib/months/reads'
import { monthSchema } from '@/lib/time/schemas'

// With the two people five statements, so eight in all.
export default async function Page({ params }: { params: Promise<{ month: string }> }) {
  const month = monthSchema.safeParse((await params).month)
  if (!month.success) notFound()
  return homePage(
    async (db, people) => {
      const { coupleId, onlyMe } = viewerOf(db)
      if (coupleId === null || !people.partner) return 'alone'
      try {
        return { facts: await readMonthFacts(db, people, month.data), couple: coupleId, partner: people.partner, onlyMe }
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-found') return null
        throw error
      }
    },
    (found, people) => {
      if (found === 'alone') return <MonthList lines={[]} earlier={null} from={null} people={people} />
      return found ? <MonthScreen {...found} people={people} /> : notFound()
    },
  )
}
