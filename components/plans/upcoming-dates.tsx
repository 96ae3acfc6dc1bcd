import { NextDates } from '@/components/rituals/next-dates'
import { LinkButton } from '@/components/ui/links'
import type { People } from '@/lib/couples/people'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { spanOf } from '@/lib/plans/planned-start'
import { dayIn } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'

type UpcomingDatesProps = Readonly<{
  /** The ritual's next dates: without the skipped ones, and a moved one on its new day. */
  plans: readonly Plan[]
  people: People
}>

/** The ritual's next dates as they were planned. One that has begun is among the last dates, so it is not here. */
export function UpcomingDates({ plans, people: { me, partner, locale } }: UpcomingDatesProps) {
  const dates = plans.flatMap((plan) => {
    const span = spanOf(plan)
    return span ? [{ onDate: plan.plannedOn, ...span }] : []
  })
  return dates.length > 0 ? (
    <NextDates dates={dates} me={me} partner={partner} locale={locale} />
  ) : (
    <p className="text-small text-ink-3">{translate(locale, ritualsMessages)('rest.noDates')}</p>
  )
}

type PlanNextProps = Readonly<{
  /** The ritual's next date. */
  plan: Plan
  weekStart: WeekStart
  /** Another thing on the page waits for an answer first. */
  quiet: boolean
  people: People
}>

/** The one thing to do on the page of an agreed ritual: to plan its next date, in the week that holds it. */
export function PlanNext({ plan, weekStart, quiet, people: { me, locale, now } }: PlanNextProps) {
  const day = formatDay(plan.plannedOn, locale, dayIn(now, me.zone))
  return (
    <div className="no-print mt-5">
      <LinkButton
        href={`/week/${weekOf(plan.plannedOn, weekStart).id}#plan-${plan.id}`}
        variant={quiet ? 'outline' : 'primary'}
      >
        {translate(locale, ritualsMessages)(plan.version > 0 ? 'one.seeNext' : 'one.planNext', { day })}
      </LinkButton>
    </div>
  )
}
