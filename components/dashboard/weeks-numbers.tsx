import type { ReactNode } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { WideTable } from '@/components/ui/wide-table'
import type { Week } from '@/lib/time/week'
import { formatShortDayInYear } from '@/lib/time/format'

type WeeksNumbersProps = Readonly<{
  weeks: readonly Week[]
  /** What opens the table, what it holds, and the heading of its first column. */
  labels: Readonly<Record<'summary' | 'caption' | 'row', string>>
  /** The class of the first column's width. */
  rowWidth: 'w-[27%]' | 'w-[34%]'
  locale: string
  /** The heading of a week where it is not its first day; null where it is. */
  headingOf?: (week: Week) => ReactNode
  /** The table's bodies, with a cell for each week. */
  children: ReactNode
}>

/** Strips as numbers: a table with a column for each week, which scrolls by itself where it is too wide. */
export const WeeksNumbers = ({ weeks, labels, rowWidth, locale, headingOf, children }: WeeksNumbersProps) => (
  <Disclosure summary={labels.summary} icon={<Icon icon="table-2" />} className="border-t border-line pt-1">
    <WideTable label={labels.caption} className="w-0 min-w-full">
      <table className="mt-1 w-full min-w-[22rem] table-fixed border-collapse beside:min-w-0 text-small [&_td]:text-center [&_td]:font-strong">
        <caption className="sr-only">{labels.caption}</caption>
        <thead>
          <tr className="text-ink-3 *:pb-2 *:align-bottom *:font-strong">
            <th scope="col" className={`${rowWidth} pe-2 text-left`}>
              <span className="sr-only">{labels.row}</span>
            </th>
            {weeks.map((week) => (
              <th key={week.id} scope="col" className="text-center text-mark leading-tight whitespace-pre-line">
                {/* Day above month: eight columns have no room for both on a line. */}
                {headingOf?.(week) ?? formatShortDayInYear(week.first, locale).replace(' ', '\n')}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </WideTable>
  </Disclosure>
)

type WeekCellsProps = Readonly<{ weeks: readonly Week[]; perWeek: readonly number[] }>

/** A cell for each week of a row. That of a quiet week is empty. */
export const WeekCells = ({ weeks, perWeek }: WeekCellsProps) =>
  perWeek.map((days, index) => <td key={weeks[index]?.id ?? index}>{days === 0 ? null : days}</td>)
