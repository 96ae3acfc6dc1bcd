import 'server-only'
import { running } from '@/lib/running'
import { Problem } from './problem'

/**
 * A change of state comes from one of our own pages: `Origin` is one of the addresses that the start was given (never one derived from
 * the request), or, where a browser sends none, Fetch Metadata says same-origin. Source: OWASP CSRF Prevention Cheat Sheet.
 */
export function checkOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const ours = origin === null ? site === 'same-origin' : running().origins.includes(origin)
  if (!ours || site === 'cross-site' || site === 'same-site') throw new Problem('wrong-origin')
}
