// The keys and pins that a person takes from device to device, sealed under the vault key. Each list begins with the
// current key; older ones follow it, so that what was written under them can still be read.

import { newIdentity, readIdentity, deriveRecipient } from './age-keys'
import { fromBase64url, toBase64url, utf8, type Bytes } from './base64url'
import { readBundle, type Bundle } from './bundle'
import { importAesKey, encodeLabel, openBlob, random, sealBlob, deriveSigningKey, V, type Blob64 } from './primitives'
import { readRecoveryCode, type RecoveryCode } from './recovery-code'
import {
  parseJson,
  readArray,
  readBase64url,
  readExactly,
  readObject,
  readRev,
  readText,
  readUuid,
} from './strict-json'
import { VaultError } from './vault-error'

type NonEmpty<Item> = readonly [Item, ...Item[]]

/** A partner's keys as proved when pairing. `pair` is the couple's id; it stays when a new link brings new keys. */
export type Pin = Readonly<{ pair: string; bundles: NonEmpty<Bundle> }>

export type Keyring = Readonly<{
  v: typeof V
  uid: string
  rev: number
  /** age identities (X25519). */
  enc: NonEmpty<string>
  /** Ed25519 seeds, base64url of 32 bytes. */
  sig: NonEmpty<string>
  partner: Pin | null
  former: readonly Pin[]
  /** Open invites: k (base64url of 16 bytes) by pairId. */
  invites: Readonly<Record<string, string>>
  /** The recovery code, until the spare page was saved. */
  recovery: RecoveryCode | null
  /** When each open invite was made, in ms since the epoch, by pairId. Keyrings written earlier have none. */
  madeAt?: Readonly<Record<string, number>>
}>

const BAD = 'bad-keyring'

/** Makes a new person's keyring, at rev 1, with new keys. */
export function newKeyring(uid: string, recovery: RecoveryCode): Keyring {
  const signing = toBase64url(random(32))
  return { v: V, uid, rev: 1, enc: [newIdentity()], sig: [signing], partner: null, former: [], invites: {}, recovery }
}

/** Derives the public keys of the current private ones. */
export async function deriveBundle({ uid, enc, sig }: Keyring): Promise<Bundle> {
  const [recipient, verifying] = await Promise.all([
    deriveRecipient(enc[0]),
    deriveSigningKey(fromBase64url(sig[0], 32)),
  ])
  return { v: V, uid, enc: recipient, sig: toBase64url(verifying) }
}

const label = (uid: string) => encodeLabel('keyring', uid)

/** Seals a keyring under the vault key. */
export async function sealKeyring(vaultKey: Bytes, keyring: Keyring): Promise<Blob64> {
  return sealBlob(await importAesKey(vaultKey), utf8(JSON.stringify(keyring)), label(keyring.uid))
}

/**
 * Opens a keyring, strictly. Throws `bad-keyring` if it is another person's, under another key, changed, or of no known
 * shape.
 */
export async function openKeyring(vaultKey: Bytes, uid: string, sealed: string): Promise<Keyring> {
  const plain = await openBlob(await importAesKey(vaultKey), sealed, label(uid), BAD)
  return readKeyring(parseJson(plain, BAD), uid)
}

const KEYS = ['v', 'uid', 'rev', 'enc', 'sig', 'partner', 'former', 'invites', 'recovery'] as const

/**
 * Unknown keys are refused too: an older page would lose them when it writes the keyring back. `madeAt` may be missing.
 */
function readKeyring(value: unknown, uid: string): Keyring {
  const { madeAt, ...others } = readObject(value, BAD)
  const read = readExactly(others, KEYS, BAD)
  if (read.v !== V || read.uid !== uid) throw new VaultError(BAD)
  const invites = Object.entries(readObject(read.invites, BAD))
  return {
    v: V,
    uid,
    rev: readRev(read.rev, BAD),
    enc: nonEmpty(readArray(read.enc, BAD).map((identity) => readIdentity(readText(identity, BAD)))),
    sig: nonEmpty(readArray(read.sig, BAD).map((seed) => readBase64url(seed, 32, BAD))),
    partner: read.partner === null ? null : readPin(read.partner),
    former: readArray(read.former, BAD).map(readPin),
    invites: Object.fromEntries(invites.map(([pairId, k]) => [readUuid(pairId, BAD), readBase64url(k, 16, BAD)])),
    recovery: read.recovery === null ? null : readRecoveryCode(readText(read.recovery, BAD)),
    ...(madeAt !== undefined && { madeAt: readTimes(madeAt) }),
  }
}

function readTimes(value: unknown): Readonly<Record<string, number>> {
  const times = Object.entries(readObject(value, BAD))
  return Object.fromEntries(
    times.map(([pairId, time]) => {
      if (typeof time !== 'number' || !Number.isSafeInteger(time)) throw new VaultError(BAD)
      return [readUuid(pairId, BAD), time]
    }),
  )
}

function readPin(value: unknown): Pin {
  const { pair, bundles } = readExactly(value, ['pair', 'bundles'], BAD)
  const read = nonEmpty(readArray(bundles, BAD).map((bundle) => readBundle(bundle, BAD)))
  if (read.some(({ uid }) => uid !== read[0].uid)) throw new VaultError(BAD)
  return { pair: readUuid(pair, BAD), bundles: read }
}

function nonEmpty<Item>([first, ...rest]: readonly Item[]): NonEmpty<Item> {
  if (first === undefined) throw new VaultError(BAD)
  return [first, ...rest]
}
