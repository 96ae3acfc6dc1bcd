import type { ReactElement } from 'react'
import { Disclosure } from '@/components/ui/disclosure'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { translate } from '@/lib/messages/translate'

/** How many are shown at first in a step, which is short. */
const FIRST = 2

type FirstRowsProps = Readonly<{
  rows: readonly ReactElement[]
  /** In a step of a month: the first rows, and how many more there are as a line that opens them. */
  folds: boolean
  locale: string
}>

/** The rows of a list of a month. A single one more is not folded: it has the height of the line that would open it. */
export function FirstRows({ rows, folds, locale }: FirstRowsProps) {
  const shown = folds && rows.length > FIRST + 1 ? FIRST : rows.length
  const rest = rows.slice(shown)
  return (
    <>
      <ul className="lined">{rows.slice(0, shown)}</ul>
      {rest.length > 0 ? (
        <Disclosure summary={translate(locale, monthsMessages)('flow.rest', { n: rest.length })}>
          <ul className="lined">{rest}</ul>
        </Disclosure>
      ) : null}
    </>
  )
}
