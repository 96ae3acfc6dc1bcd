import type { Partner, People } from '@/lib/couples/people'

/** The viewer and their partner, as client components get them. */
export type TwoPeople = Readonly<{ me: Partner; partner: Partner | null; coupleId: string | null; locale: string }>

/** Picks what client components need of a page's people. */
export const twoPeople = ({ me, partner, coupleId, locale }: People): TwoPeople => ({ me, partner, coupleId, locale })
