/**
 * The header in which the process's entry passes the client's address. It removes a client's own header of this name.
 */
export const addressHeader = 'x-fivefold-address'

/**
 * Returns the network of a request, as coarse as a throttle needs it: /24 of IPv4, /48 of IPv6. The entry wrote the
 * address, from the socket or from the proxies that TRUST_PROXY_HOPS trusts.
 */
export function networkOf(headers: Headers): string {
  const address = (headers.get(addressHeader) ?? 'unknown').replace(/^::ffff:(?=\d+\.)/i, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!address.includes(':')) return address
  const [left = '', right] = address.split('::')
  const head = left.split(':').filter(Boolean)
  const tail = right === undefined ? [] : right.split(':').filter(Boolean)
  const whole = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${whole
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/48`
}
