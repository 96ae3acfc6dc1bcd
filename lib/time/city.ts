import type { Zone } from '@/lib/time/zone'

/** The city in a zone's name: 'Lisbon', 'Buenos Aires', 'UTC'. A person in the zone need not live in that city. */
export const cityOf = (zone: Zone): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
