import { expect, test } from 'vitest'
import { makeServedClock } from './served-clock'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const served = new Date('2026-11-28T12:00:00Z')

/** Notes an answer on a device whose clock is ahead by `ahead` ms, and whose request took `took` ms. */
function noted({ ahead = 0, took = 200, date = served.toUTCString() as string | null } = {}) {
  let time = served.getTime() + ahead - took
  const clock = makeServedClock(() => new Date(time))
  const sentAt = new Date(time)
  time += took
  clock.note(date, sentAt)
  return clock
}

test.each([0, 1000, -1000, 59 * 60_000, -HOUR])('a clock that is %i ms ahead is used as it is', (ahead) => {
  const clock = noted({ ahead })
  expect([clock.off.get(), clock.present().getTime()]).toEqual([0, served.getTime() + ahead])
})

test.each([2 * HOUR, -2 * HOUR, 9 * DAY, -3000 * DAY])(
  'a clock that is %i ms ahead is corrected by the answer',
  (ahead) => {
    const clock = noted({ ahead })
    expect([clock.off.get(), clock.present()]).toEqual([ahead, served])
  },
)

test('an answer without a date, or one that was long on the way, says nothing', () => {
  for (const clock of [
    noted({ ahead: DAY, date: null }),
    noted({ ahead: DAY, date: 'soon' }),
    noted({ ahead: DAY, took: 8 * HOUR }), // the device slept
    noted({ ahead: DAY, took: -HOUR }), // its clock was set back
  ])
    expect(clock.off.get()).toBe(0)
})

test('a clock that is set right again is used again, and listeners hear of each change once', () => {
  let time = served.getTime() + DAY
  const clock = makeServedClock(() => new Date(time))
  const heard: number[] = []
  clock.off.subscribe(() => heard.push(clock.off.get()))
  const note = () => clock.note(served.toUTCString(), new Date(time))
  note()
  note()
  time = served.getTime()
  note()
  note()
  expect([heard, clock.present()]).toEqual([[DAY, 0], served])
})
