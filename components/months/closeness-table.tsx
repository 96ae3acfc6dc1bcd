import { TypeMark } from '@/components/intimacy/type-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { answerInNumbers } from '@/lib/check-ins/in-words'
import { answeredTypes } from '@/lib/check-ins/view'
import type { Pair } from '@/lib/couples/people'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { ClosenessWeek } from '@/lib/months/closeness'
import { formatShortDayInYear } from '@/lib/time/format'

type ClosenessTableProps = Readonly<{ weeks: readonly ClosenessWeek[]; people: Pair<string>; locale: string }>

/** The month's answers as numbers: a row for each week, and one for each type answered in it. */
export function ClosenessTable({ weeks, people, locale }: ClosenessTableProps) {
  const t = translate(locale, monthsMessages)
  return (
    <Disclosure summary={t('chart.numbers')} icon={<Icon icon="table-2" />}>
      <table className="numbers">
        <caption className="pb-2 text-left text-ink-3">{t('chart.caption')}</caption>
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="w-[36%] font-strong">
              <span className="sr-only">{t('chart.kind')}</span>
            </th>
            {people.map((name, place) => (
              <th key={place} scope="col" dir="auto" className="font-strong wrap-anywhere">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {weeks
          .filter(({ is }) => is !== 'open')
          .map(({ first, both }) => (
            <tbody key={first}>
              <tr>
                <th scope="row" className="py-2.5 font-bold">
                  {formatShortDayInYear(first, locale)}
                </th>
                {both ? (
                  both.map((answer, place) => (
                    <td key={place} className="py-2.5">
                      {answerInNumbers(answer, locale)}
                    </td>
                  ))
                ) : (
                  <td colSpan={people.length} className="py-2.5 text-ink-3">
                    {t('chart.skipped')}
                  </td>
                )}
              </tr>
              {both
                ? answeredTypes(both).map((type) => (
                    <tr key={type}>
                      <th scope="row" className="ps-3">
                        <TypeMark locale={locale} type={type} size="small" />
                      </th>
                      {both.map((answer, place) => (
                        <td key={place}>{answerInNumbers(answer.types[type], locale)}</td>
                      ))}
                    </tr>
                  ))
                : null}
            </tbody>
          ))}
      </table>
    </Disclosure>
  )
}
