import type { Partner, People } from '@/lib/couples/people'

/** The two of a page as client components get them. */
export type TwoPeople = Readonly<{ me: Partner; partner: Partner | null; coupleId: string | null; locale: string }>

export const twoPeople = ({ me, partner, coupleId, locale }: People): TwoPeople => ({ me, partner, coupleId, locale })
