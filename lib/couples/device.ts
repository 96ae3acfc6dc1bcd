import type { Device } from '@/lib/device/device'
import { ignoreUnreachable } from '@/lib/device/ignore-failures'
import { saveKeyring } from '@/lib/device/save-keyring'
import type { InviteToJoin } from '@/lib/vault/register'
import { Problem } from '@/lib/http/problem'
import { weekStartOf } from '@/lib/time/week'
import { runsOutAt, settleInvites } from '@/lib/vault/invite-age'
import { parseInviteSecret, readInvite } from '@/lib/vault/invite-secret'
import type { Keyring } from '@/lib/vault/keyring'
import * as pairing from '@/lib/vault/pairing'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import {
  putAcceptance,
  getCouple,
  getHopes,
  listInvites,
  postInvite,
  deleteCouple,
  putHopes,
  getInvite,
  revokeInvite,
  tokenHeader,
  type HopesAnswer,
  type MyCouple,
} from './contract'
import type { Invitation, Invited } from './invitation'

/**
 * Makes an invite. The keyring holds its secret before it is sent, so that a lost answer never leaves an invite that no
 * device can finish. Throws `Problem` (too-many-invites, already-paired), `Unreachable`, and what `saveKeyring` throws.
 */
export async function makeInvitation(device: Device, vault: Vault): Promise<Invitation> {
  const { secret, invite } = await pairing.makeInvite(vault)
  const { pairId } = invite
  const holding = await saveKeyring(device, vault, (keyring) =>
    pairing.addInviteSecret(withoutRunOut(device, keyring), pairId, secret, device.present().getTime()),
  )
  try {
    const { expiresAt } = await device.call(postInvite, { ...invite, weekStart: weekStartOf(device.locale()) })
    return { pairId, secret, expiresAt: sooner(holding, pairId, expiresAt) }
  } catch (error) {
    if (error instanceof Problem)
      await ignoreUnreachable(saveKeyring(device, holding, (keyring) => pairing.removeInviteSecret(keyring, pairId)))
    throw error
  }
}

/** Above this difference from the server's clock, a device removes no invite: its own clock may be wrong. In ms. */
const CLOCK_OFF = 3_600_000

/**
 * The keyring without invites that have run out by this device's own clock. A server that names another time can only
 * put the removal off: an invite that has run out here still pins nobody.
 */
const withoutRunOut = (device: DeviceClock, keyring: Keyring): Keyring =>
  isClockOff(device) ? keyring : settleInvites(keyring, device.now().getTime())

type DeviceClock = Pick<Device, 'now' | 'present'>

const isClockOff = (device: DeviceClock): boolean =>
  Math.abs(device.present().getTime() - device.now().getTime()) > CLOCK_OFF

/** When an invite runs out: by this device's keyring, or sooner where the server says so. */
const sooner = ({ keyring }: Vault, pairId: string, expiresAt: string): Date =>
  new Date(Math.min(Date.parse(expiresAt), runsOutAt(keyring, pairId) ?? Number.POSITIVE_INFINITY))

/** Fetches the viewer's open invites whose secrets their keyring holds, newest first. */
export async function fetchOpenInvitations(device: Device, vault: Vault): Promise<Invitation[]> {
  const { invites } = await device.call(listInvites, {})
  const open = invites.filter(({ state }) => state === 'open')
  // An invite that was made just now is dated by the server's clock where this device's is wrong.
  const now = isClockOff(device) ? device.present() : device.now()
  return open.flatMap(({ pairId, ...invite }) => {
    const expiresAt = sooner(vault, pairId, invite.expiresAt)
    if (expiresAt <= now) return []
    const secret = Object.hasOwn(vault.keyring.invites, pairId) ? vault.keyring.invites[pairId] : undefined
    return secret === undefined ? [] : [{ pairId, secret: parseInviteSecret(secret), expiresAt }]
  })
}

/** Revokes an invite. Throws `Problem` (not-found) if it was accepted meanwhile: then the two people are a couple. */
export async function revokeInvitation(device: Device, vault: Vault, pairId: string): Promise<Vault> {
  await device.call(revokeInvite, { pairId })
  return saveKeyring(device, vault, (keyring) => pairing.removeInviteSecret(keyring, pairId))
}

/**
 * Fetches an invite by its link, fragment or twelve words, and checks the inviter's keys with its secret. Throws
 * `VaultError` (bad-invite and bad-invite-words for a malformed invite; invite-forged, bad-bundle), `Problem`
 * (not-found) and `Unreachable`.
 */
export async function fetchInvitation(device: Pick<Device, 'call'>, typed: string): Promise<Invited> {
  const secret = await readInvite(typed)
  const { pairId, token } = await pairing.derivePairKeys(secret)
  const { inviterName, inviterBundle, inviterMac, expiresAt } = await device.call(
    getInvite,
    { pairId },
    { headers: { [tokenHeader]: token } },
  )
  const joining: InviteToJoin = { secret, served: { inviterBundle, inviterMac } }
  await pairing.checkInvite(secret, joining.served)
  return { inviterName, expiresAt: new Date(expiresAt), joining }
}

