import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { addressHeader } from '../http/client-address.ts'

/**
 * Sets the header that throttles read to the client's address, whatever the client sent in it. That is the socket's address, or with
 * `hops` reverse proxies the address that the outermost of them saw. Each proxy appends its caller to X-Forwarded-For, so this is the
 * entry `hops` from the end; a client may have made up those before it. With fewer entries than proxies the first one counts. An entry
 * that is no address counts as none, so that made-up text can't become a network of its own.
 */
export function setAddressHeader(request: IncomingMessage, hops: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const forwardedFor = hops > 0 ? forwarded[Math.max(0, forwarded.length - hops)] : undefined
  request.headers[addressHeader] =
    (forwardedFor === undefined ? null : addressOfEntry(forwardedFor)) ?? request.socket.remoteAddress ?? 'unknown'
}

/**
 * Returns the address of an entry, or null if it has none. Proxies write it bare, with a port (`192.0.2.7:4711`), in brackets
 * (`[2001:db8::1]`, RFC 7239 section 6) or with both, and some of them in quotes.
 */
function addressOfEntry(entry: string): string | null {
  const bare = entry.replace(/^"(.*)"$/, '$1')
  const inBrackets = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(bare)?.[1]
  const withPort = /^([\d.]+):\d{1,5}$/.exec(bare)?.[1]
  const address = inBrackets ?? withPort ?? bare
  return isIP(address) === 0 ? null : address
}
