import type { IncomingMessage } from 'node:http'
import { addressHeader } from '../http/client-address.ts'

/**
 * Sets the header that throttles read to the client's address, whatever the client sent in it. That is the socket's address, or with
 * `hops` reverse proxies the address that the outermost of them saw. Each proxy appends its caller to X-Forwarded-For, so this is the
 * entry `hops` from the end; a client may have made up those before it. With fewer entries than proxies the first one counts.
 */
export function setAddressHeader(request: IncomingMessage, hops: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const forwardedFor = hops > 0 ? forwarded[Math.max(0, forwarded.length - hops)] : undefined
  request.headers[addressHeader] = forwardedFor ?? request.socket.remoteAddress ?? 'unknown'
}
