import { homePage } from '@/app/(home)/home-page'
import { Agenda } from '@/components/plans/agenda'
import { RitualListScreen } from '@/components/rituals/ritual-list-screen'
import type { People } from '@/lib/couples/people'
import { pageKeyIn } from '@/lib/http/page-key'
import { readFormerCouples } from '@/lib/couples/reads'
import { hasCouple, type Scope } from '@/lib/db/with-viewer'
import { readTouchedAhead } from '@/lib/plans/today-reads'
import { comingUp } from '@/lib/plans/upcoming-plans'
import type { SavedPlan } from '@/lib/plans/week-plans'
import type { Ritual } from '@/lib/rituals/contract'
import { readOpenRituals, readPastRituals } from '@/lib/rituals/reads'
import { dayIn } from '@/lib/time/day'
import type { WeekStart } from '@/lib/time/week'

/** How many of the next dates of each ritual the page shows, and how many one-offs. */
const [NEXT_DATES, ONE_OFFS] = [3, 6]

type RitualListData = Readonly<{
  rituals: readonly Ritual[]
  touched: readonly SavedPlan[]
  weekStart: WeekStart | null
  past: Readonly<{ rows: readonly Ritual[]; next: string | null }>
  formerCouples: readonly string[]
}>

async function read(scope: Scope, before: string | undefined): Promise<RitualListData> {
  const ofCouple = hasCouple(scope)
    ? { rituals: await readOpenRituals(scope), touched: await readTouchedAhead(scope) }
    : { rituals: [], touched: [] }
  return {
    ...ofCouple,
    weekStart: scope.viewer.weekStart,
    past: await readPastRituals(scope, before),
    formerCouples: await readFormerCouples(scope),
  }
}

type PageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>

export default async function Page({ searchParams }: PageProps) {
  const before = pageKeyIn((await searchParams)['before'])
  return homePage(
    (scope) => read(scope, before),
    ({ touched, weekStart, ...found }, people) => (
      <RitualListScreen
        {...found}
        isFirstPage={before === undefined}
        people={people}
        agenda={agendaOf(found.rituals, touched, weekStart, people)}
      />
    ),
  )
}

function agendaOf(
  rituals: readonly Ritual[],
  touched: readonly SavedPlan[],
  weekStart: WeekStart | null,
  { me, partner, locale, now }: People,
) {
  const agreed = rituals.filter(({ state }) => state === 'agreed')
  const coming = comingUp(agreed, touched, { now, zone: me.zone, dates: NEXT_DATES, oneOffs: ONE_OFFS })
  return coming.length > 0 && weekStart ? (
    <Agenda
      coming={coming}
      today={dayIn(now, me.zone)}
      weekStart={weekStart}
      me={me}
      partner={partner}
      locale={locale}
    />
  ) : null
}
