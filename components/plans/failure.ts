import { failuresBy } from '@/lib/device/failures'

/** Every way in which planning can fail, as something to say. */
export const failureOf = failuresBy({
  'not-found': 'gone',
  'not-paired': 'gone',
  ended: 'gone',
  'day-out-of-range': 'late',
  'slow-down': 'slow',
})

/** What went wrong, as a key of the catalogue's `plans.failure`. */
export type PlanFailure = ReturnType<typeof failureOf>
