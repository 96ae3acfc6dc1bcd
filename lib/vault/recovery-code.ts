import type { Bytes } from './base64url'
import { hkdfAesKey, hkdfBytes, random } from './primitives'
import { toBase64url } from './base64url'
import { VaultError } from './vault-error'

/** What the spare page carries: 160 bits, as 8 groups of 4 of Crockford's Base 32 (https://www.crockford.com/base32.html). */
export type RecoveryCode = string & { readonly __recovery: true }

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function makeRecoveryCode(): RecoveryCode {
  // 256 is a multiple of 32, so the remainder favours no character
  const characters = Array.from(random(32), (byte) => ALPHABET[byte % 32]).join('')
  return grouped(characters)
}

const grouped = (characters: string) => (characters.match(/.{4}/g) ?? []).join('-') as RecoveryCode

/**
 * A code as a person typed it, in its one spelling: lower case, spaces, dashes, O for 0, I and L for 1 are all taken. Throws
 * `bad-recovery-code` for what can be no code.
 */
export function readRecoveryCode(typed: string): RecoveryCode {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
  const characters = plain.replaceAll('O', '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{32}$/.test(characters)) throw new VaultError('bad-recovery-code')
  return grouped(characters)
}

/** The 20 bytes of a code, five bits a character, the first the highest. */
function bytesOf(code: RecoveryCode): Bytes {
  const bytes = new Uint8Array(20)
  Array.from(code.replaceAll('-', '')).forEach((character, at) => {
    const value = ALPHABET.indexOf(character)
    for (let bit = 0; bit < 5; bit++) {
      const place = at * 5 + bit
      if (value & (16 >> bit)) bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (128 >> (place & 7))
    }
  })
  return bytes
}

/** `recoveryAuth` (base64url of 32 bytes) is sent to recover; `wrapKey` opens `vkRec`. 160 random bits need no Argon2. */
export type RecoveryKeys = Readonly<{ recoveryAuth: string; wrapKey: CryptoKey }>

/** The keys of a code as typed. Throws `bad-recovery-code`. */
export async function recoveryKeys(typed: string): Promise<RecoveryKeys> {
  const bytes = bytesOf(readRecoveryCode(typed))
  const [auth, wrapKey] = await Promise.all([hkdfBytes(bytes, 'recovery-auth'), hkdfAesKey(bytes, 'recovery-wrap')])
  return { recoveryAuth: toBase64url(auth), wrapKey }
}
