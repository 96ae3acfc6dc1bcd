import 'server-only'
import { viewerOf, type ViewerDb } from '@/lib/db/with-viewer'
import { parseZone, type Zone } from '@/lib/time/zone'

/** A person as the other of a couple sees them. `slot` 1 and 2 are the first and second partner of pairing, on both devices the same. */
export type Partner = Readonly<{ id: string; name: string; zone: Zone; slot: 1 | 2 }>

/** Who looks at a page, and their partner, if any. Alone, one is the first. */
export type People = Readonly<{ me: Partner; partner: Partner | null; coupleId: string | null; locale: string; now: Date }>

/** The two people of the viewer's page. One statement: policies show oneself and the partner of the active couple alone. */
export async function readPeople(db: ViewerDb): Promise<People> {
  const { personId, coupleId, slot, locale, now } = viewerOf(db)
  const rows = await db.person.findMany({ select: { id: true, name: true, zone: true } })
  const mySlot = slot === 2 ? 2 : 1
  const place = (row: { id: string; name: string; zone: string }, at: 1 | 2): Partner => ({ ...row, zone: parseZone(row.zone), slot: at })
  const mine = rows.find(({ id }) => id === personId)
  const other = rows.find(({ id }) => id !== personId)
  if (!mine) throw new Error('A viewer reads their own person.')
  return { me: place(mine, mySlot), partner: other ? place(other, mySlot === 1 ? 2 : 1) : null, coupleId, locale, now }
}

/** The two in the order of pairing, which is the same on both devices and never by amount. */
export const inPairingOrder = ({ me, partner }: People): readonly Partner[] =>
  partner ? [me, partner].sort((a, b) => a.slot - b.slot) : [me]
