import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { effectivePauses, currentRest } from './discussion'

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
