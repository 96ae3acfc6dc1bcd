import type { Pair } from '@/lib/couples/people'
import { TypeMark } from '@/components/intimacy/type-mark'
import { PartnerMark } from '@/components/people/partner-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { WideTable } from '@/components/ui/wide-table'
import type { DaysFed } from '@/lib/dashboard/days-fed'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'
import { formatShortDayInYear } from '@/lib/time/format'

type WeeksTableProps = Readonly<{ fed: DaysFed; people: Pair<string>; locale: string }>

/** The strips as numbers: two rows for each type, a column for each week. */
export const WeeksTable = ({ fed, people, locale }: WeeksTableProps) => {
  const t = translate(locale, dashboardMessages)
  return (
    <Disclosure summary={t('weeks.showNumbers')} icon={<Icon icon="table-2" />} className="border-t border-line pt-1">
      <WideTable label={t('weeks.numbers')} className="w-0 min-w-full">
        <table className="mt-1 w-full min-w-[22rem] table-fixed border-collapse beside:min-w-0 text-small [&_td]:text-center [&_td]:font-strong">
          <caption className="sr-only">{t('weeks.numbers')}</caption>
          <thead>
            <tr className="text-ink-3 *:pb-2 *:align-bottom *:font-strong">
              <th scope="col" className="w-[27%] pe-2 text-left">
                <span className="sr-only">{t('weeks.who')}</span>
              </th>
              {fed.weeks.map(({ id, first }, index) => (
                <th key={id} scope="col" className="text-center text-mark leading-tight whitespace-pre-line">
                  {index === fed.weeks.length - 1 ? (
                    <>
                      <span className="sr-only">
                        {t('weeks.present', { day: formatShortDayInYear(first, locale) })}
                      </span>
                      <span aria-hidden="true">{t('weeks.now')}</span>
                    </>
                  ) : (
                    // Day above month: eight columns have no room for both on a line.
                    formatShortDayInYear(first, locale).replace(' ', '\n')
                  )}
                </th>
              ))}
            </tr>
          </thead>
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
                  {lane.map((days, index) => (
                    // a quiet week is an empty cell
                    <td key={fed.weeks[index]?.id ?? index}>{days === 0 ? null : days}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </WideTable>
    </Disclosure>
  )
}
