import type { IncomingMessage } from 'node:http'
import { addressHeader } from '../http/client-address.ts'

/**
 * Writes who is calling into the header that throttles read, over whatever a client sent under its name: the socket's address, or
 * with `hops` reverse proxies in front the address that the outermost of them saw. Each proxy appends the one it was called from
 * to X-Forwarded-For, so that is the entry `hops` from the end; what stands before it the client may have made up. With fewer
 * entries than proxies the first one is taken.
 */
export function tellAddress(request: IncomingMessage, hops: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  const forwardedFor = hops > 0 ? forwarded[Math.max(0, forwarded.length - hops)] : undefined
  request.headers[addressHeader] = forwardedFor ?? request.socket.remoteAddress ?? 'unknown'
}
