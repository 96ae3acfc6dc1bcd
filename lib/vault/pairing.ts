// Two people prove their keys to each other with a secret that no server sees: each sends a MAC over the bundles.

import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { readBundle, isSameBundle, type Bundle } from './bundle'
import { isInTime } from './invite-age'
import { makeInviteSecret, decodeInviteSecret, type InviteSecret } from './invite-secret'
import type { Keyring } from './keyring'
import { deriveBytes, hmac, verifyHmac, encodeLabel, sha256, uuidOf } from './primitives'
import type { Vault } from './vault'
import { VaultError } from './vault-error'

/**
 * Derived from k. `pairId` is the invite's id, the `pair` of sealed texts and the couple's id; `token` fetches the
 * invite.
 */
export type PairKeys = Readonly<{ pairId: string; token: string; macKey: Bytes }>

/** Derives the keys of a secret. Throws `bad-invite`. */
export async function derivePairKeys(secret: string): Promise<PairKeys> {
  const k = decodeInviteSecret(secret)
  const [id, token, macKey] = await Promise.all([
    deriveBytes(k, 'pair-id', 16),
    deriveBytes(k, 'pair-token'),
    deriveBytes(k, 'pair-mac'),
  ])
  return { pairId: uuidOf(id), token: toBase64url(token), macKey }
}

const inviterMessage = (pairId: string, inviter: Bundle) => encodeLabel('inviter', pairId, inviter)
const inviteeMessage = (pairId: string, inviter: Bundle, invitee: Bundle) =>
  encodeLabel('invitee', pairId, inviter, invitee)

/** An invite as it is sent: the SHA-256 of the token's UTF-8 and the MAC of the inviter's bundle, both as base64url. */
export type NewInvite = Readonly<{ pairId: string; tokenHash: string; inviterBundle: Bundle; inviterMac: string }>

export type MadeInvite = Readonly<{ secret: InviteSecret; invite: NewInvite }>

/** Makes a secret and its invite. Store the secret in the keyring (`addInviteSecret`) before you send the invite. */
export async function makeInvite({ bundle }: Pick<Vault, 'bundle'>): Promise<MadeInvite> {
  const secret = makeInviteSecret()
  const { pairId, token, macKey } = await derivePairKeys(secret)
  const tokenHash = toBase64url(await sha256(utf8(token)))
  const inviterMac = toBase64url(await hmac(macKey, inviterMessage(pairId, bundle)))
  return { secret, invite: { pairId, tokenHash, inviterBundle: bundle, inviterMac } }
}

/** Adds the secret of an invite to the keyring, made `now` (ms since the epoch). */
export const addInviteSecret = (keyring: Keyring, pairId: string, secret: InviteSecret, now: number): Keyring => ({
  ...keyring,
  invites: { ...keyring.invites, [pairId]: secret },
  madeAt: { ...keyring.madeAt, [pairId]: now },
})

/** Removes the secret of an invite that was withdrawn or ran out. Returns the same object if it holds none. */
export function removeInviteSecret(keyring: Keyring, pairId: string): Keyring {
  if (!Object.hasOwn(keyring.invites, pairId)) return keyring
  const without = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => id !== pairId))
  const { invites, madeAt = {} } = keyring
  return { ...keyring, invites: without(invites), madeAt: without(madeAt) }
}

/** What the server answers for the token. */
export type ServedInvite = Readonly<{ inviterBundle: unknown; inviterMac: string }>

/** The invitee's half, sent to accept. Their bundle is part of their account. */
export type Acceptance = Readonly<{ pairId: string; token: string; inviteeMac: string }>

/** The part of a vault that pairing needs. Inside `changeKeyring` pass `{ ...vault, keyring }`. */
type Holder = Pick<Vault, 'keyring' | 'bundle'>

/** Checks an invite and returns the inviter's proved keys. Throws `bad-invite`, `invite-forged`, `bad-bundle`. */
export async function checkInvite(secret: string, served: ServedInvite): Promise<Bundle> {
  const { pairId, macKey } = await derivePairKeys(secret)
  const inviter = readBundle(served.inviterBundle)
  if (!(await isMacValid(macKey, inviterMessage(pairId, inviter), served.inviterMac)))
    throw new VaultError('invite-forged')
  return inviter
}

/**
 * Checks the inviter's keys by the secret, pins them and proves the invitee's own. `activePair` is the couple that the
 * invitee is in now, or null; a new link between the same two people keeps it. The returned keyring holds the pin.
 * Throws `bad-invite`, `invite-forged`, `own-invite`, `already-paired`, `bad-bundle`.
 */
