// Maps what a call or the vault throws to a sentence of the catalogue. Every screen uses this.
import { Unreachable } from '@/lib/http/call'
import { Problem, type ProblemCode } from '@/lib/http/problem'
import type { LimitName } from '@/lib/limits'
import type { InEveryLanguage } from '@/lib/messages/locale'
import type { failureMessages } from '@/lib/messages/rooms/failure'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'

type CommonMessages = (typeof failureMessages)['en']

/** A sentence that says why something failed, as a key of the catalogue's `failure`. */
export type CommonFailure = Exclude<keyof CommonMessages, 'again' | 'field' | 'partner'>

/** A field that a person fills in, as a key of the catalogue's `failure.field`. */
type FailedField = keyof CommonMessages['field']

/** A room's catalogue with its own sentences about failures. */
type RoomWithFailures = InEveryLanguage<{ failure: Record<string, string> }>

/** Why something failed: its sentence, and the numbers and names that the sentence needs. */
export type Failure = Readonly<{
  /** A key of the room's `failure` messages, or of the common ones if `room` is null. */
  key: string
  room: RoomWithFailures | null
  /** How long to wait: minutes for `slowDownMinutes`, else seconds. 0 if the server does not say. */
  wait: number
  /** The field that is wrong, with `wrongField`. */
  field: FailedField | null
  /** The limit that was reached, with `tooMuch`. */
  limit: LimitName | null
}>

export type ErrorCode = ProblemCode | VaultErrorCode

// Has every code, so that a new one without a sentence is a type error.
const keys: Readonly<Record<ErrorCode, CommonFailure>> = {
  // the API
  'not-json': 'fault',
  malformed: 'fault',
  'too-large': 'tooLong',
  'too-slow': 'tooSlow',
  'wrong-origin': 'wrongOrigin',
  'signed-out': 'signedOut',
  'not-known': 'notKnown',
  'not-signed': 'fault',
  csrf: 'oldPage',
  'not-found': 'gone',
  'wrong-shape': 'wrongSomewhere',
  'too-much': 'tooMuch',
  'email-taken': 'emailTaken',
  'id-taken': 'fault',
  'version-missing': 'fault',
  'version-changed': 'changed',
  'already-paired': 'alreadyPaired',
  'not-paired': 'alone',
  'already-revealed': 'shown',
  'week-not-open': 'weekClosed',
  ended: 'ended',
  skipped: 'skipped',
  'already-kept': 'kept',
  'day-out-of-range': 'day',
  'day-before-pairing': 'beforePairing',
  'page-taken-back': 'takenBack',
  'too-many-invites': 'tooManyInvites',
  'slow-down': 'slowDown',
  'not-now': 'notNow',
  unexpected: 'unexpected',
  // the vault's environment
  'insecure-origin': 'insecure',
  'part-not-loaded': 'notLoaded',
  'bad-encoding': 'unreadable',
  // the phrase, the spare page, the keyring
  'profile-unknown': 'olderWay',
  'profile-downgrade': 'olderWay',
  'bad-salt': 'olderWay',
  'derivation-failed': 'noMemory',
  'phrase-too-short': 'phraseShort',
  'phrase-too-long': 'phraseLong',
  'wrong-phrase': 'wrongPhrase',
  'bad-recovery-code': 'notSparePage',
  'wrong-recovery-code': 'notSparePage',
  'wrong-device-key': 'phraseNeeded',
  'bad-keyring': 'unreadable',
  'keyring-busy': 'otherDevice',
  'bad-bundle': 'partnerUnreadable',
  // sealing
  'no-pinned-partner': 'notPinned',
  'bad-recipient': 'partnerUnreadable',
  'bad-row': 'fault',
  'too-long': 'tooLong',
  // opening
  'cannot-decrypt': 'notMine',
  'bad-format': 'notWhole',
  'wrong-kind': 'notWhole',
  'rev-mismatch': 'notWhole',
  unsigned: 'notTheirs',
  'unknown-author': 'notTheirs',
  'bad-signature': 'notTheirs',
  'author-mismatch': 'notTheirs',
  'private-not-mine': 'notHere',
  'id-mismatch': 'notHere',
  'visibility-mismatch': 'notHere',
  'pair-mismatch': 'notHere',
  'recipients-mismatch': 'notHere',
  'meta-mismatch': 'notHere',
  'listed-twice': 'notHere',
  'other-answer': 'otherAnswer',
  'earlier-state': 'earlier',
  'bad-floors': 'unreadable',
  // pairing
  'bad-invite': 'inviteGone',
  'bad-invite-words': 'inviteWords',
  'invite-forged': 'inviteGone',
  'no-such-invite': 'inviteGone',
  'own-invite': 'ownInvite',
  // this device's store
  'storage-unavailable': 'noStorage',
  'storage-full': 'storageFull',
  'storage-stuck': 'storageStuck',
}

