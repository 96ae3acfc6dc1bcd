import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDay, arbitraryInstant, arbitraryWallTime, arbitraryZone } from '@/lib/testing/arbitrary-time'
import { onMachinesElsewhere } from '@/lib/testing/machine-zones'
import { dayIn, parseDay, utcMidnight } from '@/lib/time/day'
import { instantOf, isWallTime, minutesOf, parseWallTime, wallTimeIn } from '@/lib/time/wall-time'
import { parseZone, type Zone } from '@/lib/time/zone'

const MINUTE_MS = 60_000
const instantAt = (day: string, time: string, zone: string) =>
  instantOf(parseDay(day), parseWallTime(time), parseZone(zone)).toISOString()

describe('a time of day', () => {
  test.each(['00:00', '09:05', '23:59'])('can be %s', (text) => expect(parseWallTime(text)).toBe(text))
  test.each(['24:00', '9:05', '12:60', '12:00:00', '', '12:0', ' 12:00'])('is not %j', (text) => {
    expect(isWallTime(text)).toBe(false)
    expect(() => parseWallTime(text)).toThrow(RangeError)
  })
})

/**
 * Searches the first instant that Intl formats as that wall time, in steps of five minutes within 16 hours: slow, and
 * without offsets.
 */
function searchInstant(day: string, time: string, zone: Zone): Date | undefined {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const asIfUtc = utcMidnight(parseDay(day)) + minutesOf(parseWallTime(time)) * MINUTE_MS
  for (
    let instant = asIfUtc - 16 * 60 * MINUTE_MS;
    instant <= asIfUtc + 16 * 60 * MINUTE_MS;
    instant += 5 * MINUTE_MS
  ) {
    if (written.format(instant) === `${day} ${time}`) return new Date(instant)
  }
  return undefined
}

onMachinesElsewhere(() => {
  test.each([
    [
      'a time in a skipped hour moves on by an hour',
      '2027-03-28',
      '01:30',
      'Europe/London',
      '2027-03-28T01:30:00.000Z',
    ],
    ['of a time shown twice it is the first', '2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30:00.000Z'],
    ['New York goes forward', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    ['New York goes back', '2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    [
      'Lord Howe goes forward by half an hour',
      '2027-10-03',
      '02:15',
      'Australia/Lord_Howe',
      '2027-10-02T15:45:00.000Z',
    ],
    ['Lord Howe goes back by half an hour', '2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z'],
    ['Casablanca goes back for Ramadan', '2027-02-07', '02:30', 'Africa/Casablanca', '2027-02-07T01:30:00.000Z'],
    ['Casablanca comes forward after it', '2027-03-14', '02:30', 'Africa/Casablanca', '2027-03-14T02:30:00.000Z'],
    ['Kathmandu is at +5:45', '2027-03-28', '01:30', 'Asia/Kathmandu', '2027-03-27T19:45:00.000Z'],
    ['Tokyo never changes', '2027-03-28', '02:30', 'Asia/Tokyo', '2027-03-27T17:30:00.000Z'],
    ['Apia at +13', '2027-03-28', '02:30', 'Pacific/Apia', '2027-03-27T13:30:00.000Z'],
    ['Kiritimati at +14', '2027-03-28', '02:30', 'Pacific/Kiritimati', '2027-03-27T12:30:00.000Z'],
    ['Honolulu at -10', '2027-03-28', '02:30', 'Pacific/Honolulu', '2027-03-28T12:30:00.000Z'],
    [
      'a time on the day that Apia skipped moves on by a day',
      '2011-12-30',
      '12:00',
      'Pacific/Apia',
      '2011-12-30T22:00:00.000Z',
    ],
  ])('%s', (_, day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant)
  })

  test('is the first instant at which a clock in the zone shows it, or after the gap if none does', () => {
    fc.assert(
      fc.property(arbitraryDay, arbitraryWallTime, arbitraryZone, (day, time, zone) => {
        const instant = instantOf(day, time, zone)
        const found = searchInstant(day, time, zone)
        if (found) expect(instant).toEqual(found)
        else expect(`${dayIn(instant, zone)} ${wallTimeIn(instant, zone)}` > `${day} ${time}`).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('the wall time of an instant gives that instant back, or the first of two', () => {
    fc.assert(
      fc.property(arbitraryInstant, arbitraryZone, (instant, zone) => {
        const back = instantOf(dayIn(instant, zone), wallTimeIn(instant, zone), zone)
        const hoursEarlier = (instant.getTime() - back.getTime()) / (60 * MINUTE_MS)
        expect([0, 0.5, 1]).toContain(hoursEarlier)
      }),
    )
  })
})
