import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { MonthList } from '@/components/months/month-list'
import { readHasParted } from '@/lib/couples/reads'
import { id } from '@/lib/http/contract'
import type { MonthKey } from '@/lib/months/facts'
import { readFormerMonths } from '@/lib/months/former-reads'
import { readMonthLines } from '@/lib/months/reads'
import { monthSchema } from '@/lib/time/schemas'
import { hasCouple } from '@/lib/db/with-viewer'

/** How many months one page lists. */
const SHOWN = 12

type PageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>

export default async function Page({ searchParams }: PageProps) {
  const search = await searchParams
  const from = monthSchema.safeParse(search['from']).data ?? null
  const before = formerKeyIn(search['before'])
  return homePage(
    async (scope, people) => ({
      ...(hasCouple(scope)
        ? await readMonthLines(scope, people, { from, count: SHOWN })
        : { lines: [], earlier: null }),
      former: await readFormerMonths(scope, before),
      hasParted: await readHasParted(scope),
    }),
    (found, people) => <MonthList {...found} from={from} isFirstFormer={before === null} people={people} />,
  )
}

/** The month of a former couple in the address, as the list of months writes it. */
function formerKeyIn(value: unknown): MonthKey | null {
  const [month, coupleId] = typeof value === 'string' ? value.split('.') : []
  const key = z.object({ month: monthSchema, coupleId: id }).safeParse({ month, coupleId })
  return key.success ? key.data : null
}
