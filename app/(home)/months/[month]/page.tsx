import { notFound } from 'next/navigation'
import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { PreloadRows } from '@/components/device/preload-rows'
import { FormerMonthScreen } from '@/components/months/former-month'
import { MonthList } from '@/components/months/month-list'
import { MonthScreen } from '@/components/months/month-screen'
import type { People } from '@/lib/couples/people'
import { readHasParted } from '@/lib/couples/reads'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { readFormerMonthFacts, readFormerMonths } from '@/lib/months/former-reads'
import type { MonthFacts } from '@/lib/months/facts'
import { fitKept } from '@/lib/months/fit-kept'
import { placeIn } from '@/lib/months/places'
import { readMonthFacts } from '@/lib/months/reads'
import type { Month } from '@/lib/time/day'
import { firstDayOf, lastDayOf } from '@/lib/time/month'
import { monthSchema } from '@/lib/time/schemas'
import { orNull } from '@/lib/http/or-null'

type PageProps = Readonly<{
  params: Promise<{ month: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

// Five statements at most with those for the people, eight in all with BEGIN, enter and COMMIT.
export default async function Page({ params, searchParams }: PageProps) {
  const month = monthSchema.safeParse((await params).month)
  const search = await searchParams
  const couple = z.optional(uuid).safeParse(search['coupleId'])
  const step = typeof search['step'] === 'string' ? search['step'] : null
  if (!month.success || !couple.success) notFound()
  return homePage(
    (scope, people) => orNull(read(scope, people, month.data, couple.data)),
    (found, people) => {
      if (!found) return notFound()
      if (found.is === 'alone')
        return (
          <MonthList
            lines={[]}
            earlier={null}
            from={null}
            former={found.former}
            isFirstFormer
            hasParted={found.hasParted}
            people={people}
          />
        )
      return found.is === 'ours' ? (
        <>
          <PreloadRows open={found.onlyMe} paths={pathsOf(found, month.data, step)} />
          <MonthScreen {...found.shown} coupleId={found.coupleId} partner={found.partner} people={people} />
        </>
      ) : (
        <FormerMonthScreen {...found} {...fitKept(found.facts.kept, people.me.id)} people={people} />
      )
    },
  )
}

/**
 * Exactly the addresses that the device requests at once. What a later step requests is left to it: the browser would keep the
 * answer, and give it to that step as if it were new.
 */
function pathsOf(
  { coupleId, shown }: Readonly<{ coupleId: string; shown: Shown }>,
  month: Month,
  step: string | null,
): `/api/${string}`[] {
  const place = placeIn(step, { closed: shown.closed, asks: shown.asksWhetherItHelped })
  const days = `coupleId=${coupleId}&from=${firstDayOf(month)}&to=${lastDayOf(month)}` as const
  const lists = place === 'whole' || place === 'kept' ? (['moments', 'shared-entries'] as const) : []
  return [`/api/months/${month}`, ...lists.map((list) => `/api/${list}?${days}` as const)]
}

async function read(scope: Scope, people: People, month: Month, requestedId: string | undefined) {
  const { coupleId, onlyMe } = scope.viewer
  if (requestedId !== undefined && requestedId !== coupleId)
    return {
      is: 'former',
      facts: await readFormerMonthFacts(scope, { coupleId: requestedId, month }),
      coupleId: requestedId,
      onlyMe,
    } as const
  if (!hasCouple(scope) || !people.partner)
    return { is: 'alone', former: await readFormerMonths(scope), hasParted: await readHasParted(scope) } as const
  return {
    is: 'ours',
    shown: shownOf(await readMonthFacts(scope, people, month), people.me.id),
    coupleId: scope.viewer.coupleId,
    partner: people.partner,
    onlyMe,
  } as const
}

type Shown = ReturnType<typeof shownOf>

/** What the screen shows before the journal is open: not what one of the two proposed. */
const shownOf = ({ closing, before, kept, ...facts }: MonthFacts, viewerId: string) => ({
  facts: { ...facts, ...fitKept(kept, viewerId) },
  closed: closing?.closed === true,
  asksWhetherItHelped: before?.version.withChange === true,
})
