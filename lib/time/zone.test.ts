import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryInstant, arbitraryZone } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { dayIn, isTodaySomewhere, latestDayOf, latestToday, parseDay } from '@/lib/time/day'
import { isZone, minutesAhead, parseZone, sameZone } from '@/lib/time/zone'

const london = parseZone('Europe/London')
const newYork = parseZone('America/New_York')
const kathmandu = parseZone('Asia/Kathmandu')
const kiritimati = parseZone('Pacific/Kiritimati')
const honolulu = parseZone('Pacific/Honolulu')

describe('the name of a zone', () => {
  test.each([
    'Europe/Lisbon',
    'UTC',
    'Asia/Kathmandu',
    'Asia/Katmandu',
    'US/Eastern',
    'Etc/GMT+5',
    'America/Argentina/Buenos_Aires',
  ])('can be %s', (name) => expect(parseZone(name)).toBe(name))

  test.each([
    '',
    '+05:30',
    'Europe/Atlantis',
    'Europe/Lisbon ',
    'Local',
    '../etc/passwd',
    'Europe/Lisbon\n',
    'x'.repeat(300),
  ])('is not %j', (name) => {
    expect(isZone(name)).toBe(false)
    expect(() => parseZone(name)).toThrow(RangeError)
  })

  test('aliases name the same zone', () => {
    expect(sameZone(kathmandu, parseZone('Asia/Katmandu'))).toBe(true)
    expect(sameZone(newYork, parseZone('US/Eastern'))).toBe(true)
    expect(sameZone(london, parseZone('Europe/Lisbon'))).toBe(false)
  })
})

onMachinesElsewhere(() => {
  test('an instant can be on different days in two zones', () => {
    const instant = new Date('2026-11-23T21:30:00Z')
    expect(dayIn(instant, london)).toBe('2026-11-23')
    expect(dayIn(instant, kathmandu)).toBe('2026-11-24')
    expect(dayIn(instant, honolulu)).toBe('2026-11-23')
    expect(dayIn(instant, kiritimati)).toBe('2026-11-24')
    expect(latestDayOf(instant, [kathmandu, honolulu])).toBe('2026-11-24')
    expect(latestDayOf(instant, [honolulu, london])).toBe('2026-11-23')
  })

  test('Kiritimati and Honolulu show the same time and never the same day', () => {
    fc.assert(
      fc.property(arbitraryInstant, (instant) => {
        expect(minutesAhead(kiritimati, honolulu, instant)).toBe(24 * 60)
        expect(dayIn(instant, kiritimati)).not.toBe(dayIn(instant, honolulu))
      }),
    )
  })

  test('in every zone the day is the one that Intl formats, and it is today somewhere', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryZone, (instant, zone) => {
        const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant)
        expect(dayIn(instant, zone)).toBe(written)
        expect(isTodaySomewhere(dayIn(instant, zone), instant)).toBe(true)
        expect(dayIn(instant, zone) <= latestToday(instant)).toBe(true)
      }),
    )
  })

  test('today somewhere means today in a zone from UTC-12 to UTC+14', () => {
    const noon = new Date('2026-11-24T10:00:00Z')
    expect(
      ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
        isTodaySomewhere(parseDay(day), noon),
      ),
    ).toEqual([false, true, true, true, false])
    const justBefore = new Date('2026-11-24T09:59:59Z')
    expect(isTodaySomewhere(parseDay('2026-11-25'), justBefore)).toBe(false)
    expect(latestToday(justBefore)).toBe('2026-11-24')
    expect(latestToday(noon)).toBe('2026-11-25')
  })

  test('London is five hours ahead of New York, and four while only one of them has changed its clocks', () => {
    const apart = (text: string) => minutesAhead(london, newYork, new Date(text)) / 60
    expect(apart('2027-03-13T12:00:00Z')).toBe(5)
    expect(apart('2027-03-20T12:00:00Z')).toBe(4)
    expect(apart('2027-03-29T12:00:00Z')).toBe(5)
    expect(apart('2027-11-02T12:00:00Z')).toBe(4)
    expect(apart('2027-11-08T12:00:00Z')).toBe(5)
  })
})
