// Bytes in requests and answers: base64url without padding (RFC 4648, section 5). Every kind of sealed text, key and
// signature has its sizes here, and the database checks the same ones (prisma/migrations/0013_sizes).
import * as z from 'zod/mini'

/** The least and the greatest size of a kind, both included, in bytes. */
export type ByteSizes = Readonly<{ least: number; greatest: number }>

const exactly = (bytes: number): ByteSizes => ({ least: bytes, greatest: bytes })

export const BYTE_SIZES = {
  /** An age file: 168 bytes of header for one reader, 16 of nonce and 16 of tag, and at most 512 KiB of text. */
  sealed: { least: 200, greatest: 540_000 },
  /** The vault key in AES-256-GCM: iv (12), key (32) and tag (16). */
  wrap: exactly(60),
  /** Keys and pins in AES-256-GCM: iv (12) and tag (16) around a JSON. */
  keyring: { least: 30, greatest: 48_000 },
  /** A key, a hash, a MAC or a token. */
  key: exactly(32),
  salt: exactly(16),
  /** Ed25519. */
  signature: exactly(64),
} as const satisfies Record<string, ByteSizes>

/** How many characters write so many bytes. */
export const charactersOf = (bytes: number): number => Math.ceil((bytes * 4) / 3)

// The last character of a group that is not whole has bits left over, which must be zero: then each sequence of bytes has
// one spelling, and what was stored is answered as it was sent.
const LAST_CHARACTER = [/[A-Za-z0-9_-]$/, null, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const

/** Whether a text of base64url characters is the one spelling of some bytes. */
const isCanonical = (text: string): boolean => text === '' || LAST_CHARACTER[text.length % 4]?.test(text) === true

const bytes = ({ least, greatest }: ByteSizes) =>
  z
    .string()
    .check(
      z.minLength(charactersOf(least)),
      z.maxLength(charactersOf(greatest)),
      z.regex(/^[A-Za-z0-9_-]*$/),
      z.refine(isCanonical, 'Give bytes as base64url without padding.'),
    )

/** A sealed text in a request: a whole age file. */
export const sealed = bytes(BYTE_SIZES.sealed)
/** The vault key, wrapped. */
export const wrap = bytes(BYTE_SIZES.wrap)
/** A person's keyring, sealed under the vault key. */
export const keyring = bytes(BYTE_SIZES.keyring)
/** 32 bytes. */
export const secret32 = bytes(BYTE_SIZES.key)
/** 16 bytes. */
export const salt = bytes(BYTE_SIZES.salt)
/** A signature of 64 bytes. */
export const signature = bytes(BYTE_SIZES.signature)
/** A public X25519 key as age writes it: bech32 of 32 bytes. */
export const recipient = z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/))

/**
 * Bytes in an answer: whatever is stored. A row with bytes that no request may bring any more is still answered, and the
 * device shows it as a row that can't be opened.
 */
export const storedBytes = z.string()
