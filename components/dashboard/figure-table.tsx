import type { ReactNode } from 'react'
import { TypeMark } from '@/components/intimacy/type-mark'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import type { Pair } from '@/lib/couples/people'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import { dashboardMessages } from '@/lib/messages/rooms/dashboard'
import { translate } from '@/lib/messages/translate'

type FigureTableProps = Readonly<{
  summary: string
  caption: string
  /** The names, in pairing order. */
  people: Pair<string>
  locale: string
  rows: readonly Readonly<{ type: IntimacyType; cells: Pair<ReactNode> }>[]
}>

/** The exact values of a flower: a row for each type, a column for each person. */
export const FigureTable = ({ summary, caption, people, locale, rows }: FigureTableProps) => (
  <Disclosure summary={summary} icon={<Icon icon="table-2" />} className="mt-2">
    <table className="numbers numbers-wide">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="text-ink-3">
          <th scope="col" className="w-[41%] font-strong">
            {translate(locale, dashboardMessages)('hopes.type')}
          </th>
          {people.map((name, index) => (
            <th key={index} scope="col" dir="auto" className="font-strong wrap-anywhere">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ type, cells }) => (
          <tr key={type}>
            <th scope="row">
              <TypeMark type={type} locale={locale} />
            </th>
            <td>{cells[0]}</td>
            <td>{cells[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Disclosure>
)