const FIELDS: Readonly<Record<FailedField, true>> = {
  name: true,
  email: true,
  zone: true,
  locale: true,
  title: true,
  what: true,
  place: true,
  types: true,
  day: true,
  plannedOn: true,
  onDate: true,
  time: true,
  minutes: true,
  text: true,
  weekdays: true,
  everyWeeks: true,
  startsOn: true,
  until: true,
  fed: true,
  more: true,
  focus: true,
  felt: true,
  answer: true,
  now: true,
  wish: true,
}

/** Longer waits are shown in minutes. Seconds. */
const LONG_WAIT = 90

/** Above this difference of the clocks, a refused day is the device clock's fault. Seconds. */
const CLOCK_OFF = 3600

/** Refusals of a day or a week, which a device computes with its own clock. */
const DAY_REFUSALS: readonly ErrorCode[] = ['day-out-of-range', 'week-not-open']

/**
 * Makes a room's function from anything thrown to a `Failure`. `own` maps some codes to a key of the room's `failure`
 * messages, or of the common ones if the room has no such key. Anything but a `Problem`, `Unreachable` or `VaultError`
 * is 'unexpected'.
 */
export function failuresBy<Messages extends { failure: Record<string, string> }>(
  room: InEveryLanguage<Messages> | null,
  own: Readonly<Partial<Record<ErrorCode | 'unreachable', CommonFailure | (keyof Messages['failure'] & string)>>>,
): (error: unknown) => Failure {
  const named = (key: string): Failure => ({
    ...common('unexpected'),
    key,
    room: room && Object.hasOwn(room.en.failure, key) ? room : null,
  })
  return (error) => {
    const code = error instanceof Unreachable ? 'unreachable' : codeOf(error)
    const key = own[code ?? 'unexpected']
    if (key) return named(key)
    if (code === null || code === 'unreachable') return common(code ?? 'unexpected')
    return error instanceof Problem ? refusal(error) : common(keys[code])
  }
}

const RETRYABLE: readonly ErrorCode[] = [
  'too-slow',
  'signed-out', // once signed in
  'slow-down', // after the wait
  'not-now',
  'unexpected',
  'part-not-loaded',
  'derivation-failed', // once there is memory
  'keyring-busy',
]

/** Whether a retry can succeed, so that a screen may offer one. */
export const canRetry = (error: unknown): boolean => canRetryCode(codeOf(error))

/** The same by the code; null for anything that has none. */
export const canRetryCode = (code: ErrorCode | null): boolean => code === null || RETRYABLE.includes(code)

/** The code of what was thrown, or null. For what a screen does; sentences come from a `Failure`. */
export const codeOf = (error: unknown): ErrorCode | null =>
  error instanceof Problem || error instanceof VaultError ? error.code : null

/** Maps anything thrown to a common `Failure`. */
export const failureOf = failuresBy(null, {})

const common = (key: CommonFailure): Failure => ({ key, room: null, wait: 0, field: null, limit: null })

function refusal({ code, details: { clockOff = 0, fields = [], limit, retryAfter = 0 } }: Problem): Failure {
  if (DAY_REFUSALS.includes(code) && Math.abs(clockOff) > CLOCK_OFF) return common('clockOff')
  if (code === 'too-much') return { ...common('tooMuch'), limit: limit ?? null }
  if (code === 'wrong-shape') return wrongShape(fields)
  if (code === 'slow-down') return slowDown(retryAfter)
  return common(keys[code])
}

const isField = (name: string): name is FailedField => Object.hasOwn(FIELDS, name)

/** `paths` as a 422 has them: `body.title`, `body.entries.0.text`. */
function wrongShape(paths: readonly string[]): Failure {
  const field = paths.flatMap((path) => path.split('.').slice(1)).find(isField)
  return field ? { ...common('wrongField'), field } : common('wrongSomewhere')
}

const slowDown = (seconds: number): Failure =>
  seconds > LONG_WAIT
    ? { ...common('slowDownMinutes'), wait: Math.ceil(seconds / 60) }
    : { ...common('slowDown'), wait: seconds }
