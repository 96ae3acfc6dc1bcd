import 'server-only'
import { Problem } from './problem'

const latest = 2_000_000_000 // as contracts say; the column holds a little more, and the next one is counted from it

/** The version that If-Match names, as `"7"`: 428 where it is absent, 412 where it is something else than one version. */
export function readIfMatch(headers: Headers): number {
  const given = headers.get('if-match')
  if (given === null) throw new Problem('version-missing')
  const named = /^"(0|[1-9]\d{0,9})"$/.exec(given)
  if (!named || Number(named[1]) > latest) throw new Problem('version-changed')
  return Number(named[1])
}
