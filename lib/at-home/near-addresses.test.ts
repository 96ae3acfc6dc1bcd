import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { nearAddresses } from './near-addresses'

const on = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, netmask: '255.255.255.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal, cidr: null },
]

test('the address of the home network comes before those of tunnels, containers and odd networks', () => {
  expect(
    nearAddresses({
      lo: on('127.0.0.1', true),
      docker0: on('172.17.0.1'),
      utun4: on('100.101.102.103'),
      en5: on('169.254.10.1'),
      eth0: on('10.0.0.7'),
      wlan0: on('192.168.1.20'),
    }),
  ).toEqual(['192.168.1.20', '10.0.0.7', '172.17.0.1', '100.101.102.103', '169.254.10.1'])
})

test('a computer without a network has none', () => {
  expect(nearAddresses({ lo: on('127.0.0.1', true) })).toEqual([])
})
