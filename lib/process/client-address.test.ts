import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { addressHeader, networkOf } from '@/lib/http/client-address'
import { setAddressHeader } from './client-address'

function addressFrom(headers: Record<string, string>, hops: number): string | undefined {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: '::ffff:192.0.2.7' })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  setAddressHeader(request, hops)
  return String(request.headers[addressHeader])
}

describe('who is calling', () => {
  test('is the socket, whatever the client says', () => {
    expect(addressFrom({ [addressHeader]: '203.0.113.1', 'x-forwarded-for': '203.0.113.2' }, 0)).toBe(
      '::ffff:192.0.2.7',
    )
  })

  test('is what the outermost trusted proxy saw, not what the client wrote before it', () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.66, 198.51.100.4, 10.0.0.2' }
    expect(addressFrom(forwarded, 1)).toBe('10.0.0.2')
    expect(addressFrom(forwarded, 2)).toBe('198.51.100.4')
  })

  test.each([
    ['192.0.2.9:1', '192.0.2.9'],
    ['192.0.2.9:65535', '192.0.2.9'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['"[2001:db8::1]:443"', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:192.0.2.9', '::ffff:192.0.2.9'],
  ])('is the address of an entry, without its port and brackets: %s', (entry, address) => {
    expect(addressFrom({ 'x-forwarded-for': `203.0.113.66, ${entry}` }, 1)).toBe(address)
  })

  test.each(['unknown', '_hidden', '192.0.2.256', '192.0.2.9:', '[192.0.2', '192.0.2.9:port', 'example.org:80'])(
    'is the socket where the proxy wrote no address: %s',
    (entry) => {
      expect(addressFrom({ 'x-forwarded-for': entry }, 1)).toBe('::ffff:192.0.2.7')
    },
  )

  test('is the socket where the proxy wrote nothing', () => {
    expect(addressFrom({}, 1)).toBe('::ffff:192.0.2.7')
    expect(addressFrom({ 'x-forwarded-for': ' , ' }, 2)).toBe('::ffff:192.0.2.7')
  })
})

describe('the network that throttles count by', () => {
  const network = (address: string) => networkOf(new Headers({ [addressHeader]: address }))

  test('is /24 of IPv4, as IPv6 carries it too', () => {
    expect(network('192.0.2.7')).toBe('192.0.2.0/24')
    expect(network('::ffff:192.0.2.200')).toBe('192.0.2.0/24')
    expect(network('::FFFF:c000:2c8')).toBe('192.0.2.0/24')
    expect(network('0:0:0:0:0:ffff:192.0.2.200')).toBe('192.0.2.0/24')
  })

  test('is /48 of IPv6, however it is written', () => {
    for (const address of ['2001:db8:12::1', '2001:0db8:0012:ffff:1:2:3:4', '2001:DB8:12:0:0:0:0:9'])
      expect(network(address)).toBe('2001:db8:12::/48')
    expect(network('2001:db8:13::1')).not.toBe(network('2001:db8:12::1'))
    expect(network('::1')).toBe('0:0:0::/48')
    expect(network('fe80::1%eth0')).toBe('fe80:0:0::/48')
    expect(network('::')).toBe('0:0:0::/48')
  })

  test('is one for all whose address nobody knows', () => {
    expect(networkOf(new Headers())).toBe('unknown')
  })
})
