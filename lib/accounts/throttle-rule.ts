// How tries are slowed down: a burst without a wait, then a delay. Pure; the counts are stored in the database.

/**
 * Times in seconds. With `grows` the delay doubles from 2 s up to `delay`; else every try after the burst waits
 * `delay`.
 */
export type ThrottleRule = { burst: number; delay: number; grows: boolean; forgetAfter: number }

export type TryCount = { count: number; since: Date; nextAt: Date; forgetAt: Date }

const seconds = (from: Date, n: number) => new Date(from.getTime() + n * 1000)

/** Counts a try at `now`: returns the new count, or how many seconds to wait before the try is allowed. */
export function countTry(
  before: TryCount | null,
  rule: ThrottleRule,
  now: Date,
): { after: TryCount } | { wait: number } {
  // A count from the future was made before the clock was set back. It would make everybody wait until the clock
  // catches up.
  const known = before && before.since <= now && before.forgetAt > now ? before : null
  if (known && known.nextAt > now) return { wait: Math.ceil((known.nextAt.getTime() - now.getTime()) / 1000) }
  const count = (known?.count ?? 0) + 1
  const over = count - rule.burst
  const delay = over < 0 ? 0 : rule.grows ? Math.min(2 ** (over + 1), rule.delay) : rule.delay
  const since = known?.since ?? now
  // Without a delay, nextAt is not the last try: a clock set back to before it would make the next try wait.
  return {
    after: {
      count,
      since,
      nextAt: delay === 0 ? since : seconds(now, delay),
      forgetAt: known?.forgetAt ?? seconds(now, rule.forgetAfter),
    },
  }
}
