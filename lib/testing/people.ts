import { signIn } from '@/lib/accounts/sign-in'
import { signUp } from '@/lib/accounts/sign-up'
import type { InviteToJoin } from '@/lib/vault/register'
import { makeInvitation, fetchInvitation, settlePairing } from '@/lib/couples/device'
import { makeInviteLink } from '@/lib/couples/invitation'
import { parseZone } from '@/lib/time/zone'
import type { Vault } from '@/lib/vault/vault'
import { newDevice, type DeviceOptions, type TestDevice } from './devices'
import type { ServedApp } from './served'

/** Somebody with an account and one device on which the journal is open. */
export type TestPerson = Readonly<{
  id: string
  name: string
  email: string
  phrase: string
  device: TestDevice
  /** The open journal of the first device. Throws while it is shut. */
  vault: () => Vault
  /** Signs in on another device of theirs. */
  signInElsewhere: (options?: DeviceOptions & { onlyMe?: boolean }) => Promise<TestDevice>
}>

export type PersonOptions = DeviceOptions &
  Readonly<{ name?: string; email?: string; phrase?: string; onlyMe?: boolean; acceptance?: InviteToJoin }>

/**
 * Signs somebody up through a real device; the zone is `zone`, Europe/Lisbon by default. Nobody else has the email or the phrase.
 * The served app's limits let tests sign up as many as they like.
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

/** A name about as long as one may be, with a word that no line of a narrow phone holds: a page must bear it without scrolling sideways. */
export const LONG_NAME = 'Maximiliane von Donaudampfschifffahrtsgesellschaftskapitän zu Hohenheim'

/** Two people who are a couple, each pinned by the other; `a` invited and is the first of the two. */
export type Couple = Readonly<{ id: string; a: TestPerson; b: TestPerson }>

/**
 * Two sign up, the second by the first's link: Noor in Lisbon and Elias in Toronto, unless told otherwise. Both journals are open and
 * may be shared from.
 */
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
  if (is !== 'pinned') throw new Error(`The inviter's device could not pin the other: ${is}.`)
  return { id: pairId, a, b }
}