export async function acceptInvite(
  { keyring, bundle: mine }: Holder,
  secret: string,
  served: ServedInvite,
  activePair: string | null,
): Promise<Readonly<{ acceptance: Acceptance; keyring: Keyring }>> {
  const inviter = await checkInvite(secret, served)
  const { pairId, token, macKey } = await derivePairKeys(secret)
  const pinned = addPin(settleCouple(keyring, activePair), mine, activePair ?? pairId, inviter)
  const inviteeMac = toBase64url(await hmac(macKey, inviteeMessage(pairId, inviter, mine)))
  return { acceptance: { pairId, token, inviteeMac }, keyring: pinned }
}

/**
 * The invitee's bundle and MAC, as the server answers them with the inviter's couple, and when it says that they
 * accepted, in ms since the epoch.
 */
export type ServedAcceptance = Readonly<{ bundle: unknown; inviteeMac: string; acceptedAt: number }>

/**
 * The inviter's side, when their journal is next open: checks the invitee's MAC with the secret of each open invite,
 * pins the invitee's keys and removes the invite. `activePair` is the couple that the invite made or renewed. Another
 * device may have done this already: call `checkPin` first. An invite counts only within its time by this device's
 * clock, `now` in ms since the epoch. Throws `no-such-invite`, `invite-forged`, `own-invite`, `already-paired`,
 * `pair-mismatch`, `bad-bundle`.
 */
export async function finishInvite(
  holder: Holder,
  served: ServedAcceptance,
  activePair: string,
  now: number,
): Promise<Keyring> {
  const { keyring, bundle: mine } = holder
  const open = Object.entries(keyring.invites).filter(([pairId]) => isInTime(keyring, pairId, served.acceptedAt, now))
  if (open.length === 0) throw new VaultError('no-such-invite')
  const invitee = readBundle(served.bundle)
  for (const [pairId, secret] of open) {
    const { macKey } = await derivePairKeys(secret)
    if (!(await isMacValid(macKey, inviteeMessage(pairId, mine, invitee), served.inviteeMac))) continue
    return removeInviteSecret(addPin(settleCouple(keyring, activePair), mine, activePair, invitee), pairId)
  }
  throw new VaultError('invite-forged')
}

/** False also for a malformed MAC. */
async function isMacValid(macKey: Bytes, message: Bytes, mac: string): Promise<boolean> {
  let bytes: Bytes
  try {
    bytes = fromBase64url(mac, 32)
  } catch {
    return false
  }
  return verifyHmac(macKey, message, bytes)
}

/**
 * Pins a partner's proved keys. New keys of the current partner go before the old ones, and the couple stays. Another
 * person is refused until the couple has parted.
 */
function addPin(keyring: Keyring, mine: Bundle, pair: string, theirs: Bundle): Keyring {
  if (theirs.uid === mine.uid || theirs.enc === mine.enc || theirs.sig === mine.sig) throw new VaultError('own-invite')
  const { partner, former } = keyring
  // a couple that has parted never becomes the couple of somebody else
  if (former.some((pin) => pin.pair === pair && pin.bundles[0].uid !== theirs.uid))
    throw new VaultError('pair-mismatch')
  if (partner === null) return { ...keyring, partner: { pair, bundles: [theirs] } }
  if (partner.bundles[0].uid !== theirs.uid) throw new VaultError('already-paired')
  const older = partner.bundles.filter((bundle) => !isSameBundle(bundle, theirs))
  return { ...keyring, partner: { pair: partner.pair, bundles: [theirs, ...older] } }
}

/**
 * Moves the pin to the former ones unless it is of the active couple (null when there is none). Else returns the same
 * object.
 */
export function settleCouple(keyring: Keyring, activePair: string | null): Keyring {
  const { partner, former } = keyring
  if (partner === null || partner.pair === activePair) return keyring
  return { ...keyring, partner: null, former: [partner, ...former] }
}

export type PinState = 'pinned' | 'unproved' | 'changed'

/**
 * Compares the active couple with the keyring's pin: `unproved` until a device has checked the partner's MAC, `changed`
 * when the server names other keys than the pinned ones. Share with `pinned` only. Throws `bad-bundle`.
 */
export function checkPin({ partner }: Keyring, couple: Readonly<{ pair: string; bundle: unknown }>): PinState {
  if (partner === null || partner.pair !== couple.pair) return 'unproved'
  return isSameBundle(partner.bundles[0], readBundle(couple.bundle)) ? 'pinned' : 'changed'
}
