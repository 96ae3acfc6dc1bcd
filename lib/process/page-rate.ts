import type { IncomingMessage, ServerResponse } from 'node:http'
import { readSessionSecret } from '../auth/cookies.ts'
import { addressHeader, networkOf } from '../http/client-address.ts'
import { countPage } from '../http/rates.ts'
import { isPage } from './page-headers.ts'

/** The page of a refusal, as Next draws none with this status. It holds nothing but its two sentences. */
const slowPage = (wait: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Too many pages at once</title><h1>Too many pages at once</h1><p>Wait ${wait}, then load this page again.</p></html>`

const secondsInWords = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'long' })

/**
 * Counts a request for a page, as routes count theirs. Over the limit it answers 429 with a plain page that says when to
 * go on, and returns true. The address header must be set.
 */
export function refusePage(request: IncomingMessage, response: ServerResponse): boolean {
  if (!isPage(request.url ?? '/')) return false
  const address = new Headers({ [addressHeader]: String(request.headers[addressHeader]) })
  const cookies = new Headers({ cookie: request.headers.cookie ?? '' })
  const wait = countPage(readSessionSecret(cookies), networkOf(address))
  if (wait === 0) return false
  response.writeHead(429, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'retry-after': String(wait),
  })
  response.end(slowPage(secondsInWords.format(wait)))
  return true
}
