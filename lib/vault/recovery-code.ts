import type { Bytes } from './base64url'
import { deriveAesKey, deriveBytes, random } from './primitives'
import { toBase64url } from './base64url'
import { VaultError } from './vault-error'

/**
 * The code on the spare page: 160 bits as 8 groups of 4 characters of Crockford's Base 32
 * (https://www.crockford.com/base32.html).
 */
export type RecoveryCode = string & { readonly __recovery: true }

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Makes a random code. */
export function makeRecoveryCode(): RecoveryCode {
  // 256 is a multiple of 32, so the remainder favours no character
  const characters = Array.from(random(32), (byte) => ALPHABET[byte % 32]).join('')
  return groupInFours(characters)
}

const groupInFours = (characters: string) => (characters.match(/.{4}/g) ?? []).join('-') as RecoveryCode

/**
 * Reads a code that a person typed. Accepts lower case, spaces, dashes, O for 0, and I or L for 1. Throws
 * `bad-recovery-code` for anything that can't be a code.
 */
export function readRecoveryCode(typed: string): RecoveryCode {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
  const characters = plain.replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{32}$/.test(characters)) throw new VaultError('bad-recovery-code')
  return groupInFours(characters)
}

/** The 20 bytes of a code: five bits a character, highest bits first. */
function bytesOf(code: RecoveryCode): Bytes {
  const bytes = new Uint8Array(20)
  Array.from(code.replaceAll('-', '')).forEach((character, index) => {
    const value = ALPHABET.indexOf(character)
    for (let bit = 0; bit < 5; bit++) {
      const place = index * 5 + bit
      if (value & (16 >> bit)) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (128 >> (place & 7))
    }
  })
  return bytes
}

/**
 * `recoveryAuth` (base64url of 32 bytes) proves the code to the server; `wrapKey` opens `vkRec`. 160 random bits need
 * no Argon2.
 */
export type RecoveryKeys = Readonly<{ recoveryAuth: string; wrapKey: CryptoKey }>

/** Derives the keys of a typed code. Throws `bad-recovery-code`. */
export async function deriveRecoveryKeys(typed: string): Promise<RecoveryKeys> {
  const bytes = bytesOf(readRecoveryCode(typed))
  const [auth, wrapKey] = await Promise.all([deriveBytes(bytes, 'recovery-auth'), deriveAesKey(bytes, 'recovery-wrap')])
  return { recoveryAuth: toBase64url(auth), wrapKey }
}
