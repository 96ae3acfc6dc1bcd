import type { Zone } from '@/lib/time/zone'

/** The word by which people know a zone: 'Lisbon', 'Buenos Aires', 'UTC'. It names the zone's city, which need not be theirs. */
export const cityOf = (zone: Zone): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
