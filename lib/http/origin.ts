import 'server-only'
import { running } from '@/lib/running'
import { Problem } from './problem'

/**
 * Checks that a change comes from one of our pages: `Origin` is a configured address (never one derived from the
 * request), or, if the browser sends none, Fetch Metadata says same-origin. Throws wrong-origin. Source: OWASP CSRF
 * Prevention Cheat Sheet.
 */
export function checkOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isOurs = origin === null ? site === 'same-origin' : running().origins.includes(origin)
  if (!isOurs || site === 'cross-site' || site === 'same-site') throw new Problem('wrong-origin')
}
