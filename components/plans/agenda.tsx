import { TypeList } from '@/components/intimacy/type-mark'
import type { ZonedPeople } from '@/components/people/two-times'
import { Link } from '@/components/ui/link'
import { ritualsMessages } from '@/lib/messages/rooms/rituals'
import { translate } from '@/lib/messages/translate'
import { datesAfterInWords, movedInWords, skippedInWords } from '@/lib/plans/coming-up-in-words'
import type { ComingUp } from '@/lib/plans/upcoming-plans'
import { weekday, type Day } from '@/lib/time/day'
import { formatShortDay, formatWeekday } from '@/lib/time/format'
import { weekOf, type WeekStart } from '@/lib/time/week'
import { PlanTimes } from './plan-times'

type AgendaProps = ZonedPeople & Readonly<{ coming: readonly ComingUp[]; today: Day; weekStart: WeekStart }>

/**
 * What comes next under the plans' own days, as weeks have them, each ritual once with the dates after it. Plain rows: panels would all
 * have the colour of the one ritual most are of.
 */
export function Agenda({ coming, today, weekStart, ...people }: AgendaProps) {
  const { me, locale } = people
  const reader = { locale, zone: me.zone, today }
  const days = [...new Set(coming.map(({ next }) => next.plannedOn))].sort()
  return (
    <ol className="lined">
      {days.map((day) => (
        <li key={day} className="grid grid-cols-1 gap-2 py-3.5 beside:grid-cols-[4.5rem_minmax(0,1fr)]">
          <p className="text-small text-ink-3">
            {day === today
              ? translate(locale, ritualsMessages)('list.today')
              : formatWeekday(weekday(day), locale, 'short')}
            <span className="block font-bold text-ink">{formatShortDay(day, locale, today)}</span>
          </p>
          <ul className="grid grid-cols-1 gap-4">
            {coming
              .filter(({ next }) => next.plannedOn === day)
              .map(({ next, then, skipped }) => {
                const { id, title, types, plannedOn } = next
                const lines = [
                  movedInWords(next, reader),
                  datesAfterInWords(next, then, reader),
                  skippedInWords(skipped, reader),
                ].filter((line) => line !== null)
                return (
                  <li key={id}>
                    <Link href={`/week/${weekOf(plannedOn, weekStart).id}#plan-${id}`} className="group block">
                      <bdi className="mb-0.5 block plan-title wrap-anywhere group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4">
                        {title}
                      </bdi>
                      <PlanTimes plan={next} {...people} />
                      <TypeList locale={locale} types={types} size="small" className="mt-0.5" />
                    </Link>
                    {lines.length > 0 ? <p className="mt-1 text-small text-ink-3">{lines.join(' ')}</p> : null}
                  </li>
                )
              })}
          </ul>
        </li>
      ))}
    </ol>
  )
}
