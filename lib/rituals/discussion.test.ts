import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import type { Ritual } from './contract'
import { answeredVersion, currentRest, effectivePauses, newestAgreed, versionThatWaits } from './discussion'

const rest = (from: string, to: string | null) => ({ from: parseDay(from), to: to === null ? null : parseDay(to) })

test('a rest lasts until its day, or until the ritual is taken up again', () => {
  const today = parseDay('2026-11-24')
  expect(currentRest([], today)).toBeNull()
  expect(currentRest([rest('2026-11-20', null)], today)).toEqual(rest('2026-11-20', null))
  expect(currentRest([rest('2026-11-20', '2026-11-24')], today)).toBeNull()
  expect(currentRest([rest('2026-11-25', '2026-12-01')], today)).toEqual(rest('2026-11-25', '2026-12-01'))
  expect(currentRest([rest('2026-11-20', null), rest('2026-11-23', '2026-11-23')], today)).toBeNull()
})

test('a rest that was taken back on the same day leaves no pause; one that had an effect does', () => {
  expect(effectivePauses([rest('2026-11-24', null), rest('2026-11-24', '2026-11-24')])).toEqual([])
  const both = [rest('2026-11-20', null), rest('2026-11-24', '2026-11-24')]
  expect(effectivePauses(both)).toEqual(both)
  expect(effectivePauses([...both, rest('2026-11-24', '2026-12-01')])).toEqual([
    both[0],
    rest('2026-11-24', '2026-12-01'),
  ])
})

const [noor, elias] = ['noor', 'elias']

const terms = (version: number, proposerId: string, agreed: boolean): Ritual['terms'] => ({
  id: `terms-${version}`,
  version,
  proposerId,
  title: 'Soup, on a call',
  types: ['experiential'],
  weekdays: [4],
  startsOn: parseDay('2026-11-05'),
  everyWeeks: 1,
  time: parseWallTime('20:00'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
  weekStart: 1,
  agreed,
})

const held = (version: number, proposerId: string, agreedAt: string) => ({
  ...terms(version, proposerId, true),
  from: parseDay('2026-11-05'),
  agreedAt,
})

const ritual = (changes: Partial<Ritual>): Ritual => ({
  id: 'soup',
  coupleId: 'couple',
  proposerId: noor,
  state: 'proposed',
  endedById: null,
  endedAt: null,
  terms: terms(1, noor, false),
  version: 1,
  suggested: null,
  held: [],
  pauses: [],
  ...changes,
})

test('the terms that wait for a yes are those of their proposer, until the other has said it', () => {
  const proposed = ritual({})
  expect([versionThatWaits(proposed, noor), versionThatWaits(proposed, elias)]).toEqual([1, null])
  const answered = ritual({ terms: terms(2, elias, false), version: 2 })
  expect([versionThatWaits(answered, noor), versionThatWaits(answered, elias)]).toEqual([null, 2])
  const agreed = ritual({ state: 'agreed', terms: terms(1, noor, true), held: [held(1, noor, '2026-11-20T20:00:00Z')] })
  expect([versionThatWaits(agreed, noor), versionThatWaits(agreed, elias)]).toEqual([null, null])
  const again = { ...agreed, version: 2, suggested: terms(2, noor, false) }
  expect([versionThatWaits(again, noor), versionThatWaits(again, elias)]).toEqual([2, null])
})

test('a yes is news to who proposed the terms, for two weeks, and the newest of several', () => {
  const first = ritual({ id: 'first', state: 'agreed', held: [held(1, noor, '2026-11-20T20:00:00Z')] })
  const second = ritual({
    id: 'second',
    state: 'agreed',
    held: [held(1, elias, '2026-11-01T20:00:00Z'), held(2, noor, '2026-11-21T20:00:00Z')],
  })
  expect(answeredVersion(second, noor)?.version).toBe(2)
  expect(answeredVersion(second, elias)).toBeNull()
  const now = new Date('2026-11-24T12:00:00Z')
  expect(newestAgreed([second, first], noor, now)).toEqual({ id: 'second', version: 2, title: 'Soup, on a call' })
  expect(newestAgreed([second, first], elias, now)).toBeNull()
  expect(newestAgreed([ritual({}), { ...second, state: 'ended' }], noor, now)).toBeNull()
  expect(newestAgreed([first], noor, new Date('2026-12-04T20:00:00Z'))).toBeNull()
})
