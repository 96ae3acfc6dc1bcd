import { hueOf } from '@/components/intimacy/hue'
import { TypeIcon } from '@/components/intimacy/type-mark'
import { classes } from '@/components/ui/classes'
import { Section } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/links'
import type { People } from '@/lib/couples/people'
import { translate } from '@/lib/messages/translate'
import { datesWithin } from '@/lib/rituals/coming'
import type { Ritual } from '@/lib/rituals/contract'
import { dayIn, daysFrom, weekday } from '@/lib/time/day'
import { formatDay, formatList, formatWeekday } from '@/lib/time/format'
import { weekOf } from '@/lib/time/week'

/** The couple's week that holds today, with the dates of the rituals on the reader's own days. */
export function WeekStrip({ rituals, people: { me, locale, now } }: { rituals: readonly Ritual[]; people: People }) {
  const t = translate('today')
  const weekStart = rituals[0]?.terms.weekStart
  if (!weekStart) return null
  const today = dayIn(now, me.zone)
  const { first, last } = weekOf(today, weekStart)
  const dates = datesWithin(rituals, me.zone, first, last)
  return (
    <Section id="week" title={t('week')} aside={<TextLink alone href="/rituals">{t('weekAll')}</TextLink>}>
      <ol className="grid grid-cols-7">
        {daysFrom(first, last).map((day) => {
          const on = dates.filter(({ start }) => dayIn(start, me.zone) === day)
          const titles = formatList(on.map(({ terms }) => terms.title), 'en-GB')
          return (
            <li
              key={day} {...(day === today ? { 'aria-current': 'date' as const } : {})}
              className={classes('grid justify-items-center gap-0.5 rounded-field py-2', day === today && 'border border-line bg-surface')}
            >
              <span aria-hidden="true" className="text-smallest text-ink-3">{formatWeekday(weekday(day), locale, 'short')}</span>
              <span aria-hidden="true" className="font-bold">{Number(day.slice(8))}</span>
              <span aria-hidden="true" className="flex h-5 gap-0.5">
                {on.slice(0, 3).map(({ ritual: { id }, onDate, terms: { types: [type] } }) => (type ? <span key={`${id} ${onDate}`} className={classes(hueOf[type], 'text-hue-text')}><TypeIcon type={type} size={16} /></span> : null))}
              </span>
              <span className="sr-only">{on.length > 0 ? t('onDay', { day: formatDay(day, locale), what: titles }) : formatDay(day, locale)}</span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
