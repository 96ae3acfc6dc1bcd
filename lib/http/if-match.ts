import 'server-only'
import { Problem } from './problem'

const latest = 2_000_000_000 // As in contracts. The column holds slightly more, so that the next version fits.

/**
 * Reads the version of If-Match, such as `"7"`. Throws version-missing (428) without it, version-changed (412) if it is
 * not one version.
 */
export function readIfMatch(headers: Headers): number {
  const given = headers.get('if-match')
  if (given === null) throw new Problem('version-missing')
  const named = /^"(0|[1-9]\d{0,9})"$/.exec(given)
  if (!named || Number(named[1]) > latest) throw new Problem('version-changed')
  return Number(named[1])
}
