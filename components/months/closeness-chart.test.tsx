import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Step } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { monthCloseness, type ClosenessWeek } from '@/lib/months/closeness'
import { addDays, parseDay } from '@/lib/time/day'
import { ClosenessChart } from './closeness-chart'
import { ClosenessTable } from './closeness-table'

const people: Pair<string> = ['Noor', 'Elias']
const none = { emotional: null, physical: null, intellectual: null, experiential: null, spiritual: null }
const closenessOf = (step: Step) => ({ now: step, wish: step, types: none })

/** Weeks from 2 November on: `+` both answered, `-` skipped, `.` open. */
const weeksOf = (text: string): ClosenessWeek[] =>
  [...text].map((state, index) => ({
    first: addDays(parseDay('2026-11-02'), 7 * index),
    is: state === '+' ? 'both' : state === '-' ? 'skipped' : 'open',
    both: state === '+' ? [closenessOf(3), closenessOf(5)] : null,
  }))
const count = (html: string, part: string) => html.split(part).length - 1

test.each([
  ['+', 1, 0],
  ['+++', 3, 0],
  ['+++.', 3, 0],
  ['++-++', 4, 0],
  ['+++-+', 4, 0],
  // A band and two lines.
  ['++++', 4, 3],
  ['-++++', 4, 3],
  ['+++++', 5, 3],
])('%s: marks for %i answered weeks, and %i paths', (weeks, answered, paths) => {
  const html = renderToStaticMarkup(
    <ClosenessChart closeness={monthCloseness(weeksOf(weeks))} what="now" people={people} locale="en-GB" />,
  )
  expect([count(html, '<rect'), count(html, '<path')]).toEqual([answered, paths])
})

test('a week that not both answered says so, and nothing about who did not', () => {
  const html = renderToStaticMarkup(<ClosenessTable weeks={weeksOf('+-.')} people={people} locale="en-GB" />)
  expect(html).toContain('<td colSpan="2" class="py-2.5 text-ink-3">not answered by both</td>')
  expect(html).not.toContain('16 Nov')
})
