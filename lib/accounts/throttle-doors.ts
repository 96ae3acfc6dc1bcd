import 'server-only'
import { keyedHash } from '@/lib/auth/keyed-hash'
import type { SystemDb } from '@/lib/db/as-system'
import { seams } from '@/lib/seams'
import { countTry, type ThrottleRule } from './throttle-rule'

const day = 86_400

/**
 * The rule of a kind, from this process's limits. Figures: the threat model's table of throttles; the network's follow
 * Vaultwarden.
 */
function ruleOf(kind: ThrottleKind): ThrottleRule {
  const { limits } = seams()
  const delay = limits.signInMaxDelaySeconds
  switch (kind) {
    case 'sign-in known-device':
    case 'sign-in account-network':
    case 'recovery known-device':
    case 'recovery account-network':
    case 'phrase session':
      return { burst: limits.signInBurst, delay, grows: true, forgetAfter: day }
    case 'sign-in account':
      return { burst: limits.unknownDeviceFailuresPerDay, delay: 60, grows: false, forgetAfter: day }
    case 'sign-in network':
    case 'recovery network':
      return { burst: limits.networkSignInBurst, delay: limits.networkSignInSeconds, grows: false, forgetAfter: 3600 }
    case 'sign-up network':
      return { burst: limits.signUpsPerHour, delay: 3600, grows: false, forgetAfter: 3600 }
    case 'acceptance':
      return { burst: limits.acceptancesPerHour, delay: 3600, grows: false, forgetAfter: 3600 }
  }
}

type ThrottleKind =
  | 'sign-in known-device'
  | 'sign-in account-network'
  | 'sign-in account'
  | 'sign-in network'
  | 'recovery known-device'
  | 'recovery account-network'
  | 'recovery network'
  | 'phrase session'
  | 'sign-up network'
  | 'acceptance'

/**
 * What a try counts against: a kind, and an account's email key, a network, both, a known device or a session. Each way of
 * proving who one is has kinds of its own, so that tries of one never delay another. Stored as a keyed hash.
 */
export type Bucket = { kind: ThrottleKind; by: string }

const keyOf = ({ kind, by }: Bucket) => keyedHash('throttle', JSON.stringify([kind, by]))

/**
 * Counts a try in every bucket and returns 0; if any of them requires a wait, counts nothing and returns the seconds.
 * The transaction must commit before the answer is sent. Rows are locked in key order, so that concurrent tries are all
 * counted. Expired counts of everybody are deleted first, before any row is locked.
 */
export async function takeTry(db: SystemDb, buckets: readonly Bucket[], now: Date): Promise<number> {
  await db.throttle.deleteMany({ where: { forgetAt: { lte: now } } })
  const keyed = buckets.map((bucket) => ({ bucket, key: keyOf(bucket) })).sort((a, b) => Buffer.compare(a.key, b.key))
  const held: { key: Buffer<ArrayBuffer>; outcome: ReturnType<typeof countTry> }[] = []
  for (const { bucket, key } of keyed) {
    // inserts or locks in one statement, so that no concurrent delete comes in between
    const row = await db.throttle.upsert({
      where: { bucket: key },
      create: { bucket: key, count: 0, since: now, nextAt: now, forgetAt: now },
      update: { count: { increment: 0 } },
    })
    held.push({ key, outcome: countTry(row.count === 0 ? null : row, ruleOf(bucket.kind), now) })
  }
  const wait = Math.max(0, ...held.map(({ outcome }) => ('wait' in outcome ? outcome.wait : 0)))
  if (wait > 0) return wait
  for (const { key, outcome } of held)
    if ('after' in outcome) await db.throttle.update({ where: { bucket: key }, data: outcome.after })
  return 0
}

/** Deletes a person's own failures after they signed in. */
export async function forgetTries(db: SystemDb, buckets: readonly Bucket[]): Promise<void> {
  await db.throttle.deleteMany({ where: { bucket: { in: buckets.map(keyOf) } } })
}
