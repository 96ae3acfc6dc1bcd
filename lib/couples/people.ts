import type { Zone } from '@/lib/time/zone'

/** A person as the other of a couple sees them. `slot` 1 and 2 are the first and second partner of pairing, on both devices the same. */
export type Partner = Readonly<{ id: string; name: string; zone: Zone; slot: 1 | 2 }>

/** Who looks at a page, and their partner, if any. Alone, one is the first. */
export type People = Readonly<{
  me: Partner
  partner: Partner | null
  coupleId: string | null
  /** What the viewer's pages are written in (`localeFor`). */
  locale: string
  now: Date
}>

/** The two in the order of pairing, which is the same on both devices and never by amount. */
export const inPairingOrder = ({ me, partner }: People): readonly Partner[] =>
  partner ? [me, partner].sort((a, b) => a.slot - b.slot) : [me]

/** Something of each of the two, in the order of pairing. */
export type Pair<T> = readonly [T, T]
