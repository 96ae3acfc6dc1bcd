/** An error whose message tells a person what to do: it is printed alone, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure'
}

/** The text that a process prints before it exits: the message of a plain failure, the stack of any other error. */
export function lastWords(error: unknown): string {
  if (error instanceof PlainFailure) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
