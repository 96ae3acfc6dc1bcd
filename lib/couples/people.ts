import type { Zone } from '@/lib/time/zone'

/** A person as their partner sees them. `slot` is 1 for the inviter and 2 for the invitee, on both devices. */
export type Partner = Readonly<{ id: string; name: string; zone: Zone; slot: 1 | 2 }>

/** The viewer of a page, and their partner, if any. A viewer without a partner has slot 1. */
export type People = Readonly<{
  me: Partner
  partner: Partner | null
  coupleId: string | null
  /** The language of the viewer's pages (`localeFor`). */
  locale: string
  now: Date
}>

/** Sorts both people in the order of pairing, the same on both devices. Never sort people by amounts. */
export const sortByPairing = ({ me, partner }: People): readonly Partner[] =>
  partner ? [me, partner].sort((a, b) => a.slot - b.slot) : [me]

/** A value for each person of a couple, in the order of pairing. */
export type Pair<T> = readonly [T, T]

/** Whether a button at the foot of a phone has room for a name, at most 24 characters. The heading has any name. */
export const fitsButton = (name: string): boolean => name.length <= 24
