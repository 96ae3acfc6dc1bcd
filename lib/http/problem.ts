// Every problem of the API, in one closed union: a stable code, its status, and a sentence that a person can act on.
import type { LimitName } from '@/lib/limits'

export const problems = {
  'not-json': [415, 'Send the body as application/json, without an encoding.'],
  malformed: [400, 'The body is not valid JSON.'],
  'too-large': [413, 'This is too large to save.'],
  'too-slow': [408, 'This took too long to arrive. Try again.'],
  'wrong-origin': [403, 'This request did not come from a page of this server.'],
  'signed-out': [401, 'Sign in and try again. What you wrote stays on this device.'],
  'not-known': [401, 'That email and phrase do not belong together.'],
  'not-signed': [403, 'Only an open journal can change this: sign it with the journal’s own key.'],
  csrf: [403, 'This page is too old. Reload it and try again.'],
  'not-found': [404, 'This does not exist, or you may not see it.'],
  'wrong-shape': [422, 'A field is missing or invalid.'],
  'too-much': [422, 'This is over a limit, which `limit` names.'],
  'email-taken': [409, 'This email already has an account. Sign in, or use another email.'],
  'id-taken': [409, 'This id is taken. Use a new one.'],
  'version-missing': [428, 'Send the version that you change in If-Match.'],
  'version-changed': [412, 'This changed after you read it. Look at the current version.'],
  'already-paired': [409, 'An account is shared with one person at a time. Part first.'],
  'not-paired': [409, 'This needs the two of you. Invite your partner first.'],
  'already-revealed': [409, 'You can both see this now, so it can’t be changed.'],
  'week-not-open': [409, 'A week can be answered from its first day to the second day after it.'],
  ended: [409, 'This has ended.'],
  skipped: [409, 'This was skipped. Bring it back first.'],
  'already-kept': [409, 'Somebody took part in this, so it keeps its day, its time and what it feeds.'],
  'day-out-of-range': [422, 'Choose today or one of the 31 days before.'],
  'day-before-pairing': [422, 'Choose a day from the one on which the two of you paired.'],
  'page-taken-back': [409, 'This page is no longer shared.'],
  'too-many-invites': [429, 'You have too many open invites. Cancel one, or wait until tomorrow.'],
  'slow-down': [429, 'Too many requests. Wait a little.'],
  'not-now': [503, 'The server can’t answer right now. Try again.'],
  unexpected: [500, 'Something went wrong on the server. Try again.'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

export type ProblemDetails = {
  /** Paths of the invalid fields, such as `body.title`. */
  fields?: string[]
  /** With 412: the saved row, in the shape of the contract's answer. */
  current?: unknown
  /** With too-much: which limit. */
  limit?: LimitName
  /** With 429 and 503: seconds to wait. */
  retryAfter?: number
  /** Only in the browser: how far the device's clock is ahead of the server's, in seconds. */
  clockOff?: number
}

/** A refusal of a field. It names which, so that a screen can say what to change. */
type FieldProblem = 'wrong-shape'

/** A refusal that the API answers. Routes throw it on the server, and `call()` throws it in the browser. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  readonly status: number
  constructor(code: FieldProblem, details: ProblemDetails & { fields: string[] })
  constructor(code: Exclude<ProblemCode, FieldProblem>, details?: ProblemDetails)
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(problems[code][1])
    this.name = 'Problem'
    this.code = code
    this.details = details
    this.status = problems[code][0]
  }
}

/** Makes the problem of an answer. A server of another version may name no field. */
export const problemOf = (code: ProblemCode, details: ProblemDetails): Problem =>
  code === 'wrong-shape' ? new Problem(code, { fields: [], ...details }) : new Problem(code, details)

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code)

/** Makes the RFC 9457 document of a problem. */
export function problemDocument(problem: Problem, requestId: string) {
  const { fields, current, limit } = problem.details
  return {
    type: 'about:blank',
    title: problem.message,
    status: problem.status,
    code: problem.code,
    requestId,
    ...(fields && { fields }),
    ...(limit && { limit }),
    ...(current !== undefined && { current }),
  }
}
