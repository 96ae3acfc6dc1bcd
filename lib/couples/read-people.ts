import 'server-only'
import type { Scope } from '@/lib/db/with-viewer'
import { localeFor } from '@/lib/messages/locale'
import { parseZone } from '@/lib/time/zone'
import type { Partner, People } from './people'

/** The two people of the viewer's page. One statement: policies show oneself and the partner of the active couple alone. */
export async function readPeople({ db, viewer }: Scope): Promise<People> {
  const { personId, coupleId, slot, locale, now } = viewer
  const rows = await db.person.findMany({ select: { id: true, name: true, zone: true } })
  const mySlot = slot === 2 ? 2 : 1
  const place = (row: { id: string; name: string; zone: string }, at: 1 | 2): Partner => ({
    ...row,
    zone: parseZone(row.zone),
    slot: at,
  })
  const mine = rows.find(({ id }) => id === personId)
  const other = rows.find(({ id }) => id !== personId)
  if (!mine) throw new Error('A viewer reads their own person.')
  return {
    me: place(mine, mySlot),
    partner: other ? place(other, mySlot === 1 ? 2 : 1) : null,
    coupleId,
    locale: localeFor(locale),
    now,
  }
}
