// Two people prove their keys to one another over a secret that no server sees: a MAC over both bundles in both directions.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { readBundle, sameBundle, type Bundle } from './bundle'
import { makeInviteSecret, secretBytes, type InviteSecret } from './invite-secret'
import type { Keyring, Pin } from './keyring'
import { hkdfBytes, hmac, hmacHolds, labelled, sha256, uuidOf } from './primitives'
import type { Vault } from './vault'
import { VaultError } from './vault-error'

/** What comes of k. `pairId` is the invite's id, the `pair` of sealed texts and the couple's id; `token` asks for the invite. */
export type PairKeys = Readonly<{ pairId: string; token: string; macKey: Bytes }>

/** Throws `bad-invite`. */
export async function pairKeys(secret: string): Promise<PairKeys> {
  const k = secretBytes(secret)
  const [id, token, macKey] = await Promise.all([
    hkdfBytes(k, 'pair-id', 16),
    hkdfBytes(k, 'pair-token'),
    hkdfBytes(k, 'pair-mac'),
  ])
  return { pairId: uuidOf(id), token: toBase64url(token), macKey }
}

const inviterMessage = (pairId: string, inviter: Bundle) => labelled('inviter', pairId, inviter)
const inviteeMessage = (pairId: string, inviter: Bundle, invitee: Bundle) => labelled('invitee', pairId, inviter, invitee)

/** An invite as it goes up: SHA-256 of the token's UTF-8, the inviter's bundle, and its MAC, both as base64url. */
export type NewInvite = Readonly<{ pairId: string; tokenHash: string; bundle: Bundle; mac: string }>

/** A fresh secret and the invite of it. Put the secret into the keyring (`withInvite`) before the invite goes up. */
export async function makeInvite({ bundle }: Vault): Promise<Readonly<{ secret: InviteSecret; invite: NewInvite }>> {
  const secret = makeInviteSecret()
  const { pairId, token, macKey } = await pairKeys(secret)
  const tokenHash = toBase64url(await sha256(utf8(token)))
  const mac = toBase64url(await hmac(macKey, inviterMessage(pairId, bundle)))
  return { secret, invite: { pairId, tokenHash, bundle, mac } }
}

export const withInvite = (keyring: Keyring, pairId: string, secret: InviteSecret): Keyring => ({
  ...keyring,
  invites: { ...keyring.invites, [pairId]: secret },
})

/** Without an invite that was withdrawn or ran out. */
export function withoutInvite(keyring: Keyring, pairId: string): Keyring {
  if (!Object.hasOwn(keyring.invites, pairId)) return keyring
  return { ...keyring, invites: Object.fromEntries(Object.entries(keyring.invites).filter(([id]) => id !== pairId)) }
}

/** What the server answers to whoever holds the token. */
export type ServedInvite = Readonly<{ bundle: unknown; mac: string }>

/** The invitee's half: goes up to accept. */
export type Acceptance = Readonly<{ pairId: string; token: string; bundle: Bundle; mac: string }>

/**
 * Checks that the inviter's keys are the ones that the secret vouches for, pins them and proves one's own. The keyring returned
 * holds the pin; seal it with the acceptance's answer. Throws `invite-forged`, `own-invite`, `already-paired`, `bad-bundle`.
 */
export async function acceptInvite(
  { keyring, bundle: mine }: Vault,
  secret: string,
  served: ServedInvite,
): Promise<Readonly<{ acceptance: Acceptance; keyring: Keyring }>> {
  const { pairId, token, macKey } = await pairKeys(secret)
  const inviter = readBundle(served.bundle)
  await checkMac(macKey, inviterMessage(pairId, inviter), served.mac)
  const pinned = withPin(keyring, mine, pairId, inviter)
  const mac = toBase64url(await hmac(macKey, inviteeMessage(pairId, inviter, mine)))
  return { acceptance: { pairId, token, bundle: mine, mac }, keyring: pinned }
}

/** The invitee's bundle and MAC, as the inviter's device gets them of its couple. */
export type ServedAcceptance = Readonly<{ pairId: string; bundle: unknown; mac: string }>

/**
 * The inviter's side, when the device is next open: checks the invitee's MAC, pins, and forgets the invite. Throws
 * `no-such-invite`, `invite-forged`, `own-invite`, `already-paired`, `bad-bundle`.
 */
export async function finishInvite({ keyring, bundle: mine }: Vault, served: ServedAcceptance): Promise<Keyring> {
  const { pairId } = served
  const secret = Object.hasOwn(keyring.invites, pairId) ? keyring.invites[pairId] : undefined
  if (secret === undefined) throw new VaultError('no-such-invite')
  const keys = await pairKeys(secret)
  if (keys.pairId !== pairId) throw new VaultError('no-such-invite')
  const invitee = readBundle(served.bundle)
  await checkMac(keys.macKey, inviteeMessage(pairId, mine, invitee), served.mac)
  return withoutInvite(withPin(keyring, mine, pairId, invitee), pairId)
}

async function checkMac(macKey: Bytes, message: Bytes, mac: string): Promise<void> {
  let bytes: Bytes
  try {
    bytes = fromBase64url(mac, 32)
  } catch (cause) {
    throw new VaultError('invite-forged', { cause })
  }
  if (!(await hmacHolds(macKey, message, bytes))) throw new VaultError('invite-forged')
}

/**
 * With a proved partner. New keys of the partner one has go before the old ones, and the couple stays; another person is refused
 * until one has parted.
 */
function withPin(keyring: Keyring, mine: Bundle, pairId: string, theirs: Bundle): Keyring {
  if (theirs.uid === mine.uid || theirs.enc === mine.enc || theirs.sig === mine.sig) throw new VaultError('own-invite')
  const { partner } = keyring
  if (partner === null) return { ...keyring, partner: { pair: pairId, bundles: [theirs] } }
  if (partner.bundles[0].uid !== theirs.uid) throw new VaultError('already-paired')
  const older = partner.bundles.filter((bundle) => !sameBundle(bundle, theirs))
  return { ...keyring, partner: { pair: partner.pair, bundles: [theirs, ...older] } }
}

/** After parting: a pin of any other couple than the active one (null when alone) becomes a former one. */
export function settleCouple(keyring: Keyring, activePair: string | null): Keyring {
  const { partner, former } = keyring
  if (partner === null || partner.pair === activePair) return keyring
  return { ...keyring, partner: null, former: [partner, ...former] }
}

/**
 * How my active couple stands with my pins: `unproved` until my device has checked the partner's MAC, `changed` when the server
 * names other keys than the pinned ones. Only `pinned` may be shared with.
 */
export function standingOf({ partner }: Keyring, couple: Readonly<{ pair: string; bundle: unknown }>): 'pinned' | 'unproved' | 'changed' {
  const pin: Pin | null = partner
  if (pin === null || pin.pair !== couple.pair) return 'unproved'
  return sameBundle(pin.bundles[0], readBundle(couple.bundle)) ? 'pinned' : 'changed'
}
