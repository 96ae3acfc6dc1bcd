/** An error whose message is all that a person needs: it is printed alone, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure'
}

/** What a process says last: the sentence of a plain failure, the stack of anything else. */
export function lastWords(error: unknown): string {
  if (error instanceof PlainFailure) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
