import type { Device } from '@/lib/device/device'
import { ignoreUnreachable } from '@/lib/device/ignore-failures'
import { saveKeyring } from '@/lib/device/save-keyring'
import type { InviteToJoin } from '@/lib/vault/register'
import { Problem } from '@/lib/http/problem'
import { weekStartOf } from '@/lib/time/week'
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
 * Makes an invite. Its secret is in the keyring before it goes up, so that no answer that got lost leaves one that nobody can
 * finish. Throws `Problem` (too-many-invites, already-paired), `Unreachable`, and what `saveKeyring` throws.
 */
export async function makeInvitation(device: Device, vault: Vault): Promise<Invitation> {
  const { secret, invite: made } = await pairing.makeInvite(vault)
  const { pairId } = made
  const holding = await saveKeyring(device, vault, (keyring) => pairing.addInviteSecret(keyring, pairId, secret))
  try {
    const { expiresAt } = await device.call(postInvite, { ...made, weekStart: weekStartOf(device.locale()) })
    return { pairId, secret, expiresAt: new Date(expiresAt) }
  } catch (error) {
    if (error instanceof Problem)
      await ignoreUnreachable(saveKeyring(device, holding, (keyring) => pairing.removeInviteSecret(keyring, pairId)))
    throw error
  }
}

/** My open invites whose secret this person's keyring holds, newest first. */
export async function fetchOpenInvitations(device: Device, vault: Vault): Promise<Invitation[]> {
  const { invites } = await device.call(listInvites, {})
  const open = invites.filter(({ state }) => state === 'open')
  return open.flatMap(({ pairId, expiresAt }) => {
    const secret = Object.hasOwn(vault.keyring.invites, pairId) ? vault.keyring.invites[pairId] : undefined
    return secret === undefined ? [] : [{ pairId, secret: parseInviteSecret(secret), expiresAt: new Date(expiresAt) }]
  })
}

/** Takes an invite back. Where it was accepted meanwhile, `Problem` not-found is thrown and the two are a couple. */
export async function revokeInvitation(device: Device, vault: Vault, pairId: string): Promise<Vault> {
  await device.call(revokeInvite, { pairId })
  return saveKeyring(device, vault, (keyring) => pairing.removeInviteSecret(keyring, pairId))
}

/**
 * Reads an invite from a link, its fragment or twelve words, and checks the inviter's keys against it. Throws `VaultError`
 * (bad-invite, bad-invite-words: no invite at all; invite-forged, bad-bundle), `Problem` (not-found) and `Unreachable`.
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
 * Accepts an invite as whoever's journal is open. The inviter is pinned before the acceptance goes up: afterwards nothing here knows
 * the secret. Where it is refused the pin goes again. Throws `Problem` (not-found, already-paired, slow-down), `Unreachable`, and
 * `VaultError` (own-invite, invite-forged).
 */
export async function acceptInvitation(device: Device, vault: Vault, { secret, served }: InviteToJoin): Promise<Vault> {
  const { couple } = await device.call(getCouple, {})
  const { pairId } = await pairing.derivePairKeys(secret)
  if (couple && couple.id !== pairId) throw new Problem('already-paired')
  let acceptance: pairing.Acceptance | undefined
  const pinned = await saveKeyring(device, vault, async (keyring) => {
    const accepted = await pairing.acceptInvite({ ...vault, keyring }, secret, served, couple?.id ?? null)
    acceptance = accepted.acceptance
    return accepted.keyring
  })
  if (!acceptance) throw new Error('An acceptance is made with its pin.')
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

/** How the two stand, on this device. Only `pinned` may be shared with. */
export type PairingState =
  | Readonly<{ is: 'alone' }>
  | Readonly<{ is: 'pinned'; couple: NonNullable<MyCouple['couple']> }>
  /** The partner's keys were not proved by the link: `why` says whether they can't be (no secret here) or are not what it says. */
  | Readonly<{ is: 'unproved'; why: 'no-secret' | 'forged'; couple: NonNullable<MyCouple['couple']> }>
  /** The server names other keys than those that were proved. */
  | Readonly<{ is: 'changed'; couple: NonNullable<MyCouple['couple']> }>

/**
 * Brings the keyring in step with the couple: an inviter pins whoever joined, once their MAC holds; the pin of a couple that ended
 * becomes a former one. Throws `Problem`, `Unreachable`, and what `saveKeyring` throws.
 */
export async function settlePairing(device: Device, vault: Vault): Promise<PairingState> {
  const { couple } = await device.call(getCouple, {})
  let why: 'no-secret' | 'forged' = 'no-secret'
  const settled = await saveKeyring(device, vault, async (keyring) => {
    const now = pairing.settleCouple(keyring, couple?.id ?? null)
    if (!couple || now.partner || couple.inviteeMac === null) return now
    try {
      return await pairing.finishInvite(
        { ...vault, keyring },
        { bundle: couple.partnerBundle, inviteeMac: couple.inviteeMac },
        couple.id,
      )
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      why = error.code === 'no-such-invite' ? 'no-secret' : 'forged'
      return now
    }
  })
  if (!couple) return { is: 'alone' }
  const is = pairing.checkPin(settled.keyring, { pair: couple.id, bundle: couple.partnerBundle })
  return is === 'unproved' ? { is, why, couple } : { is, couple }
}

/**
 * Parts: at once, alone, without the journal having to be open. Where it is, the pin becomes a former one; else that is done when it
 * is next open.
 */
export async function leaveCouple(device: Device): Promise<void> {
  await device.call(deleteCouple, {})
  const vault = device.journal.vault()
  if (vault) await ignoreUnreachable(saveKeyring(device, vault, (keyring) => pairing.settleCouple(keyring, null)))
}

/** What I marked after pairing, and what my partner did once both have. */
export const fetchHopes = (device: Pick<Device, 'call'>): Promise<HopesAnswer> => device.call(getHopes, {})

/** Marks which types feel fed and which are wished for more. Throws `Problem` already-revealed once both have marked. */
export const sendHopes = (
  device: Pick<Device, 'call'>,
  marks: NonNullable<HopesAnswer['mine']>,
): Promise<HopesAnswer> => device.call(putHopes, marks)
