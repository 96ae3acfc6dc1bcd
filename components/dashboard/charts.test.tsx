import type { Pair } from '@/lib/couples/people'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { countDaysFed } from '@/lib/dashboard/days-fed'
import { firstPicture } from '@/lib/dashboard/hopes'
import { eightWeeks, feedingsOf, twelveWeeks } from '@/lib/testing/strips'
import { Bloom } from './bloom'
import { FirstPicture } from './first-picture'
import { halfPetal } from '@/components/intimacy/flower'
import { parseDay } from '@/lib/time/day'
import { WeekStrips } from './week-strips'

const people: Pair<string> = ['Noor', 'Elias <b>']
const strips = { emotional: ['1.3.....', '.......7'], physical: ['7777....', '........'] } as const
const fed = countDaysFed(feedingsOf(strips), [], eightWeeks)
const count = (html: string, part: string | RegExp) => html.split(part).length - 1
const cells = (html: string) =>
  [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => (cell ?? '').replaceAll(/<[^>]*>/g, ''))

/** The area of half a petal, from its path: the shoelace formula over points along its curves. */
function area(path: string): number {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
  const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []))
  const outline: Pair<number>[] = []
  for (let from = 0; from + 3 < points.length; from += 3) {
    const [a, b, c, d] = points.slice(from, from + 4)
    if (!a || !b || !c || !d) continue
    for (let step = 0; step <= 200; step += 1) {
      const s = step / 200
      const pointAt = (i: 0 | 1) =>
        (1 - s) ** 3 * a[i] + 3 * (1 - s) ** 2 * s * b[i] + 3 * (1 - s) * s ** 2 * c[i] + s ** 3 * d[i]
      outline.push([pointAt(0), pointAt(1)])
    }
  }
  const doubled = outline.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [0, 0]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(doubled) / 2
}

test('the area of half a petal is proportional to its step, on both sides', () => {
  const full = area(halfPetal(1))
  expect(area(halfPetal(1, Math.sqrt(1 / 3))) / full).toBeCloseTo(1 / 3, 2)
  expect(area(halfPetal(1, Math.sqrt(2 / 3))) / full).toBeCloseTo(2 / 3, 2)
  expect(area(halfPetal(0)) / full).toBeCloseTo(1, 5)
})

test('the bloom has a half petal for each person who fed a type, and its table the days', () => {
  const html = renderToStaticMarkup(<Bloom locale="en-GB" fed={fed} people={people} />)
  // In the last four weeks only the second person fed anything, one type.
  expect(count(html, 'fill-hue forced')).toBe(0)
  expect(count(html, 'stroke-hue forced')).toBe(1)
  expect(html).toContain(halfPetal(1))
  expect(cells(html)).toEqual([
    '0 days quiet',
    '7 days a lot',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
    '0 days quiet',
  ])
  expect(html).toContain(
    'role="img" aria-label="What each of you has been feeding in the last four weeks. Emotional: Noor quiet, Elias &lt;b&gt; a lot;',
  )
  expect(html).toContain('Noor, solid')
})

test('the strips have a mark for each week and person, a number from two days on, and a table with all of it', () => {
  const html = renderToStaticMarkup(<WeekStrips fed={fed} people={people} locale="en-GB" />)
  const used = [...html.matchAll(/<use href="#([\w-]+)"/g)].map(([, id]) => id)
  expect(used).toHaveLength(5 * 2 * 8)
  expect(used.filter((id) => id !== 'quiet')).toEqual(['disc-1', 'disc-3', 'diamond-7', ...Array(4).fill('disc-7')])
  const defined = [...html.matchAll(/<g id="([\w-]+)">(.*?)<\/g>/g)].map(([, id, mark]) => [
    id,
    />(\d)<\/text>/.exec(mark ?? '')?.[1],
  ])
  expect(defined).toEqual([
    ['quiet', undefined],
    ['disc-1', undefined],
    ['disc-3', '3'],
    ['disc-7', '7'],
    ['diamond-7', '7'],
  ])
  // each at its week, in a half of four, and its person's lane
  expect(html).toContain('<use href="#disc-3" x="62.5%" y="1em"></use>')
  expect(html).toContain('<use href="#diamond-7" x="87.5%" y="3em"></use>')
  expect(cells(html)).toEqual(
    fed.types.flatMap(({ perWeek }) => perWeek.flat().map((days) => (days === 0 ? '' : String(days)))),
  )
  expect(html).toContain(
    'aria-label="Physical, weeks of 28 Sept to 16 Nov, days in each. Noor: 7, 7, 7, 7, 0, 0, 0, 0. Elias &lt;b&gt;: 0, 0, 0, 0, 0, 0, 0, 0."',
  )
  expect(html).toContain('some weeks, from one or both')
  expect(html).not.toContain('quiet since')
  const types = {
    ...strips,
    physical: ['77777777....', '............'],
    emotional: ['7'.repeat(12), '.'.repeat(12)],
  } as const
  const gone = countDaysFed(feedingsOf(types, twelveWeeks), [], twelveWeeks)
  expect(renderToStaticMarkup(<WeekStrips locale="en-GB" fed={gone} people={people} />)).toContain('quiet since 26 Oct')
})

test('a type’s label can be wrapped in a link of that type', () => {
  const html = renderToStaticMarkup(
    <WeekStrips fed={fed} people={people} locale="en-GB" around={(type, label) => <a href={`#${type}`}>{label}</a>} />,
  )
  expect([...html.matchAll(/<a href="#(\w+)"/g)].map(([, type]) => type)).toEqual(fed.types.map(({ type }) => type))
})

test('the first picture outlines what a person would love more of and marks what feels fed', () => {
  const picture = firstPicture([
    { fed: ['emotional'], more: ['physical'] },
    { fed: [], more: ['physical', 'spiritual'] },
  ])
  const html = renderToStaticMarkup(<FirstPicture locale="en-GB" picture={picture} people={people} />)
  expect(count(html, 'stroke-hue forced')).toBe(3)
  expect(count(html, 'r="5.6"')).toBe(2)
  expect(count(html, 'stroke-hue-text')).toBe(2)
  expect(cells(html)).toEqual([
    'feels fed',
    'not marked',
    'would love more',
    'would love more',
    'not marked',
    'not marked',
    'not marked',
    'not marked',
    'not marked',
    'would love more',
  ])
  expect(html).toContain('Elias &lt;b&gt;')
})

test('a week that ended before they paired has no mark, not even that of a quiet week', () => {
  const marks = (startedOn: string) => {
    const young = countDaysFed([], [], { ...eightWeeks, startedOn: parseDay(startedOn) })
    const html = renderToStaticMarkup(<WeekStrips locale="en-GB" fed={young} people={people} />)
    return count(html, '<use ')
  }
  // Five types, two people, and so many of the eight weeks.
  expect([marks('2026-09-01'), marks('2026-11-08'), marks('2026-11-09'), marks('2026-11-22')]).toEqual([80, 30, 20, 10])
})

test('with nothing fed the flower is outlines alone', () => {
  const html = renderToStaticMarkup(<Bloom locale="en-GB" fed={countDaysFed([], [], eightWeeks)} people={people} />)
  expect(count(html, halfPetal(0))).toBe(5)
  expect(html).not.toContain('fill-hue ')
})
