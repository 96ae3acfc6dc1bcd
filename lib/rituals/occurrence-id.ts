// Both partners may touch the same date first, at once and offline. The id is made of what both know, so they write one
// row.
import { v5, validate } from 'uuid'
import { memoize } from '@/lib/memoize'
import type { Day } from '@/lib/time/day'

/**
 * Makes the id of a ritual's occurrence: the UUIDv5 (RFC 9562, section 5.5) of its original date in the namespace of
 * the ritual's id, in lower case. Throws a RangeError if the ritual's id is not a UUID.
 */
export const occurrenceId = (ritualId: string, onDate: Day): string => idOf(`${ritualId} ${onDate}`)

// A page names the same few dates again and again, and each name is a hash.
const idOf = memoize(5000, (key: string): string => {
  const [ritualId, onDate] = key.split(' ') as [string, Day]
  if (!validate(ritualId)) throw new RangeError('The id of a ritual is a UUID.')
  return v5(onDate, ritualId)
})
