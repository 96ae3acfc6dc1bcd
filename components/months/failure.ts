import { failuresBy } from '@/lib/device/failures'

/** Every way in which putting notes in, proposing, agreeing and answering can fail, as something to say. */
export const failureOf = failuresBy({
  'no-pinned-partner': 'notPinned',
  'too-long': 'tooLong',
  'too-large': 'tooLong',
  'slow-down': 'unreachable',
  'version-changed': 'changed',
  ended: 'changed',
  'already-revealed': 'shown',
  'not-found': 'gone',
  'not-paired': 'gone',
})

/** What went wrong, as a key of the catalogue's `months.failure`. */
export type MonthFailure = ReturnType<typeof failureOf>

/** Whether what stands now is other than what was shown. */
export const isStale = (failure: MonthFailure): boolean =>
  failure === 'changed' || failure === 'shown' || failure === 'gone'
