import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseZone } from '@/lib/time/zone'
import { proposalOf, rhythmOf, toggleWeekday, type ProposalDraft } from './proposal'

const today = parseDay('2026-11-24')
const draft = (change: Partial<ProposalDraft> = {}): ProposalDraft => ({
  title: ' Soup ',
  types: ['experiential'],
  weekdays: [4],
  time: '22:30',
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  everyWeeks: 1,
  startsOn: today,
  ...change,
})

test('a complete draft makes a proposal, with its title trimmed', () => {
  expect(proposalOf(draft(), today)).toMatchObject({
    gaps: [],
    terms: { title: 'Soup', startsOn: '2026-11-24', time: '22:30' },
  })
})

test('gaps are listed in the order of the fields', () => {
  const empty = draft({ title: ' ', types: [], weekdays: [], time: '', startsOn: '' })
  expect(proposalOf(empty, today)).toEqual({ gaps: ['title', 'types', 'weekdays', 'time', 'startsOn'], terms: null })
  for (const startsOn of ['2026-11-23', '2026-02-30', '2200-01-01', '20'])
    expect(proposalOf(draft({ startsOn }), today).gaps).toEqual(['startsOn'])
})

test('a draft has dates as soon as it has days, a time and a first day', () => {
  expect(rhythmOf(draft({ title: '', types: [] }), 1)).toMatchObject({ weekdays: [4], weekStart: 1 })
  for (const part of [{ weekdays: [] }, { time: '2' }, { startsOn: '' }]) expect(rhythmOf(draft(part), 1)).toBeNull()
})

test('weekdays are in order however they are chosen', () => {
  expect(toggleWeekday([5], 2)).toEqual([2, 5])
  expect(toggleWeekday([2, 5], 5)).toEqual([2])
})
