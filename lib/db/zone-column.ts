import { isZone, parseZone, type Zone } from '@/lib/time/zone'

/**
 * Reads the zone of a row. A name that this Node does not know, because a newer one wrote it, is read as UTC: its times are
 * off, and everything else of the row and of its page is there.
 */
export const zoneOfColumn = (name: string): Zone => (isZone(name) ? name : parseZone('UTC'))
