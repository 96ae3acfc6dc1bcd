// What this device asked a server for, from what it knows itself: its request, its keyring and its pins. An answer about
// anything else is not opened.
import type { DRAFT, Magic, Meta } from '@/lib/vault/text-frame'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'

/** Nothing was asked about this: the row says it itself, and its sealed text must agree. */
export const ANY = Symbol('any')
type Any = typeof ANY

/** The kinds of sealed text that a server stores. */
type StoredMagic = Exclude<Magic, typeof DRAFT>

/** The part of each kind's `meta` that says what a text is about. */
type Subjects = {
  'fivefold-entry/v1': unknown
  'fivefold-reply/v1': { page: string | Any }
  'fivefold-moment/v1': unknown
  'fivefold-meaning/v1': { ritual: string }
  'fivefold-line/v1': { plan: string | Any }
  'fivefold-month/v1': { month: string }
  'fivefold-change/v1': { month: string; number: number }
}

/** A request for sealed texts. Each part is required, so that none can be forgotten. */
export type Asked = {
  [Kind in StoredMagic]: Readonly<{
    magic: Kind
    /** The row that was asked for, or any row of a list. */
    id: string | Any
    /** The couple that was asked about; `null` for the viewer's private texts; `ANY` only where a page names no couple. */
    couple: string | Any | null
    /** Whose text it is, or that of either person (`authorsIn`). */
    author: string | Any
    about: Readonly<Subjects[Kind]>
  }>
}[StoredMagic]

/** What a row says of itself. `coupleId` where rows of its kind name their couple. */
export type RowClaims = Readonly<{
  id: string
  rev: number
  authorId: string
  coupleId?: string
  sealed: string
  meta: Meta
}>

/**
 * Whose texts of a couple may be shown: of the active couple the viewer's and those of the pinned partner, of any other
 * couple the viewer's alone.
 */
export const authorsIn = ({ uid, keyring: { partner } }: Vault, couple: string | null): readonly string[] =>
  partner !== null && partner.pair === couple ? [uid, partner.bundles[0].uid] : [uid]

/** Both people of a couple, active or former, as this device has pinned them; null where it has no pin. */
export function peopleIn({ uid, keyring: { partner, former } }: Vault, couple: string): readonly string[] | null {
  const pins = partner === null ? former : [partner, ...former]
  const theirs = pins.filter(({ pair }) => pair === couple).map(({ bundles }) => bundles[0].uid)
  return theirs.length > 0 ? [uid, ...theirs] : null
}

/** The couple of a row: the one that was asked for, else the one that the row names. */
export function coupleOf(asked: Asked, claims: RowClaims): string | null {
  if (asked.couple !== ANY) return asked.couple
  if (claims.coupleId === undefined) throw new VaultError('pair-mismatch')
  return claims.coupleId
}

/** Throws `VaultError` (id-mismatch, pair-mismatch, author-mismatch, meta-mismatch) for a row that was not asked for. */
export function demandAsked(vault: Vault, asked: Asked, claims: RowClaims): void {
  const couple = coupleOf(asked, claims)
  if (asked.id !== ANY && claims.id !== asked.id) throw new VaultError('id-mismatch')
  if (claims.coupleId !== undefined && claims.coupleId !== couple) throw new VaultError('pair-mismatch')
  const isAuthorAsked = asked.author === ANY || claims.authorId === asked.author
  if (!isAuthorAsked || !authorsIn(vault, couple).includes(claims.authorId)) throw new VaultError('author-mismatch')
  for (const [name, value] of Object.entries(asked.about as Record<string, string | number | Any>))
    if (value !== ANY && claims.meta[name] !== value) throw new VaultError('meta-mismatch')
}
