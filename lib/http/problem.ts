// Every refusal the API can give, in one closed union: a stable code, its status, and a sentence that a person can act on.

export const problems = {
  'not-json': [415, 'Send this as application/json, without an encoding.'],
  malformed: [400, 'This is not readable as JSON.'],
  'too-large': [413, 'This is too large to be kept.'],
  'too-slow': [408, 'This took too long to arrive. Try again.'],
  'wrong-origin': [403, 'This request did not come from a page of this server.'],
  'signed-out': [401, 'Sign in and try again. What you wrote stays on this device.'],
  'not-known': [401, 'That email and phrase do not belong together.'],
  csrf: [403, 'This page is too old. Reload it and try again.'],
  'not-found': [404, 'There is nothing here for you.'],
  'wrong-shape': [422, 'Something in this is missing or not as it should be.'],
  'email-taken': [409, 'This email has an account here already. Sign in, or use another.'],
  'id-taken': [409, 'This could not be added under this name. Try again.'],
  'version-missing': [428, 'Say which version you are changing.'],
  'version-changed': [412, 'This was changed since you read it. Look at what is there now.'],
  'already-paired': [409, 'An account is shared with one person at a time. Part first.'],
  'not-paired': [409, 'This needs the two of you. Invite your partner first.'],
  'already-revealed': [409, 'You can both see this now, so it stays as it is.'],
  'week-not-open': [409, 'A week can be answered from its first day to the second day after it.'],
  ended: [409, 'This has ended.'],
  'day-out-of-range': [422, 'Choose a day that is not ahead of you, and at most 31 days back.'],
  'page-taken-back': [409, 'This page was taken back.'],
  'too-many-invites': [429, 'You have as many open invites as there can be. Take one back, or wait until tomorrow.'],
  'slow-down': [429, 'Too many tries for now. Wait a little.'],
  'not-now': [503, 'The server can’t save right now. Nothing is lost: try again.'],
  unexpected: [500, 'Something went wrong here. Try again.'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

export type ProblemDetails = {
  /** Paths of the fields that are wrong, as `body.title`. */
  fields?: string[]
  /** With 412: the saved row, as the contract's answer. */
  current?: unknown
  /** With 429 and 503: seconds to wait. */
  retryAfter?: number
  /** In the browser alone: how far the device's clock is ahead of the server's, in seconds. */
  clockOff?: number
}

/** A refusal, on both ends: routes throw it, `call()` throws it again in the browser. */
export class Problem extends Error {
  readonly status: number
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(problems[code][1])
    this.name = 'Problem'
    this.status = problems[code][0]
  }
}

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code)

/** The RFC 9457 document of a refusal. */
export function problemDocument(problem: Problem, requestId: string) {
  const { fields, current } = problem.details
  return {
    type: 'about:blank',
    title: problem.message,
    status: problem.status,
    code: problem.code,
    requestId,
    ...(fields && { fields }),
    ...(current !== undefined && { current }),
  }
}
