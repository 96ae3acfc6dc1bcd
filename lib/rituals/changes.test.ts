import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { changesInWords } from './changes'
import { draftOf } from './proposal'

const lisbon = parseZone('Europe/Lisbon')
const soup = {
  title: 'Soup',
  types: ['experiential' as const],
  weekdays: [4 as const],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 2 as const,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: lisbon,
  weekStart: 1 as const,
}
const writerOn = (today: string) => ({ zone: lisbon, today: parseDay(today), weekStart: 1 as const })
const reader = { locale: 'en-GB', zone: lisbon }
const changesOf = (change: object, holds = true) => changesInWords(soup, { ...soup, ...change }, reader, holds)

test('only what changesOf is listed, in words, before and after', () => {
  expect(changesOf({ weekdays: [5], time: parseWallTime('19:30'), minutes: 90 })).toEqual([
    { what: 'days', before: 'Every second Thursday at 20:00', after: 'Every second Friday at 19:30' },
    { what: 'length', before: 'an hour', after: 'an hour and 30 minutes' },
  ])
  expect(
    changesOf({ title: 'Stew', types: ['physical', 'experiential'] }).map(({ what, after }) => [what, after]),
  ).toEqual([
    ['title', 'Stew'],
    ['types', 'Physical and Experiential'],
  ])
  expect(changesOf({})).toEqual([])
})

test('a later first day changes a proposal, but agreed terms only if it moves them to other weeks', () => {
  const [later, sameWeeks] = [{ startsOn: parseDay('2026-12-10') }, { startsOn: parseDay('2026-12-03') }]
  expect(changesOf(sameWeeks)).toEqual([])
  expect(changesOf(later).map(({ what }) => what)).toEqual(['starts'])
  expect(changesOf(sameWeeks, false).map(({ what }) => what)).toEqual(['starts'])
})

test('the draft of other terms begins on the next date of the current ones, so that the weeks stay the same', () => {
  expect(draftOf(soup, writerOn('2026-11-24'))).toMatchObject({
    title: 'Soup',
    weekdays: [4],
    time: '20:00',
    startsOn: '2026-12-03',
  })
  expect(draftOf(soup, writerOn('2026-11-19')).startsOn).toBe('2026-11-19')
  expect(draftOf(soup, writerOn('2026-11-01')).startsOn).toBe('2026-11-05')
})

test('whoever is in another zone reads what changes by their own clock too', () => {
  const inMontreal = { locale: 'en-GB', zone: parseZone('America/Montreal'), now: new Date('2026-11-24T12:00:00Z') }
  expect(changesInWords(soup, { ...soup, time: parseWallTime('19:00') }, inMontreal, true)).toEqual([
    {
      what: 'days',
      before: 'Every second Thursday at 20:00, Lisbon time (15:00 for you)',
      after: 'Every second Thursday at 19:00, Lisbon time (14:00 for you)',
    },
  ])
})

test('a clock change between two first days is no change of the days', () => {
  // Montréal is four hours behind Lisbon in the last week of October, and five before and after it
  const weekly = { ...soup, everyWeeks: 1 as const, zone: parseZone('America/Toronto'), time: parseWallTime('17:30') }
  const before = { ...weekly, startsOn: parseDay('2026-10-22') }
  const after = { ...weekly, startsOn: parseDay('2026-10-29') }
  const dated = { ...reader, now: new Date('2026-10-20T12:00:00Z') }
  expect(changesInWords(before, after, dated, true)).toEqual([])
  const moved = { ...after, time: parseWallTime('18:30') }
  expect(changesInWords(before, moved, dated, true).map(({ what, after: words }) => [what, words])).toEqual([
    ['days', expect.stringContaining('22:30 for you')],
  ])
})
