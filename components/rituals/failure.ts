import { failuresBy } from '@/lib/device/failures'

/** Every way in which proposing, agreeing, ending or marking can fail, as something to say. */
export const failureOf = failuresBy({
  'no-pinned-partner': 'notPinned',
  'too-long': 'tooLong',
  'too-large': 'tooLong',
  ended: 'ended',
  'not-found': 'gone',
  'not-paired': 'gone',
  'version-changed': 'changed',
})

/** What went wrong, as a key of the catalogue's `rituals.failure`. */
export type RitualFailure = ReturnType<typeof failureOf>
