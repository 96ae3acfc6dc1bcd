import { PlainFailure } from '../plain-failure.ts'

/** What a shell reads within double quotes, and what could end them. A backslash separates folders on Windows. */
const unsafe = process.platform === 'win32' ? /[$'"`\p{Cc}]/u : /[$'"`\\\p{Cc}]/u

/**
 * Throws a PlainFailure if a path has a character that a shell would read: pg_ctl of PostgreSQL passes the paths of the
 * database and of its programs to one. `what` begins the sentence and `way` ends it.
 */
export function refuseUnsafePath(folder: string, what: string, way: string): void {
  const found = unsafe.exec(folder)?.[0]
  if (found === undefined) return
  const named = /\p{Cc}/u.test(found) ? 'a control character' : found
  throw new PlainFailure(
    `${what} ${JSON.stringify(folder)} has ${named} in its path, which PostgreSQL can't use, because its pg_ctl passes the path to a shell: ${way}.`,
  )
}
