import { homePage } from '@/app/(home)/home-page'
import { MonthList } from '@/components/months/month-list'
import { readFormerMonths } from '@/lib/months/former-reads'
import { readMonthLines } from '@/lib/months/reads'
import { monthSchema } from '@/lib/time/schemas'

/** How many months stand on one page. */
const SHOWN = 12

type PageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>

export default async function Page({ searchParams }: PageProps) {
  const from = monthSchema.safeParse((await searchParams)['from']).data ?? null
  return homePage(
    async (db, people) => ({
      ...(await readMonthLines(db, people, { from, count: SHOWN })),
      former: await readFormerMonths(db),
    }),
    (found, people) => <MonthList {...found} from={from} people={people} />,
  )
}
