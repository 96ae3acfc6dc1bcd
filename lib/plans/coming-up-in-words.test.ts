import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { datesAfterInWords, movedInWords, skippedInWords } from './coming-up-in-words'
import type { Plan } from './contract'

const reader = { locale: 'en-GB', zone: parseZone('Europe/Lisbon'), today: parseDay('2026-11-24') }
const date = (on: string, change: Partial<Plan> = {}): Plan => ({
  id: on,
  ritualId: 'soup',
  onDate: parseDay(on),
  kind: 'together',
  version: 0,
  title: 'Soup',
  what: '',
  place: '',
  types: [],
  plannedOn: parseDay(on),
  time: parseWallTime('22:30'),
  minutes: 60,
  zone: reader.zone,
  skipped: false,
  items: [],
  tookPart: [],
  ...change,
})
const next = date('2026-11-26')

test('the dates after the next are days, with what is different about them', () => {
  expect(datesAfterInWords(next, [], reader)).toBeNull()
  expect(datesAfterInWords(next, [date('2026-12-03'), date('2027-01-07')], reader)).toBe(
    'Then Thu 3 Dec and Thu 7 Jan 2027.',
  )
  expect(
    datesAfterInWords(
      next,
      [
        date('2026-12-03', { time: parseWallTime('20:00') }),
        date('2026-12-10', { plannedOn: parseDay('2026-12-11') }),
        date('2026-12-17', { time: null }),
      ],
      reader,
    ),
  ).toBe('Then Thu 3 Dec at 20:00, Fri 11 Dec (moved from Thu 10 Dec) and Thu 17 Dec.')
})

test('a date is on its own day for a reader elsewhere, and a time of its own names their weekday', () => {
  const away = { ...reader, zone: parseZone('Asia/Tokyo') } // 07:30 on the day after
  const then = [date('2026-12-03'), date('2026-12-10', { time: parseWallTime('21:00') })]
  expect(datesAfterInWords(next, then, away)).toBe('Then Thu 3 Dec and Thu 10 Dec at Fri 06:00.')
  expect(skippedInWords(then, away)).toBe('Not on Thu 3 Dec and Thu 10 Dec.')
})

test('a moved date says from when, and skipped ones are named, many of them in part', () => {
  expect(movedInWords(next, reader)).toBeNull()
  expect(movedInWords(date('2026-11-26', { plannedOn: parseDay('2026-11-27') }), reader)).toBe('Moved from Thu 26 Nov.')
  expect(movedInWords(date('2026-11-26', { ritualId: null, plannedOn: parseDay('2026-11-27') }), reader)).toBeNull()
  const skipped = ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'].map((day) => date(day, { skipped: true }))
  expect(skippedInWords([], reader)).toBeNull()
  expect(skippedInWords(skipped.slice(0, 2), reader)).toBe('Not on Thu 3 Dec and Thu 10 Dec.')
  expect(skippedInWords(skipped, reader)).toBe('Not on Thu 3 Dec, Thu 10 Dec, Thu 17 Dec and others.')
})
