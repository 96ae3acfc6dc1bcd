import type { Pair } from '@/lib/couples/people'
import { TypeMark } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import type { DaysFed } from '@/lib/dashboard/days-fed'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'
import { WeekCells, WeeksNumbers } from './weeks-numbers'

type WeeksTableProps = Readonly<{ fed: DaysFed; people: Pair<string>; locale: string }>

/** The strips as numbers: two rows for each type, a column for each week. */
export const WeeksTable = ({ fed, people, locale }: WeeksTableProps) => {
  const t = translate(locale, dashboardMessages)
  return (
    <WeeksNumbers
      weeks={fed.weeks}
      labels={{ summary: t('weeks.showNumbers'), caption: t('weeks.numbers'), row: t('weeks.who') }}
      rowWidth="w-[27%]"
      locale={locale}
      headingOf={(week) =>
        week === fed.weeks.at(-1) ? (
          <>
            <span className="sr-only">{t('weeks.present', { day: formatShortDayInYear(week.first, locale) })}</span>
            <span aria-hidden="true">{t('weeks.now')}</span>
          </>
        ) : null
      }
    >
      {fed.types.map(({ type, perWeek }) => (
        <tbody key={type} className="border-t border-line">
          <tr>
            <th scope="rowgroup" colSpan={fed.weeks.length + 1} className="pt-2.5 text-left font-normal">
              <TypeMark type={type} locale={locale} />
            </th>
          </tr>
          {perWeek.map((lane, person) => (
            <tr key={person}>
              <th scope="row" className="py-1.5 pe-1.5 text-left font-normal text-ink-2">
                <span className="flex items-center gap-2">
                  <PartnerMark slot={person === 0 ? 1 : 2} size={10} />
                  <bdi className="min-w-0 wrap-anywhere">{people[person === 0 ? 0 : 1]}</bdi>
                </span>
              </th>
              <WeekCells weeks={fed.weeks} perWeek={lane} />
            </tr>
          ))}
        </tbody>
      ))}
    </WeeksNumbers>
  )
}
