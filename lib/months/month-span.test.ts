import { describe, expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { nextNumber, closingStateOf, type ClosingYes } from './closing'
import { hasMonth, monthToLookAt } from './month-span'

describe('the months of a couple', () => {
  const span = { startedOn: parseDay('2026-09-30'), today: parseDay('2026-11-01') }
  test.each([
    ['2026-08', false],
    ['2026-09', true],
    ['2026-10', true],
    ['2026-11', true],
    ['2026-12', false],
  ] as const)('%s: %s', (month, isShown) => {
    expect(hasMonth(parseMonth(month), span)).toBe(isShown)
  })
})

describe('Today links to a month in its last seven days and in the first seven of the next', () => {
  test.each([
    ['2026-11-23', null],
    ['2026-11-24', '2026-11'],
    ['2026-11-30', '2026-11'],
    ['2026-12-01', '2026-11'],
    ['2026-12-07', '2026-11'],
    ['2026-12-08', null],
    ['2027-01-03', '2026-12'],
    ['2027-02-21', null],
    ['2027-02-22', '2027-02'],
  ] as const)('%s: %s', (today, month) => {
    expect(monthToLookAt({ startedOn: parseDay('2026-01-15'), today: parseDay(today) })).toBe(month)
  })

  test('but to none from before the couple paired', () => {
    const look = (startedOn: string, today: string) =>
      monthToLookAt({ startedOn: parseDay(startedOn), today: parseDay(today) })
    expect(look('2026-12-01', '2026-12-03')).toBeNull()
    expect(look('2026-11-30', '2026-12-03')).toBe('2026-11')
    // They paired on 1 December, and one of them has flown to where it is still November.
    expect(look('2026-12-01', '2026-11-30')).toBeNull()
  })
})

describe('the closing of a month', () => {
  const version = (number: number, personId: string): ClosingYes => ({
    number,
    personId,
    closes: false,
    focus: 'emotional',
    withChange: true,
  })
  const yes = (number: number, personId: string): ClosingYes => ({
    number,
    personId,
    closes: true,
    focus: null,
    withChange: false,
  })

  test('is null when nothing was proposed', () => expect([closingStateOf([]), nextNumber([])]).toEqual([null, 1]))

  test('is the newest version, whoever proposed it, and closed once the partner agrees to it', () => {
    expect(closingStateOf([version(1, 'a'), version(2, 'b')])).toEqual({ version: version(2, 'b'), closed: false })
    expect(closingStateOf([yes(3, 'a'), version(1, 'a'), version(2, 'b')])).toEqual({
      version: version(2, 'b'),
      closed: true,
    })
    expect(nextNumber([version(2, 'b'), version(1, 'a')])).toBe(3)
  })

  test('is open after a yes to an older version', () => {
    expect(closingStateOf([version(1, 'a'), yes(2, 'b'), version(3, 'a')])).toMatchObject({ closed: false })
  })
})
