import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Step } from '@/lib/check-ins/contract'
import type { Pair } from '@/lib/couples/people'
import { monthCloseness, type ClosenessWeek } from '@/lib/months/closeness'
import { addDays, parseDay } from '@/lib/time/day'
import { ClosenessFigure } from './closeness-chart'
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
const figureOf = (weeks: string) =>
  renderToStaticMarkup(<ClosenessFigure closeness={monthCloseness(weeksOf(weeks))} people={people} locale="en-GB" />)
const count = (html: string, part: string) => html.split(part).length - 1

test.each([
  ['.', 0],
  ['+', 1],
  ['+++', 3],
  ['+++.', 3],
  ['++-++', 4],
  ['+++-+', 4],
])('%s: under four answers in a row the circles of %i weeks are the chart, without an axis', (weeks, answered) => {
  const html = figureOf(weeks)
  expect([count(html, '<svg'), count(html, 'circles circles-now')]).toEqual([0, 2 * answered])
  expect(count(html, 'role="img"')).toBe(1)
  expect(count(html, 'quiet<')).toBe(count(weeks, '-'))
})

test.each([
  ['++++', 4],
  ['-++++', 4],
  ['+++++', 5],
])('%s: a chart with marks for %i weeks, a band and two lines', (weeks, answered) => {
  const html = figureOf(weeks)
  expect([count(html, '<rect'), count(html, '<path')]).toEqual([answered, 3])
})

test('a week that not both answered says so, and nothing about who did not', () => {
  const html = renderToStaticMarkup(<ClosenessTable weeks={weeksOf('+-.')} people={people} locale="en-GB" />)
  expect(html).toContain('<td colSpan="2" class="py-2.5 text-ink-3">quiet</td>')
  expect(html).not.toContain('16 Nov')
})
