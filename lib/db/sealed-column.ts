// Sealed bytes are base64url without padding in requests and answers, and a bytea column in the database.
import 'server-only'

/** Encodes the bytes of a column as base64url, without a copy. */
export const sealedOfColumn = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64url')

/** Decodes base64url to the bytes of a column. */
export const columnOfSealed = (sealed: string): Uint8Array<ArrayBuffer> => Buffer.from(sealed, 'base64url')

/** Copies a row with its sealed bytes as base64url. */
export const rowWithSealed = <Row extends { sealed: Uint8Array }>({ sealed, ...row }: Row) => ({
  ...row,
  sealed: sealedOfColumn(sealed),
})

/** The columns to select of a table with one sealed row per person. */
export const sealedColumns = { id: true, personId: true, rev: true, sealed: true } as const
