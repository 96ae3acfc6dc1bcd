// Two people prove their keys to one another over a secret that no server sees: a MAC over both bundles in both directions.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { readBundle, sameBundle, type Bundle } from './bundle'
import { makeInviteSecret, secretBytes, type InviteSecret } from './invite-secret'
import type { Keyring } from './keyring'
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
const inviteeMessage = (pairId: string, inviter: Bundle, invitee: Bundle) =>
  labelled('invitee', pairId, inviter, invitee)

/** An invite as it goes up: SHA-256 of the token's UTF-8, the inviter's bundle, and its MAC, both as base64url. */
export type NewInvite = Readonly<{ pairId: string; tokenHash: string; inviterBundle: Bundle; inviterMac: string }>

export type MadeInvite = Readonly<{ secret: InviteSecret; invite: NewInvite }>

/** A fresh secret and the invite of it. Put the secret into the keyring (`withInvite`) before the invite goes up. */
export async function makeInvite({ bundle }: Pick<Vault, 'bundle'>): Promise<MadeInvite> {
  const secret = makeInviteSecret()
  const { pairId, token, macKey } = await pairKeys(secret)
  const tokenHash = toBase64url(await sha256(utf8(token)))
  const inviterMac = toBase64url(await hmac(macKey, inviterMessage(pairId, bundle)))
  return { secret, invite: { pairId, tokenHash, inviterBundle: bundle, inviterMac } }
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
export type ServedInvite = Readonly<{ inviterBundle: unknown; inviterMac: string }>

/** The invitee's half: goes up to accept. Their bundle is with their account already, or goes up with it. */
export type Acceptance = Readonly<{ pairId: string; token: string; inviteeMac: string }>

/** The half of a vault that pairing needs: inside `changeKeyring`, `{ ...vault, keyring }`. */
type Holder = Pick<Vault, 'keyring' | 'bundle'>

/** Whose keys the secret vouches for, before anything is decided. Throws `bad-invite`, `invite-forged`, `bad-bundle`. */
export async function checkInvite(secret: string, served: ServedInvite): Promise<Bundle> {
  const { pairId, macKey } = await pairKeys(secret)
  const inviter = readBundle(served.inviterBundle)
  if (!(await macHolds(macKey, inviterMessage(pairId, inviter), served.inviterMac)))
    throw new VaultError('invite-forged')
  return inviter
}

/**
 * Checks that the inviter's keys are the ones that the secret vouches for, pins them and proves one's own. `activePair` is the
 * couple that I am in by now, null when alone: a fresh link between the same two stays in it. The keyring returned holds the pin.
 * Throws `invite-forged`, `own-invite`, `already-paired`, `bad-bundle`.
 */
export async function acceptInvite(
  { keyring, bundle: mine }: Holder,
  secret: string,
  served: ServedInvite,
  activePair: string | null,
): Promise<Readonly<{ acceptance: Acceptance; keyring: Keyring }>> {
  const inviter = await checkInvite(secret, served)
  const { pairId, token, macKey } = await pairKeys(secret)
  const pinned = withPin(settleCouple(keyring, activePair), mine, activePair ?? pairId, inviter)
  const inviteeMac = toBase64url(await hmac(macKey, inviteeMessage(pairId, inviter, mine)))
  return { acceptance: { pairId, token, inviteeMac }, keyring: pinned }
}

/** The invitee's bundle and MAC, as the inviter's device gets them of its couple. */
export type ServedAcceptance = Readonly<{ bundle: unknown; inviteeMac: string }>

/**
 * The inviter's side, when the device is next open: checks the invitee's MAC under each open invite, pins, and forgets the invite.
 * `activePair` is the couple that the invite made, or in which it was a fresh link. Where another device may have been faster, ask
 * `standingOf` first. Throws `no-such-invite`, `invite-forged`, `own-invite`, `already-paired`, `bad-bundle`.
 */
export async function finishInvite(holder: Holder, served: ServedAcceptance, activePair: string): Promise<Keyring> {
  const { keyring, bundle: mine } = holder
  const open = Object.entries(keyring.invites)
  if (open.length === 0) throw new VaultError('no-such-invite')
  const invitee = readBundle(served.bundle)
  for (const [pairId, secret] of open) {
    const { macKey } = await pairKeys(secret)
    if (!(await macHolds(macKey, inviteeMessage(pairId, mine, invitee), served.inviteeMac))) continue
    return withoutInvite(withPin(settleCouple(keyring, activePair), mine, activePair, invitee), pairId)
  }
  throw new VaultError('invite-forged')
}

/** Also false for a MAC of no possible shape. */
async function macHolds(macKey: Bytes, message: Bytes, mac: string): Promise<boolean> {
  let bytes: Bytes
  try {
    bytes = fromBase64url(mac, 32)
  } catch {
    return false
  }
  return hmacHolds(macKey, message, bytes)
}

/**
 * With a proved partner. New keys of the partner one has go before the old ones, and the couple stays; another person is refused
 * until one has parted.
 */
function withPin(keyring: Keyring, mine: Bundle, pair: string, theirs: Bundle): Keyring {
  if (theirs.uid === mine.uid || theirs.enc === mine.enc || theirs.sig === mine.sig) throw new VaultError('own-invite')
  const { partner } = keyring
  if (partner === null) return { ...keyring, partner: { pair, bundles: [theirs] } }
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

export type Standing = 'pinned' | 'unproved' | 'changed'

/**
 * How my active couple stands with my pins: `unproved` until my device has checked the partner's MAC, `changed` when the server
 * names other keys than the pinned ones. Only `pinned` may be shared with.
 */
export function standingOf({ partner }: Keyring, couple: Readonly<{ pair: string; bundle: unknown }>): Standing {
  if (partner === null || partner.pair !== couple.pair) return 'unproved'
  return sameBundle(partner.bundles[0], readBundle(couple.bundle)) ? 'pinned' : 'changed'
}
