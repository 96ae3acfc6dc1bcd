// Sealed bytes travel as base64url without padding and stand in a bytea column.

/** Sealed bytes as they travel. */
export const sealedOfColumn = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** What Prisma is given for sealed bytes. */
export const columnOfSealed = (sealed: string): Uint8Array<ArrayBuffer> => Buffer.from(sealed, 'base64url')
