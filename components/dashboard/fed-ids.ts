import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** The id of the list of what fed, to which the types' labels lead. */
export const FED = 'fed'

/** The id of the radio that narrows that list to a type, or to all five. */
export const filterId = (type: IntimacyType | 'all'): string => `fed-by-${type}`
