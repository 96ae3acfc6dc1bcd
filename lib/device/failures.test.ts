import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Unreachable } from '@/lib/http/call'
import { Problem, problemOf, problems, type ProblemCode } from '@/lib/http/problem'
import { LIMITS, type LimitName } from '@/lib/limits'
import { failureMessages } from '@/lib/messages/rooms/failure'
import { monthsMessages } from '@/lib/messages/rooms/months'
import { contracts } from '@/lib/openapi/contracts'
import { VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import { describeFailure } from './failure-sentence'
import { canRetry, codeOf, failureOf, failuresBy, type Failure } from './failures'
import { loadLimitWords } from './late-limit-words'

const inWords = (failure: Failure) => describeFailure('en', failure, 'Noor')

// Whether a retry can succeed. A new code that is missing here is a type error.
const refusals: Readonly<Record<ProblemCode, boolean>> = {
  'not-json': false,
  malformed: false,
  'too-large': false,
  'too-slow': true,
  'wrong-origin': false,
  'signed-out': true, // after signing in
  'not-known': false,
  'not-signed': false,
  csrf: false,
  'not-found': false,
  'wrong-shape': false,
  'too-much': false,
  'email-taken': false,
  'id-taken': false,
  'version-missing': false,
  'version-changed': false,
  'already-paired': false,
  'not-paired': false,
  'already-revealed': false,
  'week-not-open': false,
  ended: false,
  skipped: false,
  'already-kept': false,
  'day-out-of-range': false,
  'day-before-pairing': false,
  'page-taken-back': false,
  'too-many-invites': false,
  'slow-down': true,
  'not-now': true,
  unexpected: true,
}

const vaultErrors: Readonly<Record<VaultErrorCode, boolean>> = {
  'insecure-origin': false,
  'part-not-loaded': true,
  'bad-encoding': false,
  'profile-unknown': false,
  'profile-downgrade': false,
  'bad-salt': false,
  'derivation-failed': true, // once there is memory
  'phrase-too-short': false,
  'phrase-too-long': false,
  'wrong-phrase': false,
  'bad-recovery-code': false,
  'wrong-recovery-code': false,
  'wrong-device-key': false,
  'bad-keyring': false,
  'keyring-busy': true,
  'bad-bundle': false,
  'no-pinned-partner': false,
  'bad-recipient': false,
  'bad-row': false,
  'too-long': false,
  'cannot-decrypt': false,
  'bad-format': false,
  'wrong-kind': false,
  unsigned: false,
  'unknown-author': false,
  'bad-signature': false,
  'private-not-mine': false,
  'id-mismatch': false,
  'author-mismatch': false,
  'visibility-mismatch': false,
  'pair-mismatch': false,
  'rev-mismatch': false,
  'recipients-mismatch': false,
  'meta-mismatch': false,
  'listed-twice': false,
  'other-answer': false,
  'earlier-state': false,
  'bad-floors': false,
  'bad-invite': false,
  'bad-invite-words': false,
  'invite-forged': false,
  'no-such-invite': false,
  'own-invite': false,
  'already-paired': false,
  'storage-unavailable': false,
  'storage-full': false,
  'storage-stuck': false,
}

const entries = <Code extends string>(record: Readonly<Record<Code, boolean>>) =>
  Object.entries(record) as [Code, boolean][]

const everything: readonly (readonly [string, Error, boolean])[] = [
  ...entries(refusals).map(([code, again]) => [code, problemOf(code, {}), again] as const),
  ...entries(vaultErrors).map(([code, again]) => [code, new VaultError(code), again] as const),
]

test.each(everything)('%s has a sentence, which says "try again" only where that can help', (_, error, canSucceed) => {
  const sentence = inWords(failureOf(error))
  expect(canRetry(error)).toBe(canSucceed)
  expect(sentence).toMatch(/^[A-Z].*[.?]$/s)
  if (!canSucceed) expect(sentence).not.toMatch(/try again/i)
})

test('this file lists every refusal', () => {
  expect(Object.keys(refusals).sort()).toEqual(Object.keys(problems).sort())
})

test.each(Object.keys(LIMITS) as LimitName[])(
  'the limit %s has a sentence of its own, which never says "try again"',
  async (limit) => {
    await loadLimitWords()
    const sentence = inWords(failureOf(new Problem('too-much', { limit })))
    expect(sentence).not.toBe(failureMessages.en.tooMuch)
    expect(sentence).toMatch(/^[A-Z].*[.]$/s)
    expect(sentence).not.toMatch(/try again|\{/i)
  },
)

test('failures that need different steps have different sentences', () => {
  const sentences = [
    new Unreachable(null),
    new Problem('wrong-origin'),
    new Problem('signed-out'),
    new Problem('day-out-of-range', { clockOff: -90_000 }),
    new Problem('wrong-shape', { fields: [] }),
    new VaultError('storage-full'),
    new VaultError('storage-stuck'),
    new VaultError('storage-unavailable'),
    new Error('a fault of ours'),
  ].map((error) => inWords(failureOf(error)))
  expect(new Set(sentences).size).toBe(sentences.length)
})

test('a room’s own sentence comes first, for a refusal, a vault error and an unreachable server', () => {
  const inMonths = failuresBy(monthsMessages, { ended: 'changed', 'not-found': 'inviteGone', 'too-long': 'changed' })
  for (const error of [new Problem('ended'), new VaultError('too-long')])
    expect(inWords(inMonths(error))).toBe(monthsMessages.en.failure.changed)
  expect(inWords(inMonths(new Problem('not-found')))).toBe(failureMessages.en.inviteGone)
  expect(inWords(inMonths(new Problem('not-paired')))).toBe(failureMessages.en.alone)
  expect(inWords(failuresBy(monthsMessages, { unreachable: 'changed' })(new Unreachable(null)))).toBe(
    monthsMessages.en.failure.changed,
  )
})

test('any other error is unexpected', () => {
  expect([new Error('no'), null, 'text'].map((error) => failureOf(error).key)).toEqual(Array(3).fill('unexpected'))
  expect([new Error('no'), new Unreachable(null)].map(codeOf)).toEqual([null, null])
  expect([new Problem('ended'), new VaultError('bad-row')].map(codeOf)).toEqual(['ended', 'bad-row'])
  expect([new Error('no'), new Unreachable(null)].every(canRetry)).toBe(true)
})

test('a wait is shown in seconds, or in minutes if it is long', () => {
  const slow = (retryAfter?: number) =>
    inWords(failureOf(new Problem('slow-down', retryAfter === undefined ? {} : { retryAfter })))
  expect(slow()).toContain('Wait a moment')
  expect(slow(1)).toContain('Wait 1 second,')
  expect(slow(90)).toContain('Wait 90 seconds,')
  expect(slow(91)).toContain('Wait 2 minutes,')
})

test('a refused day blames the device’s clock if it is off by more than an hour', () => {
  const key = (code: ProblemCode, clockOff: number) => failureOf(problemOf(code, { clockOff })).key
  expect(key('day-out-of-range', 3600)).toBe('day')
  expect(key('day-out-of-range', 3601)).toBe('clockOff')
  expect(key('week-not-open', -7200)).toBe('clockOff')
  expect(key('ended', 7200)).toBe('ended')
})

test('a refused shape names the field that a person filled in', () => {
  const sentence = (...fields: string[]) => inWords(failureOf(new Problem('wrong-shape', { fields })))
  expect(sentence('body.title')).toContain('the title')
  expect(sentence('body.sealed', 'body.types.0')).toContain('what it feeds')
  expect(sentence('body.sealed')).toBe(failureMessages.en.wrongSomewhere)
  expect(sentence()).toBe(failureMessages.en.wrongSomewhere)
})

/** Fields that the program fills in, so that a person can't correct them. */
const OF_THE_PROGRAM =
  /^(id|\w+Id|couple|acceptance|accept\w*|uid|kdf|salt|authKey|otherAuthKey|vk\w+|recoveryAuth|keyring|bundle|csrfToken|signature|deviceKey|onlyMe|sealed|entries|kind|removed|who|takenOut|rev|number|change|version|ready|done|skipped|tookPart|paused|ended|label|token|tokenHash|ticket|keyringRev|weekStart|\w+Bundle|\w+Mac)$/

test('every field that a person fills in has a name on screen', () => {
  const names = new Set(
    contracts.flatMap(({ body }) => {
      if (!body) return []
      const schema = z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' }) as {
        properties?: object
        anyOf?: { properties?: object }[]
      }
      return [schema, ...(schema.anyOf ?? [])].flatMap(({ properties = {} }) => Object.keys(properties))
    }),
  )
  expect(names.size).toBeGreaterThan(30)
  expect(
    [...names].filter((name) => !Object.hasOwn(failureMessages.en.field, name) && !OF_THE_PROGRAM.test(name)),
  ).toEqual([])
})
