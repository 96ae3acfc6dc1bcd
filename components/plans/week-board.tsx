'use client'
import { useState } from 'react'
import { useMinute } from '@/components/people/use-minute'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { FormInPlace, useFormInPlace } from '@/components/ui/form-in-place'
import { Icon } from '@/components/ui/icon'
import { LinkButton, TextLink } from '@/components/ui/links'
import { Section } from '@/components/ui/page-heading'
import type { Partner } from '@/lib/couples/people'
import { plansMessages } from '@/lib/messages/rooms/plans'
import { useTranslations } from '@/lib/messages/use-translations'
import { compareClocks } from '@/lib/plans/clock-difference'
import { clocksInWords } from '@/lib/plans/in-words'
import { canMarkPlan } from '@/lib/plans/planned-start'
import { dayIn, daysFrom, weekday, type Day } from '@/lib/time/day'
import { formatDay, formatWeekday } from '@/lib/time/format'
import type { WeekStart } from '@/lib/time/week'
import { sameZone } from '@/lib/time/zone'
import { Ahead } from './ahead'
import { LateAddPlan } from './late-plan-parts'
import { PlanCard } from './plan-card'
import { ReadyPanel } from './ready-panel'
import { useHeldPlans } from './use-held-plans'
import type { LiveWeek } from './use-week'

type WeekBoardProps = Readonly<{
  live: LiveWeek
  coupleId: string
  me: Partner
  partner: Partner
  locale: string
  weekStart: WeekStart
  startedOn: Day
  serverNow: number
}>

