import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import type { ProposalDraft } from './proposal'
import { daysOfSentence, moreInWords, otherClockInWords } from './sentence'

const [lisbon, montreal] = ['Europe/Lisbon', 'America/Montreal'].map(parseZone) as [
  ProposalDraft['zone'],
  ProposalDraft['zone'],
]
const writer = { zone: lisbon, today: parseDay('2026-11-24'), weekStart: 1 as const }
const elias = { partner: { name: 'Elias', zone: montreal }, locale: 'en-GB' }
const draft = (change: Partial<ProposalDraft> = {}): ProposalDraft => ({
  title: 'cook the same soup',
  types: [],
  weekdays: [4],
  time: '22:30',
  minutes: 60,
  zone: lisbon,
  everyWeeks: 1,
  startsOn: '2026-11-24',
  ...change,
})
const begin = (weekdays: ProposalDraft['weekdays'], everyWeeks: ProposalDraft['everyWeeks'] = 1) => {
  const { every, days } = daysOfSentence(weekdays, everyWeeks, 'en-GB')
  return `${every} ${days}`.trim()
}

test('the beginning is plain grammar for any weekdays, and for every second or fourth week', () => {
  expect(begin([4])).toBe('Every Thursday')
  expect(begin([1, 4])).toBe('Every Monday and Thursday')
  expect(begin([1, 3, 5])).toBe('Every Mon, Wed and Fri')
  expect(begin([1, 2, 3, 4, 5, 6, 7])).toBe('Every day')
  expect(begin([4], 2)).toBe('Every second Thursday')
  expect(begin([4], 4)).toBe('Every fourth Thursday')
  expect(begin([1, 4], 2)).toBe('Every second week on Monday and Thursday')
  expect(begin([1, 2, 3, 4, 5, 6, 7], 2)).toBe('Every second week on all seven days')
  expect(begin([])).toBe('Every')
})

test('the other’s time is that of the first date, with the weekdays where they are others', () => {
  expect(otherClockInWords(draft(), writer, elias)).toBe('17:30 for Elias')
  expect(otherClockInWords(draft({ startsOn: '2026-10-29' }), writer, elias)).toBe('18:30 for Elias')
  expect(otherClockInWords(draft({ time: '02:00' }), writer, elias)).toBe('21:00 for Elias, Wednesday')
  expect(otherClockInWords(draft({ time: '02:00', weekdays: [1, 4] }), writer, elias)).toBe(
    '21:00 for Elias, Wednesday and Sunday',
  )
  expect(otherClockInWords(draft({ time: '' }), writer, elias)).toBeNull()
  expect(otherClockInWords(draft(), { ...writer, zone: montreal }, elias)).toBeNull()
})

test('what is folded says what is set', () => {
  expect(moreInWords(draft(), writer, 'en-GB')).toBe('More: an hour, every week, from today')
  expect(moreInWords(draft({ everyWeeks: 2, startsOn: '2026-11-25', minutes: 90 }), writer, 'en-GB')).toBe(
    'More: an hour and 30 minutes, every second week, from tomorrow',
  )
  expect(moreInWords(draft({ startsOn: '2026-12-03', zone: montreal }), writer, 'en-GB')).toBe(
    'More: an hour, every week, from Thursday 3 December, by the clock in Montreal',
  )
  expect(moreInWords(draft({ startsOn: '' }), writer, 'en-GB')).toBe('More: an hour, every week, from which day?')
})
