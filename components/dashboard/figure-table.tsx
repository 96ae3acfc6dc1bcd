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
    <table className="mt-1 w-full max-w-140 table-fixed border-collapse text-small">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-ink-3">
          <th scope="col" className="w-[41%] py-2 pe-3 font-strong">
            {translate(locale, dashboardMessages)('hopes.type')}
          </th>
          {people.map((name, index) => (
            <th key={index} scope="col" className="py-2 pe-3 font-strong wrap-anywhere last:pe-0">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ type, cells }) => (
          <tr key={type} className="border-b border-line">
            <th scope="row" className="py-2.5 pe-3 text-left font-normal">
              <TypeMark type={type} locale={locale} />
            </th>
            <td className="py-2.5 pe-3">{cells[0]}</td>
            <td className="py-2.5">{cells[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Disclosure>
)