/**
 * Accepts an invite as the person whose journal is open. Pins the inviter before the acceptance is sent, because no
 * device knows the secret afterwards. A refusal removes the pin again. Throws `Problem` (not-found, already-paired,
 * slow-down), `Unreachable`, and `VaultError` (own-invite, invite-forged).
 */
export async function acceptInvitation(device: Device, vault: Vault, { secret, served }: InviteToJoin): Promise<Vault> {
  const { couple } = await fetchCouple(device, vault)
  const { pairId } = await pairing.derivePairKeys(secret)
  if (couple && couple.id !== pairId) throw new Problem('already-paired')
  let acceptance: pairing.Acceptance | undefined
  const pinned = await saveKeyring(device, vault, async (keyring) => {
    const accepted = await pairing.acceptInvite({ ...vault, keyring }, secret, served, couple?.id ?? null)
    acceptance = accepted.acceptance
    return accepted.keyring
  })
  if (!acceptance) throw new Error('The keyring was saved without making an acceptance.')
  try {
    await device.call(putAcceptance, acceptance)
    return pinned
  } catch (error) {
    if (error instanceof Problem)
      await ignoreUnreachable(saveKeyring(device, pinned, (keyring) => removePin(keyring, pairId)))
    throw error
  }
}

const removePin = (keyring: Keyring, pairId: string): Keyring =>
  keyring.partner?.pair === pairId ? { ...keyring, partner: null } : keyring

/** Fetches the couple of the person whose journal is open. Throws `other-answer` for one of other people. */
async function fetchCouple(device: Pick<Device, 'call'>, { uid }: Vault): Promise<MyCouple> {
  const answer = await device.call(getCouple, {})
  const { couple } = answer
  if (couple && (couple.me.id !== uid || couple.partner.id !== couple.partnerBundle.uid || couple.partner.id === uid))
    throw new VaultError('other-answer')
  return answer
}

/** The couple as this device trusts it. Share with `pinned` only. */
export type PairingState =
  | Readonly<{ is: 'alone' }>
  | Readonly<{ is: 'pinned'; couple: NonNullable<MyCouple['couple']> }>
  /** The partner's keys are not proved: this keyring has no secret to check them with, or the check failed. */
  | Readonly<{ is: 'unproved'; why: 'no-secret' | 'forged'; couple: NonNullable<MyCouple['couple']> }>
  /** The server names other keys than the pinned ones. */
  | Readonly<{ is: 'changed'; couple: NonNullable<MyCouple['couple']> }>

/**
 * Updates the keyring to the current couple: an inviter pins the person who joined if their MAC is valid; the pin of a
 * couple that has parted becomes a former one; invites that have run out are removed. Throws `Problem`, `Unreachable`,
 * `other-answer`, and what `saveKeyring` throws.
 */
export async function settlePairing(device: Device, vault: Vault): Promise<PairingState> {
  const { couple } = await fetchCouple(device, vault)
  const now = device.now().getTime()
  let why: 'no-secret' | 'forged' = 'no-secret'
  const settled = await saveKeyring(device, vault, async (keyring) => {
    const settled = withoutRunOut(device, pairing.settleCouple(keyring, couple?.id ?? null))
    if (!couple || settled.partner || couple.inviteeMac === null || couple.acceptedAt === null) return settled
    const { partnerBundle: bundle, inviteeMac, acceptedAt } = couple
    const served = { bundle, inviteeMac, acceptedAt: Date.parse(acceptedAt) }
    try {
      return withoutRunOut(device, await pairing.finishInvite({ ...vault, keyring }, served, couple.id, now))
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      why = error.code === 'no-such-invite' ? 'no-secret' : 'forged'
      return settled
    }
  })
  if (!couple) return { is: 'alone' }
  const is = pairing.checkPin(settled.keyring, { pair: couple.id, bundle: couple.partnerBundle })
  return is === 'unproved' ? { is, why, couple } : { is, couple }
}

/**
 * Ends the couple. The journal need not be open: if it is, the pin becomes a former one now, else when it is next open.
 * Throws `Problem`, `Unreachable`.
 */
export async function leaveCouple(device: Device): Promise<void> {
  await device.call(deleteCouple, {})
  const vault = device.journal.vault()
  if (vault) await ignoreUnreachable(saveKeyring(device, vault, (keyring) => pairing.settleCouple(keyring, null)))
}

/** Fetches the viewer's marks after pairing, and the partner's once both have marked. */
export const fetchHopes = (device: Pick<Device, 'call'>): Promise<HopesAnswer> => device.call(getHopes, {})

/** Sends the viewer's marks. Throws `Problem` (already-revealed) once both have marked. */
export const sendHopes = (
  device: Pick<Device, 'call'>,
  marks: NonNullable<HopesAnswer['mine']>,
): Promise<HopesAnswer> => device.call(putHopes, marks)
