import { signIn } from '@/lib/accounts/sign-in'
import { signUp } from '@/lib/accounts/sign-up'
import type { InviteToJoin } from '@/lib/vault/register'
import { makeInvitation, fetchInvitation, settlePairing } from '@/lib/couples/device'
import { makeInviteLink } from '@/lib/couples/invitation'
import { parseZone } from '@/lib/time/zone'
import type { Vault } from '@/lib/vault/vault'
import { newDevice, type DeviceOptions, type TestDevice } from './devices'
import type { ServedApp } from './served'

/** A person with an account and one device, on which the journal is open. */
export type TestPerson = Readonly<{
  id: string
  name: string
  email: string
  phrase: string
  device: TestDevice
  /** The open journal of the first device. Throws if it is closed. */
  vault: () => Vault
  /** Signs in on another device of theirs. */
  signInElsewhere: (options?: DeviceOptions & { onlyMe?: boolean }) => Promise<TestDevice>
}>

export type PersonOptions = DeviceOptions &
  Readonly<{ name?: string; email?: string; phrase?: string; onlyMe?: boolean; acceptance?: InviteToJoin }>

/**
 * Signs a person up through a real device, in Europe/Lisbon by default, with an email and a phrase of their own. The served app has no
 * limit of sign-ups that a test would reach.
 */
export async function newPerson(
  served: Pick<ServedApp, 'origin' | 'now'>,
  options: PersonOptions = {},
): Promise<TestPerson> {
  const tag = crypto.randomUUID().slice(0, 8)
  const {
    name = 'Noor',
    email = `noor-${tag}@posta.example`,
    phrase = `a phrase that ${tag} keeps`,
    onlyMe = true,
    acceptance,
  } = options
  const device = await newDevice(served, options)
  const { uid } = await signUp(device, { name, email, phrase, onlyMe, acceptance })
  return {
    id: uid,
    name,
    email,
    phrase,
    device,
    vault: () => {
      const vault = device.journal.vault()
      if (!vault) throw new Error('The journal of this device is shut.')
      return vault
    },
    signInElsewhere: async ({ onlyMe: only = true, ...elsewhere } = {}) => {
      const other = await newDevice(served, { zone: options.zone ?? parseZone('Europe/Lisbon'), ...elsewhere })
      await signIn(other, { email, phrase, onlyMe: only })
      return other
    },
  }
}

/** A name of nearly the greatest length, with a word wider than a narrow phone: no page may scroll sideways because of it. */
export const LONG_NAME = 'Maximiliane von Donaudampfschifffahrtsgesellschaftskapitän zu Hohenheim'

/** A couple whose devices have pinned each other. `a` invited and has slot 1. */
export type Couple = Readonly<{ id: string; a: TestPerson; b: TestPerson }>

/** Signs two people up, the second by the first's link: by default Noor in Lisbon and Elias in Toronto. Both journals are open and can share. */
export async function newCouple(
  served: Pick<ServedApp, 'origin' | 'now'>,
  { a: first = {}, b: second = {} }: { a?: PersonOptions; b?: Omit<PersonOptions, 'acceptance'> } = {},
): Promise<Couple> {
  const a = await newPerson(served, first)
  const { pairId, secret } = await makeInvitation(a.device, a.vault())
  const elias = {
    name: 'Elias',
    email: `elias-${crypto.randomUUID().slice(0, 8)}@posta.example`,
    zone: parseZone('America/Toronto'),
  }
  const { joining } = await fetchInvitation(a.device, makeInviteLink(served.origin, secret))
  const b = await newPerson(served, { ...elias, ...second, acceptance: joining })
  const { is } = await settlePairing(a.device, a.vault())
  if (is !== 'pinned') throw new Error(`The inviter's device could not pin the partner: ${is}.`)
  return { id: pairId, a, b }
}
