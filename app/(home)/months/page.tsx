import { homePage } from '@/app/(home)/home-page'
import { MonthList } from '@/components/months/month-list'
import { readHasParted } from '@/lib/couples/reads'
import { readFormerMonths } from '@/lib/months/former-reads'
import { readMonthLines } from '@/lib/months/reads'
import { monthSchema } from '@/lib/time/schemas'
import { hasCouple } from '@/lib/db/with-viewer'

/** How many months one page lists. */
const SHOWN = 12

type PageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>

export default async function Page({ searchParams }: PageProps) {
  const from = monthSchema.safeParse((await searchParams)['from']).data ?? null
  return homePage(
    async (scope, people) => ({
      ...(hasCouple(scope)
        ? await readMonthLines(scope, people, { from, count: SHOWN })
        : { lines: [], earlier: null }),
      former: await readFormerMonths(scope),
      hasParted: await readHasParted(scope),
    }),
    (found, people) => <MonthList {...found} from={from} people={people} />,
  )
}
