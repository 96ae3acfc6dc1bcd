'use client'
import { useMinute } from '@/components/people/use-minute'
import { Section } from '@/components/ui/page-heading'
import { Row, Rows } from '@/components/ui/rows'
import { TextLink } from '@/components/ui/links'
import type { People } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { Plan } from '@/lib/plans/contract'
import { canMarkPlan, dayOfPlan, spanOf } from '@/lib/plans/planned-start'
import { dayIn, type Day } from '@/lib/time/day'
import { formatDayInYear, formatTime, formatTimeWithWeekday } from '@/lib/time/format'
import { sameZone } from '@/lib/time/zone'
import { TookPart } from '@/components/plans/took-part'

type AlsoTodayProps = Readonly<{
  plans: readonly Plan[]
  more: number
  /** The plan above them, if any. */
  next: Plan | null
  startedOn: Day
  people: People
}>

/** The day's other plans, each with the viewer's mark once it has begun. A plan they took part in links to how it was. */
export function AlsoToday({ plans, more, next, startedOn, people }: AlsoTodayProps) {
  const { me, partner, locale } = people
  const t = translate(locale, plansMessages)
  const today = translate(locale, todayMessages)
  const now = useMinute(people.now.getTime())
  if (plans.length === 0) return null
  const timesOf = (start: Date) => {
    const mine = formatTime(start, locale, me.zone)
    if (!partner || sameZone(me.zone, partner.zone)) return mine
    const isSameDay = dayIn(start, partner.zone) === dayIn(start, me.zone)
    const theirs = (isSameDay ? formatTime : formatTimeWithWeekday)(start, locale, partner.zone)
    return today('times', { mine, theirs, name: partner.name })
  }
  return (
    <Section id="also" title={today(next && dayOfPlan(next, me.zone) === dayIn(now, me.zone) ? 'also' : 'planned')}>
      <Rows>
        {plans.map((plan) => {
          const span = spanOf(plan)
          const mine = plan.tookPart.includes(me.id)
          const day = formatDayInYear(dayOfPlan(plan, me.zone), locale)
          return (
            <Row
              key={plan.id}
              isPlan
              title={plan.title}
              trailing={
                mine || canMarkPlan(plan, { zone: me.zone, now, startedOn }) ? (
                  <span className="grid justify-items-end">
                    <TookPart plan={plan} tookPart={mine} day={day} />
                  </span>
                ) : null
              }
              detail={
                <>
                  {span ? timesOf(span.start) : t('card.anyTime')}
                  {mine ? (
                    <>
                      {' '}
                      ·{' '}
                      <TextLink
                        alone
                        className="-my-2.5"
                        href={`/plans/${plan.id}`}
                        aria-label={t('one.howOf', { title: plan.title, day })}
                      >
                        {t('one.how')}
                      </TextLink>
                    </>
                  ) : null}
                </>
              }
            />
          )
        })}
      </Rows>
      {more > 0 ? (
        <p className="mt-3">
          <TextLink alone href="/week">
            {today('more', { n: more })}
          </TextLink>
        </p>
      ) : null}
    </Section>
  )
}
