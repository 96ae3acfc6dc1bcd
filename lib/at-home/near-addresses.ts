import { isIPv4 } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

/** Interfaces that lead to no device of the home: containers, virtual machines and tunnels. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|cni|flannel|podman|tun|tap|utun|wg|tailscale|zt|awdl|llw|anpi|bridge)/i

/**
 * The IPv4 addresses at which other devices of the network may reach this computer, the likeliest first: those of real interfaces before
 * virtual ones, and those of home networks before others. Self-assigned ones (169.254) come last.
 */
export function nearAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos = []]) =>
      infos
        .filter(({ address, internal }) => !internal && isIPv4(address))
        .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 10 : 0) + rankOf(address) })),
    )
    .sort((first, second) => first.rank - second.rank)
    .map(({ address }) => address)
}

function rankOf(address: string): number {
  if (address.startsWith('192.168.')) return 0
  if (address.startsWith('10.')) return 1
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2
  return address.startsWith('169.254.') ? 20 : 3
}
