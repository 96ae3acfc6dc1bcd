import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import { parseWallTime } from '@/lib/time/wall-time'
import { draftOf, proposalOf, rhythmOf, toggleWeekday, type ProposalDraft } from './proposal'

const today = parseDay('2026-11-24')
const [lisbon, montreal] = ['Europe/Lisbon', 'America/Montreal'].map(parseZone) as [
  ProposalDraft['zone'],
  ProposalDraft['zone'],
]
const writer = { zone: lisbon, today, weekStart: 1 as const }
const draft = (change: Partial<ProposalDraft> = {}): ProposalDraft => ({
  title: ' Soup ',
  types: ['experiential'],
  weekdays: [4],
  time: '22:30',
  minutes: 60,
  zone: lisbon,
  everyWeeks: 1,
  startsOn: today,
  ...change,
})

test('a complete draft makes a proposal, with its title trimmed', () => {
  expect(proposalOf(draft(), writer)).toMatchObject({
    gaps: [],
    terms: { title: 'Soup', startsOn: '2026-11-24', time: '22:30' },
  })
})

test('gaps are listed in the order of the fields', () => {
  const empty = draft({ title: ' ', types: [], weekdays: [], time: '', startsOn: '' })
  expect(proposalOf(empty, writer)).toEqual({ gaps: ['weekdays', 'time', 'title', 'types', 'startsOn'], terms: null })
  for (const startsOn of ['2026-11-23', '2026-02-30', '2200-01-01', '20'])
    expect(proposalOf(draft({ startsOn }), writer).gaps).toEqual(['startsOn'])
})

test('a draft has dates as soon as it has days, a time and a first day', () => {
  expect(rhythmOf(draft({ title: '', types: [] }), writer)).toMatchObject({ weekdays: [4], weekStart: 1 })
  for (const part of [{ weekdays: [] }, { time: '2' }, { startsOn: '' }])
    expect(rhythmOf(draft(part), writer)).toBeNull()
})

test('a person in another zone types their own clock, and the ritual keeps its own', () => {
  const inMontreal = { ...writer, zone: montreal }
  expect(proposalOf(draft({ time: '17:30' }), inMontreal).terms).toMatchObject({
    time: '22:30',
    weekdays: [4],
    zone: lisbon,
  })
  expect(proposalOf(draft({ time: '20:30' }), inMontreal).terms).toMatchObject({
    time: '01:30',
    weekdays: [5],
    startsOn: '2026-11-25',
  })
})

test('other terms begin with the present ones by one’s own clock, and unchanged they are the same', () => {
  const terms = {
    title: 'Soup',
    types: ['experiential' as const],
    weekdays: [4 as const],
    time: parseWallTime('02:00'),
    minutes: 60,
    zone: lisbon,
    everyWeeks: 1 as const,
    startsOn: parseDay('2026-11-24'),
    weekStart: 1 as const,
  }
  const inMontreal = { ...writer, zone: montreal }
  const own = draftOf({ ...terms, startsOn: parseDay('2026-11-25') }, inMontreal)
  expect(own).toMatchObject({ title: 'Soup', time: '21:00', weekdays: [3], startsOn: '2026-11-24', zone: lisbon })
  const { weekStart: _, ...chosen } = terms
  expect(proposalOf(own, inMontreal, 'Soup').terms).toEqual({ ...chosen, startsOn: '2026-11-25' })
  // The first day is over for the one who is ahead: the form begins with a day that can be sent.
  const begun = draftOf({ ...terms, startsOn: today }, inMontreal)
  expect(proposalOf(begun, inMontreal, 'Soup').gaps).toEqual([])
})

test('weekdays are in order however they are chosen', () => {
  expect(toggleWeekday([5], 2)).toEqual([2, 5])
  expect(toggleWeekday([2, 5], 5)).toEqual([2])
})
