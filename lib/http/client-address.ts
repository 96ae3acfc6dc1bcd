/**
 * The header in which the process's entry passes the client's address. It removes a client's own header of this name.
 */
export const addressHeader = 'x-fivefold-address'

/**
 * Returns the network of a request, as coarse as a throttle needs it: /24 of IPv4, /48 of IPv6. The entry wrote the
 * address, from the socket or from the proxies that TRUST_PROXY_HOPS trusts.
 */
export function networkOf(headers: Headers): string {
  const address = headers.get(addressHeader) ?? 'unknown'
  const groups = address.includes(':') ? groupsOf(address) : null
  const inner = groups && ipv4Of(groups)
  const bytes = inner ?? (/^\d+(\.\d+){3}$/.test(address) ? address.split('.').map(Number) : null)
  if (bytes) return `${bytes.slice(0, 3).join('.')}.0/24`
  if (!groups) return address
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::/48`
}

/** The eight groups of an IPv6 address, whose last two may be written as an IPv4 address; its zone, such as %eth0, is left out. */
function groupsOf(address: string): number[] {
  const parse = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .flatMap((group) => {
        const [a, b, c, d] = group.split('.').map(Number)
        return a !== undefined && b !== undefined && c !== undefined && d !== undefined
          ? [a * 256 + b, c * 256 + d]
          : [Number.parseInt(group, 16)]
      })
  const [head = [], tail = []] = (address.split('%')[0] ?? '').split('::').map(parse)
  return [...head, ...Array<number>(Math.max(0, 8 - head.length - tail.length)).fill(0), ...tail]
}

/** The bytes of an IPv4 address that IPv6 carries (`::ffff:192.0.2.7`, RFC 4291 section 2.5.5.2), or null. */
function ipv4Of(groups: readonly number[]): number[] | null {
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  return isMapped ? groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]) : null
}
