import { homePage } from '@/app/(home)/home-page'
import { MonthList } from '@/components/months/month-list'
import { readMonthLines } from '@/lib/months/reads'
import { monthSchema } from '@/lib/time/schemas'

/** How many months stand on one page. */
const SHOWN = 12

type PageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>

export default async function Page({ searchParams }: PageProps) {
  const from = monthSchema.safeParse((await searchParams)['from']).data ?? null
  return homePage(
    (db, people) => readMonthLines(db, people, { from, count: SHOWN }),
    (found, people) => <MonthList {...found} from={from} people={people} />,
  )
}
