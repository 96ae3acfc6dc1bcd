// Sealed bytes travel as base64url without padding; a bytea column holds them.
import 'server-only'

/** Sealed bytes as they travel. */
export const sealedOfColumn = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64url')

/** What Prisma is given for sealed bytes. */
export const columnOfSealed = (sealed: string): Uint8Array<ArrayBuffer> => Buffer.from(sealed, 'base64url')

/** A row whose sealed bytes travel. */
export const rowWithSealed = <Row extends { sealed: Uint8Array }>({ sealed, ...row }: Row) => ({
  ...row,
  sealed: sealedOfColumn(sealed),
})

/** What is selected of a sealed row of which each person has one. */
export const sealedColumns = { id: true, personId: true, rev: true, sealed: true } as const
