import type { Day } from '@/lib/time/day'
import type { Zone } from '@/lib/time/zone'

/** Whose moment a form logs, and what is done on the page around it. */
export type MomentPlace = Readonly<{
  coupleId: string
  /** The viewer's place in the pairing. */
  slot: 1 | 2
  partnerName: string
  zone: Zone
  /** The day on which the two paired. */
  startedOn: Day
  locale: string
  /** Done is an outline, because the page has a primary button of its own. */
  quiet?: boolean
  /** Called after a moment was logged, or taken back: what the page counts is outdated then. */
  onChange?: () => void
}>
