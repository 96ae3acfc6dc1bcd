import { hueOf } from '@/components/intimacy/hue'
import { TypeList } from '@/components/intimacy/type-mark'
import { Link } from '@/components/ui/link'
import type { Coming } from '@/lib/rituals/coming'
import type { Ritual } from '@/lib/rituals/contract'
import { translate } from '@/lib/messages/translate'
import { dayIn, weekday, type Day } from '@/lib/time/day'
import { formatShortDay, formatWeekday } from '@/lib/time/format'
import { TwoTimes, type Onlookers } from './two-times'

type AgendaProps = Onlookers & Readonly<{ dates: readonly Coming<Ritual>[]; today: Day }>

/** The next dates of all rituals under the reader's own days, in the hue of what each feeds first. */
export function Agenda({ dates, today, ...onlookers }: AgendaProps) {
  const { me, locale } = onlookers
  const days = [...new Set(dates.map(({ start }) => dayIn(start, me.zone)))]
  return (
    <ol className="divide-y divide-line border-y border-line">
      {days.map((day) => (
        <li key={day} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 py-3.5">
          <p className="pt-2 text-small text-ink-3">
            {day === today ? translate('rituals')('list.today') : formatWeekday(weekday(day), locale, 'short')}
            <span className="block font-bold text-ink">{formatShortDay(day, locale)}</span>
          </p>
          <ul className="grid gap-2.5">
            {dates.filter(({ start }) => dayIn(start, me.zone) === day).map(({ ritual: { id }, terms, onDate, start }) => (
              <li key={`${id} ${onDate}`}>
                <Link href={`/rituals/${id}`} className={`${hueOf[terms.types[0] ?? 'emotional']} block rounded-field bg-hue-tint px-4 py-3`}>
                  <TypeList types={terms.types} size="small" />
                  <span className="mt-0.5 mb-1 block font-bold">{terms.title}</span>
                  <TwoTimes start={start} look="row" {...onlookers} />
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