/** A week, day by day. Both see the partner's changes as they come, and never whether the partner has the page open. */
export function WeekBoard({ live, coupleId, me, partner, locale, weekStart, startedOn, serverNow }: WeekBoardProps) {
  const t = useTranslations(plansMessages)
  const adding = useFormInPlace()
  const now = useMinute(serverNow)
  const today = dayIn(now, me.zone)
  const { week } = live
  const people = { me, partner, locale }
  const shown = useHeldPlans(week.plans)
  const isEmpty = week.plans.length === 0 && week.moved.length === 0
  const isPast = week.last < today
  const asksToFill = isEmpty && !live.isPartial && !isPast
  const propose = (
    <p className="my-6">
      <LinkButton variant={asksToFill ? 'primary' : 'link'} href="/rituals/new">
        {t('week.propose')}
      </LinkButton>
    </p>
  )
  const days = daysFrom(week.first, week.last)
  const plansOn = (day: Day) => ({
    plans: shown.plans.filter((each) => each.day === day).map(({ plan }) => plan),
    moved: week.moved.filter(({ onDate }) => onDate === day),
  })
  const isBusy = (day: Day) => plansOn(day).plans.length > 0 || plansOn(day).moved.length > 0
  /** Whether a day asks nothing of the viewer. */
  const isAnswered = (day: Day) =>
    plansOn(day).plans.every(
      (plan) => plan.skipped || plan.tookPart.includes(me.id) || !canMarkPlan(plan, { zone: me.zone, now, startedOn }),
    )
  // as they were at first: an answer must not move the day that it is on
  const [answered] = useState(() =>
    live.isPartial || isPast ? [] : days.filter((day) => day < today && isAnswered(day)),
  )
  /** A past day without plans, which can't get one any more, or with nothing to answer. */
  const isOver = (day: Day | undefined) =>
    day !== undefined && day < today && day !== adding.openAt && (!isBusy(day) || answered.includes(day))
  const dayRow = (day: Day) => {
    const { plans, moved } = plansOn(day)
    const add =
      adding.openAt === day || day < today ? null : (
        <Button
          variant="link"
          icon={<Icon icon="plus" size={16} />}
          aria-label={t('add.openOn', { day: formatDay(day, locale, today) })}
          className="justify-self-start gap-1! px-4"
          onClick={() => adding.open(day)}
        >
          {t('add.open')}
        </Button>
      )
    return (
      <li key={day} {...(day === today ? { 'aria-current': 'date' as const } : {})} className="day-row">
        <div>
          <h2 className="pt-2 leading-tight">
            <span className="block text-small font-normal text-ink-2">
              {day === today ? t('week.today') : formatWeekday(weekday(day), locale, 'short')}
            </span>
            <span className="block text-lede font-bold" aria-hidden="true">
              {Number(day.slice(8))}
            </span>
            <span className="sr-only">{formatDay(day, locale, today)}</span>
          </h2>
        </div>
        <div className="grid grid-cols-1 min-w-0 content-start gap-2.5">
          {plans.map((plan) => (
            <PlanCard
              key={plan.id}
              plan={plan}
              note={live.notes.get(plan.id)}
              coupleId={coupleId}
              now={now}
              startedOn={startedOn}
              change={live.change}
              hold={shown.hold}
              {...people}
            />
          ))}
          {moved.map(({ id, title, plannedOn }) => (
            <p key={id} className="px-4 py-2 text-small text-ink-3">
              {t('card.moved', { title, day: formatDay(plannedOn, locale, today) })}
            </p>
          ))}
          <FormInPlace form={adding} at={day}>
            <LateAddPlan coupleId={coupleId} on={day} change={live.change} close={adding.close} {...people} />
          </FormInPlace>
          {add}
        </div>
      </li>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-x-14 wide:grid-cols-[minmax(0,1.85fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        {live.connection === 'online' ? null : (
          <p role="alert" className="max-w-none border-t border-line py-3 text-ink-2">
            {t(live.connection === 'offline' ? 'week.offline' : 'week.signedOut')}{' '}
            {live.connection === 'signed-out' ? <TextLink href="/sign-in">{t('week.signIn')}</TextLink> : null}
          </p>
        )}
        {asksToFill ? propose : null}
        <ol aria-label={t('week.days')} className="lined">
          {days.map((day, place) => {
            if (isOver(day)) {
              // A run of them is one line, as the page is for what is still to come.
              if (isOver(days[place - 1])) return null
              const next = days.findIndex((later, index) => index > place && !isOver(later))
              const run = days.slice(place, next < 0 ? days.length : next)
              const [from, to] = [dayBriefly(day, locale), dayBriefly(run.at(-1) ?? day, locale)]
              const name = from === to ? from : t('week.overline', { from, to })
              const busy = run.filter(isBusy)
              return busy.length > 0 ? (
                <li key={day}>
                  <Disclosure summary={name}>
                    <ol className="divide-y divide-line border-t border-line">{busy.map(dayRow)}</ol>
                  </Disclosure>
                </li>
              ) : (
                <li key={day} className="py-2 text-small text-ink-3">
                  {name}
                </li>
              )
            }
            return dayRow(day)
          })}
        </ol>
        {live.isPartial ? <p className="mt-4 text-ink-2">{t('week.more')}</p> : null}
      </div>
      <div className="min-w-0 wide:-mt-8">
        {isEmpty || live.isPartial || isPast ? null : <ReadyPanel live={live} me={me} partner={partner} />}
        {sameZone(me.zone, partner.zone) ? null : (
          <Section id="clocks" title={t('clocks.title')}>
            <p className="text-ink-2">
              {clocksInWords(compareClocks(me.zone, partner.zone, week.first, week.last), locale)}
            </p>
          </Section>
        )}
        {/* from a week that is over, what came after it is past too */}
        {isPast ? null : <Ahead live={live} coupleId={coupleId} weekStart={weekStart} now={now} {...people} />}
        {asksToFill ? null : propose}
      </div>
    </div>
  )
}

/** 'Mon 23', in the order of the other days, which have the number below. */
const dayBriefly = (day: Day, locale: string): string =>
  `${formatWeekday(weekday(day), locale, 'short')} ${Number(day.slice(8))}`
