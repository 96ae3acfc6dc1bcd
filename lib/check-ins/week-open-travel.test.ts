// A journey, in any order of zones, opens no week that has closed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryZone } from '@/lib/testing/arbitrary-time'
import { dayIn, parseDay } from '@/lib/time/day'
import { zonesAfterChange, type ZoneHistory } from '@/lib/time/past-zones'
import { parseWeek } from '@/lib/time/week'
import { parseZone, type Zone } from '@/lib/time/zone'
import { isWeekOpen, lastDayToAnswer, openUntil, weeksOfToday } from './week-open'

const long = parseDay('0001-01-01')

describe('a week that has closed does not open again by travelling', () => {
  const week = parseWeek('2026-W48', 1) // 23 to 29 November, open until Tuesday 1 December
  const [kiritimati, lisbon, honolulu] = ['Pacific/Kiritimati', 'Europe/Lisbon', 'Pacific/Honolulu'].map(parseZone) as [
    Zone,
    Zone,
    Zone,
  ]
  const answering = (now: string, zone: Zone, ...zonesBefore: [Zone, string][]) => {
    const person = { zone, zonesBefore: zonesBefore.map(([zone, until]) => ({ zone, until })), startedOn: long }
    return [isWeekOpen(week, { ...person, now: new Date(now) }), lastDayToAnswer(week, person)]
  }

  test.each([
    ['who stays in Honolulu has all of Tuesday', answering('2026-12-02T09:59:59Z', honolulu), [true, '2026-12-01']],
    [
      'who left Kiritimati after Sunday has as long as Tuesday lasts there, which is Monday in Honolulu',
      answering('2026-12-01T09:59:59Z', honolulu, [kiritimati, '2026-11-29T11:00:00Z']),
      [true, '2026-11-30'],
    ],
    [
      'and no longer',
      answering('2026-12-01T10:00:00Z', honolulu, [kiritimati, '2026-11-29T11:00:00Z']),
      [false, '2026-11-30'],
    ],
    [
      'who left Kiritimati before its Sunday ended ends the week in Honolulu',
      answering('2026-12-02T09:59:59Z', honolulu, [kiritimati, '2026-11-29T09:59:00Z']),
      [true, '2026-12-01'],
    ],
    [
      'a journey on to a third zone changes nothing about where the week ended',
      answering(
        '2026-12-01T10:00:00Z',
        honolulu,
        [kiritimati, '2026-11-29T11:00:00Z'],
        [lisbon, '2026-11-30T20:00:00Z'],
      ),
      [false, '2026-11-30'],
    ],
    [
      'nor does one back and forth after it has closed',
      answering(
        '2026-12-01T12:00:00Z',
        honolulu,
        [kiritimati, '2026-12-01T10:30:00Z'],
        [lisbon, '2026-12-01T11:00:00Z'],
      ),
      [false, '2026-11-30'],
    ],
    [
      'who travels east has only as long as Tuesday lasts in both',
      answering('2026-12-01T10:00:00Z', kiritimati, [honolulu, '2026-11-30T11:00:00Z']),
      [false, '2026-12-01'],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))

  test('on any journey it is open only while Tuesday lasts in the present zone and where Sunday ended', () => {
    const stop = fc.record({ zone: arbitraryZone, hours: fc.integer({ min: 1, max: 60 }) })
    fc.assert(
      fc.property(fc.array(stop, { minLength: 1, maxLength: 8 }), arbitraryZone, (stops, home) => {
        let person: ZoneHistory = { zone: home, zonesBefore: [] }
        let now = Date.parse('2026-11-28T00:00:00Z')
        let ended: Zone | null = null // found by walking, without the list of earlier zones
        let hasClosed = false
        for (const { zone, hours } of stops) {
          for (let hour = 0; hour < hours; hour += 1) {
            const today = dayIn(new Date(now), person.zone)
            if (ended === null && today > week.last) ended = person.zone
            const there = ended === null ? today : dayIn(new Date(now), ended)
            const isOpen = isWeekOpen(week, { ...person, startedOn: long, now: new Date(now) })
            expect(isOpen).toBe(week.first <= today && today <= openUntil(week) && there <= openUntil(week))
            if (there > openUntil(week)) hasClosed = true
            expect(isOpen && hasClosed).toBe(false)
            now += 3_600_000
          }
          // The account leaves a zone at the instant that was looked at last.
          const left = new Date(now - 3_600_000)
          person = { zone, zonesBefore: zonesAfterChange(person, left) }
          now = left.getTime()
        }
      }),
    )
  })

  test('the last day to answer is the last of the own days on which the week is open', () => {
    fc.assert(
      fc.property(arbitraryZone, arbitraryZone, fc.integer({ min: -40, max: 40 }), (zone, before, hours) => {
        const left = new Date(Date.parse('2026-11-30T00:00:00Z') + hours * 3_600_000)
        const person = { zone, zonesBefore: zonesAfterChange({ zone: before, zonesBefore: [] }, left), startedOn: long }
        const days = Array.from({ length: 24 * 6 }, (_, hour) => new Date(left.getTime() + hour * 3_600_000))
          .filter((now) => isWeekOpen(week, { ...person, now }))
          .map((now) => dayIn(now, zone))
        if (days.length > 0) expect(days.at(-1)).toBe(lastDayToAnswer(week, person))
      }),
    )
  })

  test('the zones of the last four days are remembered', () => {
    const person = { zone: lisbon, zonesBefore: [{ zone: honolulu, until: '2026-11-24T12:00:00.000Z' }] }
    expect(zonesAfterChange(person, new Date('2026-11-28T11:59:59Z')).map(({ zone }) => zone)).toEqual([
      honolulu,
      lisbon,
    ])
    expect(zonesAfterChange(person, new Date('2026-11-28T12:00:00Z')).map(({ zone }) => zone)).toEqual([lisbon])
  })

  test('a hundred changes after the week’s end do not make the account forget where it ended', () => {
    const left = Date.parse('2026-11-29T11:00:00Z') // Monday in Kiritimati
    let person: ZoneHistory = { zone: kiritimati, zonesBefore: [] }
    for (let change = 0; change < 100; change += 1)
      person = {
        zone: [lisbon, honolulu, kiritimati][change % 3] ?? lisbon,
        zonesBefore: zonesAfterChange(person, new Date(left + change * 60_000)),
      }
    person = { ...person, zone: honolulu }
    expect(person.zonesBefore).toEqual([{ zone: kiritimati, until: '2026-11-29T11:00:00.000Z' }])
    const openAt = (instant: string) => isWeekOpen(week, { ...person, startedOn: long, now: new Date(instant) })
    expect([openAt('2026-12-01T09:59:59Z'), openAt('2026-12-01T10:00:00Z')]).toEqual([true, false])
  })

  test('however often the zone changes, the few that are kept answer as all of them would', () => {
    const move = fc.record({ zone: arbitraryZone, minutes: fc.integer({ min: 0, max: 3 * 60 }) })
    fc.assert(
      fc.property(fc.array(move, { minLength: 100, maxLength: 120 }), arbitraryZone, (moves, home) => {
        let now = Date.parse('2026-11-28T00:00:00Z')
        let [few, all]: [ZoneHistory, ZoneHistory] = [
          { zone: home, zonesBefore: [] },
          { zone: home, zonesBefore: [] },
        ]
        for (const { zone, minutes } of moves) {
          now += minutes * 60_000
          few = { zone, zonesBefore: zonesAfterChange(few, new Date(now)) }
          all = {
            zone,
            zonesBefore: [...all.zonesBefore, { zone: all.zone, until: new Date(now).toISOString() }],
          }
          expect(few.zonesBefore.length).toBeLessThanOrEqual(7)
          for (const weekStart of [1, 6, 7] as const)
            for (const line of weeksOfToday(dayIn(new Date(now), zone), weekStart)) {
              const open = (person: ZoneHistory) => isWeekOpen(line, { ...person, startedOn: long, now: new Date(now) })
              expect(open(few)).toBe(open(all))
            }
        }
      }),
      { numRuns: 10 },
    )
  })

  test('what a clock that was set back left in the future decides nothing', () => {
    const person = { zone: lisbon, zonesBefore: [{ zone: honolulu, until: '2027-11-28T00:00:00.000Z' }] }
    expect(zonesAfterChange(person, new Date('2026-11-28T12:00:00Z')).map(({ zone }) => zone)).toEqual([lisbon])
  })
})
