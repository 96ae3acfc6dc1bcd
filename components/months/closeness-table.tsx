import { TypeMark } from '@/components/intimacy/type-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { answeredTypes } from '@/lib/check-ins/view'
import type { Pair } from '@/lib/couples/people'
import { checkInsMessages } from '@/lib/messages/rooms/check-ins'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'
import type { ClosenessWeek } from '@/lib/months/closeness'
import { formatShortDay } from '@/lib/time/format'

type ClosenessTableProps = Readonly<{ weeks: readonly ClosenessWeek[]; people: Pair<string>; locale: string }>

/** The month's answers as numbers: a row for each week, and one for each type answered in it. */
export function ClosenessTable({ weeks, people, locale }: ClosenessTableProps) {
  const t = translate(locale, monthsMessages)
  const tCheckIns = translate(locale, checkInsMessages)
  const cell = (answer: { now: number; wish: number | null } | null) =>
    !answer
      ? tCheckIns('both.leftOut')
      : answer.wish === null
        ? String(answer.now)
        : tCheckIns('both.cell', { now: answer.now, wish: answer.wish })
  return (
    <Disclosure summary={t('chart.numbers')} icon={<Icon icon="table-2" />} className="mt-3">
      <table className="mt-1 w-full table-fixed border-collapse text-small">
        <caption className="pb-2 text-left text-ink-3">{t('chart.caption')}</caption>
        <thead>
          <tr className="border-b border-line text-left text-ink-3">
            <th scope="col" className="w-[36%] py-2 pe-3 font-strong">
              <span className="sr-only">{t('chart.kind')}</span>
            </th>
            {people.map((name, place) => (
              <th key={place} scope="col" className="py-2 pe-3 font-strong wrap-anywhere last:pe-0">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {weeks
          .filter(({ is }) => is !== 'open')
          .map(({ first, both }) => (
            <tbody key={first}>
              <tr className="border-b border-line">
                <th scope="row" className="py-2.5 pe-3 text-left font-bold">
                  {formatShortDay(first, locale)}
                </th>
                {both
                  ? both.map((answer, place) => (
                      <td key={place} className="py-2.5 pe-3 last:pe-0">
                        {cell(answer)}
                      </td>
                    ))
                  : people.map((_, place) => (
                      <td key={place} className="py-2.5 pe-3 text-ink-3 last:pe-0">
                        {t('chart.skipped')}
                      </td>
                    ))}
              </tr>
              {both
                ? answeredTypes(both).map((type) => (
                    <tr key={type} className="border-b border-line">
                      <th scope="row" className="py-2 ps-3 pe-3 text-left font-normal">
                        <TypeMark locale={locale} type={type} size="small" />
                      </th>
                      {both.map((answer, place) => (
                        <td key={place} className="py-2 pe-3 last:pe-0">
                          {cell(answer.types[type])}
                        </td>
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
