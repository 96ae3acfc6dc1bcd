// How tries are slowed: a burst that is quick, then a delay. Pure; the counts stand in the database.

/** One way of counting. Seconds; `grows` doubles the delay from 2 s up to `delay`, else every try after the burst waits `delay`. */
export type ThrottleRule = { burst: number; delay: number; grows: boolean; forgetAfter: number }

export type TryCount = { count: number; since: Date; nextAt: Date; forgetAt: Date }

const seconds = (from: Date, n: number) => new Date(from.getTime() + n * 1000)

/** What stands after one more try at `now`, or how many seconds to wait before it may be made. */
export function countTry(
  before: TryCount | null,
  rule: ThrottleRule,
  now: Date,
): { after: TryCount } | { wait: number } {
  // what was counted later than now was counted before the clock was set back, and would be waited for until it comes round again
  const known = before && before.since <= now && before.forgetAt > now ? before : null
  if (known && known.nextAt > now) return { wait: Math.ceil((known.nextAt.getTime() - now.getTime()) / 1000) }
  const count = (known?.count ?? 0) + 1
  const over = count - rule.burst
  const delay = over < 0 ? 0 : rule.grows ? Math.min(2 ** (over + 1), rule.delay) : rule.delay
  const since = known?.since ?? now
  // where nothing is to be waited for, nextAt is not the last try: a clock set back to before that would wait for it
  return {
    after: {
      count,
      since,
      nextAt: delay === 0 ? since : seconds(now, delay),
      forgetAt: known?.forgetAt ?? seconds(now, rule.forgetAfter),
    },
  }
}
