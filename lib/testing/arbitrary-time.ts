// Days, zones, times and weeks for property tests.
import * as fc from 'fast-check'
import { addDays, parseDay, WEEKDAYS } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { WEEK_STARTS } from '@/lib/time/week'
import { parseZone } from '@/lib/time/zone'

/** Zones that change by an hour, by half an hour, backwards in Ramadan, or never, and both ends of the date line. */
export const ODD_ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Asia/Tokyo',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'Europe/Dublin',
  'Pacific/Chatham',
].map(parseZone)

export const arbitraryZone = fc.constantFrom(...ODD_ZONES)
export const arbitraryWeekStart = fc.constantFrom(...WEEK_STARTS)
export const arbitraryWeekday = fc.constantFrom(...WEEKDAYS)

/** A day from 2000 to 2049. */
export const arbitraryDay = fc.nat(18_261).map((days) => addDays(parseDay('2000-01-01'), days))

/** A time of day on a multiple of five minutes. */
export const arbitraryWallTime = fc
  .nat(287)
  .map((fives) =>
    parseWallTime(`${String(Math.floor(fives / 12)).padStart(2, '0')}:${String((fives % 12) * 5).padStart(2, '0')}`),
  )

/** An instant from 2000 to 2049, on a whole minute. */
export const arbitraryInstant = fc.nat(26_297_280).map((minutes) => new Date(Date.UTC(2000, 0, 1) + minutes * 60_000))
