// The name of a home on its network, by multicast DNS (RFC 6762). ciao does the work: it asks whether the name is free, answers whoever asks
// for it, and follows the addresses of this computer.
import type { CiaoService } from '@homebridge/ciao'

export type Announced = Readonly<{
  /** Whether nobody else on the network has the name. */
  isOurs: boolean
  /** Withdraws the name. */
  stop: () => Promise<void>
}>

/**
 * Announces `<name>.local` on the interfaces of `host` (0.0.0.0 or :: for all of them). Another computer may have the name already:
 * then nothing is announced. `onLost` is called if another computer takes it later. Rejects where the port of multicast DNS can't be used.
 */
export async function announce({
  name,
  port,
  host,
  onLost = () => {},
}: Readonly<{ name: string; port: number; host: string; onLost?: () => void }>): Promise<Announced> {
  const { getResponder } = await import('@homebridge/ciao')
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const responder = getResponder(isEverywhere ? {} : { interface: host })
  const service: CiaoService = responder.createService({
    name: `Fivefold (${name})`,
    hostname: name,
    type: 'https',
    port,
    disabledIpv6: true, // the server listens on IPv4
    ...(isEverywhere ? {} : { restrictedAddresses: [host] }),
  })
  let isOurs = true
  let isUp = false
  const lose = () => {
    if (!isOurs) return
    isOurs = false
    if (isUp) onLost()
  }
  // ciao would go on under another name, which no certificate has and no device knows
  service.on('hostname-change', lose)
  service.on('name-change', () => {})
  await service.advertise()
  isUp = true
  if (!isOurs) await service.destroy()
  return { isOurs, stop: () => responder.shutdown() }
}
