'use client'
import { hueOf } from '@/components/intimacy/hue'
import { TypeList } from '@/components/intimacy/type-mark'
import { TwoTimes } from '@/components/people/two-times'
import { PartnerMark } from '@/components/people/partner-mark'
import { useMinute } from '@/components/people/use-minute'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/links'
import { Panel } from '@/components/ui/panel'
import { sortByPairing, type People } from '@/lib/couples/people'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { canMarkPlan, dayOfPlan, spanOf } from '@/lib/plans/planned-start'
import { dayIn, type Day } from '@/lib/time/day'
import { formatDay } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { PlanCountdown } from '@/components/plans/plan-countdown'
import { TookPart } from '@/components/plans/took-part'

type NextPanelProps = Readonly<{
  plan: Plan
  /** How many more items each person brings, by id. */
  bringsMore: Readonly<Record<string, number>>
  weekStart: WeekStart
  startedOn: Day
  people: People
}>

/** The next plan: when it is for each person, the countdown, who brings what, and once it has begun the viewer's mark. */
export function NextPanel({ plan, bringsMore, weekStart, startedOn, people }: NextPanelProps) {
  const { me, partner, locale } = people
  const now = useMinute(people.now.getTime())
  const t = translate(locale, todayMessages)
  const {
    types: [type],
    title,
    what,
    place,
    items,
    tookPart,
  } = plan
  const span = spanOf(plan)
  const on = dayOfPlan(plan, me.zone)
  const day = formatDay(on, locale, dayIn(now, me.zone))
  const week = `/week/${weekOf(plan.plannedOn, weekStart).id}#plan-${plan.id}`
  const countdown = <PlanCountdown plan={plan} zone={me.zone} serverNow={people.now.getTime()} />
  const mine = tookPart.includes(me.id)
  const begun = span !== null && span.start <= now
  return (
    <Panel tint={type ? 'hue' : 'surface'} className={type ? hueOf[type] : undefined} aria-labelledby="next">
      <TypeList locale={locale} types={plan.types} />
      <h2 id="next" dir="auto" className="type-title mt-2.5 mb-3 first:mt-0">
        <Link href={week} className="reach-heading hover:underline hover:decoration-1 hover:underline-offset-4">
          {title}
        </Link>
      </h2>
      {on === dayIn(now, me.zone) ? null : <p className="mb-1.5 text-ink-2">{day}</p>}
      {span ? (
        <TwoTimes start={span.start} me={me} partner={partner} locale={locale} look="panel" aside={countdown} />
      ) : (
        <p className="text-ink-2 first-letter:uppercase">{countdown}</p>
      )}
      {what ? (
        <p dir="auto" className="mt-3 wrap-anywhere">
          {what}
        </p>
      ) : null}
      {place ? (
        <p className="mt-1 flex items-start gap-2 text-ink-2">
          <Icon icon="map-pin" size={16} className="mt-[0.25rem]" />
          <bdi className="min-w-0 wrap-anywhere">{place}</bdi>
        </p>
      ) : null}
      {sortByPairing(people).map((person) => {
        const theirs = items.flatMap(({ whoId, done, text }) => (whoId === person.id && !done ? [text] : []))
        const more = bringsMore[person.id] ?? 0
        return theirs.length === 0 ? null : (
          <p key={person.id} className="mt-1.5 flex items-baseline gap-2 text-small text-ink-2">
            <PartnerMark slot={person.slot} size={10} />
            <span className="min-w-0 wrap-anywhere">
              {t('brings', {
                who: person.id === me.id ? t('you') : person.name,
                what: [...theirs, ...(more > 0 ? [t('more', { n: more })] : [])].join('; '),
              })}
            </span>
          </p>
        )
      })}
      <div className="mt-5 flex flex-wrap gap-2.5">
        {mine || canMarkPlan(plan, { zone: me.zone, now, startedOn }) ? (
          <TookPart plan={plan} tookPart={mine} day={day} primary={begun} />
        ) : null}
        <LinkButton href={week} size={begun ? 'normal' : 'small'}>
          {t('seePlan')}
        </LinkButton>
      </div>
    </Panel>
  )
}
