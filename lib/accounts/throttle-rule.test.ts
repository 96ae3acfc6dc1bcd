import { describe, expect, test } from 'vitest'
import { countTry, type TryCount, type ThrottleRule } from './throttle-rule'

const start = new Date('2026-11-24T08:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const day = 86_400

/** Makes tries one after another, each as early as allowed. Returns the seconds that each had to wait. */
function waits(rule: ThrottleRule, tries: number): number[] {
  let count: TryCount | null = null
  let seconds = 0
  return Array.from({ length: tries }, () => {
    let waited = 0
    for (;;) {
      const outcome = countTry(count, rule, after(seconds))
      if ('after' in outcome) {
        count = outcome.after
        return waited
      }
      waited += outcome.wait
      seconds += outcome.wait
    }
  })
}

describe('signing in', () => {
  const rule: ThrottleRule = { burst: 5, delay: 25, grows: true, forgetAfter: day }

  test('allows five tries at once, then waits 2, 4, 8, 16 seconds, and 25 from then on', () => {
    expect(waits(rule, 11)).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 25, 25])
  })

  test('does not count a try that has to wait, so that a retry makes the wait no longer', () => {
    let count: TryCount | null = null
    for (let n = 0; n < 5; n++) {
      const outcome = countTry(count, rule, start)
      if ('after' in outcome) count = outcome.after
    }
    expect(countTry(count, rule, start)).toEqual({ wait: 2 })
    expect(countTry(count, rule, after(1))).toEqual({ wait: 1 })
    expect(countTry(count, rule, after(2))).toHaveProperty('after.count', 6)
  })

  test('forgets everything a day after the first try', () => {
    let count: TryCount | null = null
    for (const seconds of [0, 0, 0, 0, 0, 2, 6]) {
      const outcome = countTry(count, rule, after(seconds))
      if ('after' in outcome) count = outcome.after
    }
    expect(countTry(count, rule, after(7))).toEqual({ wait: 7 })
    expect(countTry(count, rule, after(day))).toMatchObject({ after: { count: 1, since: after(day) } })
  })
})

test('an account allows a hundred failures a day from unknown devices, then one a minute', () => {
  const found = waits({ burst: 100, delay: 60, grows: false, forgetAfter: day }, 103)
  expect(found.slice(0, 100)).toEqual(Array(100).fill(0))
  expect(found.slice(100)).toEqual([60, 60, 60])
})

test('a network allows five sign-ups an hour', () => {
  expect(waits({ burst: 5, delay: 3600, grows: false, forgetAfter: 3600 }, 6)).toEqual([0, 0, 0, 0, 0, 3600])
})

test('a clock that was set back makes nobody wait until it catches up', () => {
  const rule: ThrottleRule = { burst: 1, delay: 3600, grows: false, forgetAfter: 3600 }
  const counted = countTry(null, rule, after(day))
  if (!('after' in counted)) throw new Error('The first try must not wait.')
  expect(countTry(counted.after, rule, after(day))).toEqual({ wait: 3600 })
  expect(countTry(counted.after, rule, start)).toMatchObject({ after: { count: 1, since: start } })
})

test('a clock that was set back to between two tries makes nobody wait who had no wait before', () => {
  const rule: ThrottleRule = { burst: 10, delay: 3600, grows: false, forgetAfter: day }
  const counted = countTry(null, rule, start)
  if (!('after' in counted)) throw new Error('The first try must not wait.')
  const second = countTry(counted.after, rule, after(7200))
  if (!('after' in second)) throw new Error('The second try must not wait.')
  expect(countTry(second.after, rule, after(3600))).toMatchObject({ after: { count: 3, since: start } })
})
