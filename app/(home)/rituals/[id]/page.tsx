import { notFound } from 'next/navigation'
import * as z from 'zod/mini'
import { homePage } from '@/app/(home)/home-page'
import { LastTime } from '@/components/plans/last-time'
import { MarkableDates } from '@/components/plans/markable-dates'
import { PlanNext, UpcomingDates } from '@/components/plans/upcoming-dates'
import { NEXT_DATES, RitualScreen, type KeptDatesPage } from '@/components/rituals/ritual-screen'
import { sortByPairing, type People } from '@/lib/couples/people'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { id as uuid } from '@/lib/http/contract'
import { orNull } from '@/lib/http/or-null'
import { readAllKeptDates } from '@/lib/plans/kept-reads'
import { readTouchedDates } from '@/lib/plans/reads'
import { markablePlans, upcomingPlans } from '@/lib/plans/upcoming-plans'
import type { SavedPlan } from '@/lib/plans/week-plans'
import type { Ritual, TermsVersion } from '@/lib/rituals/contract'
import { readHasTexts, readHistory } from '@/lib/rituals/reads'
import type { Day } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'
import { daySchema } from '@/lib/time/schemas'

type PageProps = Readonly<{
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

type RitualPageData = Readonly<{
  ritual: Ritual
  versions: readonly TermsVersion[]
  meanings: number
  hasLines: boolean
  onlyMe: boolean
  startedOn: Day | null
  /** Null without a couple. */
  weekStart: WeekStart | null
  /** Of the active couple: the dates that were touched, of the last weeks and ahead. */
  touched: readonly SavedPlan[] | null
  /** Of a former couple. */
  keptDates: KeptDatesPage | null
}>

async function read(
  scope: Scope,
  id: string,
  coupleId: string | undefined,
  before: Day | null,
): Promise<RitualPageData | null> {
  const history = await orNull(readHistory(scope, id, coupleId))
  if (!history) return null
  const { ritual } = history
  const data = {
    ...history,
    ...(await readHasTexts(scope, ritual)),
    onlyMe: scope.viewer.onlyMe,
    startedOn: scope.viewer.startedOn,
    weekStart: scope.viewer.weekStart,
  }
  if (hasCouple(scope) && ritual.coupleId === scope.viewer.coupleId)
    return { ...data, touched: await readTouchedDates(scope, ritual), keptDates: null }
  return { ...data, touched: null, keptDates: { ...(await readAllKeptDates(scope, ritual, before)), before } }
}

export default async function Page({ params, searchParams }: PageProps) {
  const id = uuid.safeParse((await params).id)
  const search = await searchParams
  const coupleId = z.optional(uuid).safeParse(search['coupleId'])
  const before = z.optional(daySchema).safeParse(search['before'])
  return homePage(
    async (scope) =>
      id.success && coupleId.success && before.success
        ? read(scope, id.data, coupleId.data, before.data ?? null)
        : null,
    (found, people) => (found ? <RitualPage {...found} people={people} /> : notFound()),
  )
}

function RitualPage({ touched, startedOn, weekStart, hasLines, people, ...data }: RitualPageData & { people: People }) {
  const { ritual } = data
  const { me, now } = people
  const former = ritual.coupleId !== people.coupleId
  const markable = touched ? markablePlans(ritual, touched, { zone: me.zone, now, startedOn }) : []
  const upcoming = touched
    ? upcomingPlans([ritual], touched, { now, zone: me.zone, count: NEXT_DATES, begun: false })
    : []
  const [next] = upcoming
  return (
    <RitualScreen
      {...data}
      people={people}
      markableDates={markable.length > 0 ? <MarkableDates plans={markable} people={people} /> : null}
      lastTime={
        hasLines ? (
          <LastTime
            ritual={{ id: ritual.id, coupleId: ritual.coupleId }}
            people={former ? [me] : sortByPairing(people)}
            former={former}
            locale={people.locale}
          />
        ) : null
      }
      upcomingDates={touched && <UpcomingDates plans={upcoming} people={people} />}
      planNext={
        next &&
        weekStart !== null && (
          <PlanNext plan={next} weekStart={weekStart} quiet={ritual.suggested !== null} people={people} />
        )
      }
    />
  )
}
