import { readRecipient } from './age-keys'
import { V } from './primitives'
import { readBase64url, readExactly, readText, readUuid } from './strict-json'
import { VaultError, type VaultErrorCode } from './vault-error'

/**
 * The public keys of one person: `enc` an age recipient (X25519), `sig` an Ed25519 key as base64url. MACs use this key
 * order.
 */
export type Bundle = Readonly<{ v: typeof V; uid: string; enc: string; sig: string }>

/** Reads an untrusted bundle strictly and puts its keys in order. Throws `code`, by default `bad-bundle`. */
export function readBundle(value: unknown, code: VaultErrorCode = 'bad-bundle'): Bundle {
  const { v, uid, enc, sig } = readExactly(value, ['v', 'uid', 'enc', 'sig'], code)
  if (v !== V) throw new VaultError(code)
  return {
    v,
    uid: readUuid(uid, code),
    enc: readRecipient(readText(enc, code), code),
    sig: readBase64url(sig, 32, code),
  }
}

/** Whether two bundles hold the same keys of the same person. */
export const isSameBundle = (a: Bundle, b: Bundle): boolean => a.uid === b.uid && a.enc === b.enc && a.sig === b.sig
