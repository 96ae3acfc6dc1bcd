import { failuresBy } from '@/lib/device/failures'

/** Every way in which answering can fail, as something to say. */
export const failureOf = failuresBy({
  'slow-down': 'unreachable',
  'week-not-open': 'notOpen',
  'already-revealed': 'shown',
  'not-paired': 'gone',
})

/** What went wrong, as a key of the catalogue's `checkIns.failure`. */
export type CheckInFailure = ReturnType<typeof failureOf>
