// Sealed bytes of a size that contracts and columns take, for tests that open nothing.
import { BYTE_SIZES } from '@/lib/http/bytes'

const { least } = BYTE_SIZES.sealed

/** Bytes that stand for a sealed text, and begin with a text. */
export const bytesOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text.padEnd(least))

/** The same as requests bring them. */
export const sealedOf = (text: string): string => bytesOf(text).toString('base64url')

/** The same in SQL. */
export const SEALED_SQL = `repeat('s', ${least})::bytea`

/** A public key as age writes it. */
export const RECIPIENT = `age1${'q'.repeat(58)}`

/** A person's public keys. */
export const bundleOf = (uid: string) => ({ v: 'fivefold/v1' as const, uid, enc: RECIPIENT, sig: 'A'.repeat(43) })
