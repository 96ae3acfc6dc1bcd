import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Section } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/links'
import type { WeekLine } from '@/lib/check-ins/week-open'
import type { People } from '@/lib/couples/people'
import { todayMessages } from '@/lib/messages/rooms/today'
import { translate } from '@/lib/messages/translate'
import type { StripDay } from '@/lib/plans/fit-today'
import { dayIn, daysFrom, weekday, type Day } from '@/lib/time/day'
import { formatDay, formatList, formatWeekday } from '@/lib/time/format'
import { AnsweredWeek } from './week-row'

/** `days`: the viewer's own days that have plans. */
export type WeekOfStrip = Readonly<{ first: Day; last: Day; days: readonly StripDay[] }>

/**
 * The couple's week that holds today, with what is planned on each of the viewer's days. `answered`: a week that they said
 * how close it felt, and can still change.
 */
export function WeekStrip({
  week: { first, last, days },
  answered,
  people: { me, locale, now },
}: {
  week: WeekOfStrip
  answered: WeekLine | null
  people: People
}) {
  const t = translate(locale, todayMessages)
  const today = dayIn(now, me.zone)
  return (
    <Section
      id="week"
      title={t('week')}
      aside={
        <TextLink alone href="/week">
          {t('weekPlan')}
        </TextLink>
      }
    >
      <ol className="grid grid-cols-4 beside:grid-cols-7">
        {daysFrom(first, last).map((day) => {
          const { plans: plansOfDay, more } = days.find(({ on }) => on === day) ?? { plans: [], more: 0 }
          const titles = plansOfDay.map(({ title }) => title)
          const what = formatList(more > 0 ? [...titles, t('more', { n: more })] : titles, locale)
          return (
            <li
              key={day}
              {...(day === today ? { 'aria-current': 'date' as const } : {})}
              className={classes(
                'grid justify-items-center gap-0.5 rounded-field py-2',
                day === today && 'border border-line bg-surface',
              )}
            >
              <span aria-hidden="true" className="text-smallest text-ink-3">
                {formatWeekday(weekday(day), locale, 'short')}
              </span>
              <span aria-hidden="true" className="font-bold">
                {Number(day.slice(8))}
              </span>
              <span aria-hidden="true" className="flex min-h-5 flex-wrap items-center justify-center">
                {plansOfDay.slice(0, 3).map(({ id, types: [type] }) =>
                  type ? (
                    <span key={id} className={classes(hueOf[type], 'text-hue-text')}>
                      <TypeIcon type={type} size={16} />
                    </span>
                  ) : (
                    <span key={id} className="mx-0.5 size-[0.375rem] rounded-full bg-ink-3" />
                  ),
                )}
              </span>
              <span className="sr-only">
                {plansOfDay.length > 0
                  ? t('onDay', { day: formatDay(day, locale, today), what })
                  : formatDay(day, locale, today)}
              </span>
            </li>
          )
        })}
      </ol>
      {answered ? <AnsweredWeek line={answered} today={today} locale={locale} /> : null}
    </Section>
  )
}
