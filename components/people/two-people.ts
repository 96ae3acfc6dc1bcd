import type { Partner, People } from '@/lib/couples/people'

/** The viewer and their partner, as client components get them. */
export type TwoPeople = Readonly<{ me: Partner; partner: Partner | null; coupleId: string | null; locale: string }>

/**
 * The author of a text in a couple, by their id, not by whose turn it is; null for a former partner, who has no name any
 * more, and for anybody else.
 */
export function authorOf(
  { me, partner, coupleId }: TwoPeople,
  text: { authorId: string; coupleId: string },
): Partner | null {
  if (text.authorId === me.id) return me
  return partner !== null && text.authorId === partner.id && text.coupleId === coupleId ? partner : null
}

/** Picks what client components need of a page's people. */
export const twoPeople = ({ me, partner, coupleId, locale }: People): TwoPeople => ({ me, partner, coupleId, locale })
