// What one person may store, and how far a day may be ahead. Each counts one person's own rows, so that nobody can use up the partner's.
// The database counts them (prisma/migrations/0014_limits), and a test compares the numbers. The contracts name the limits of a route.

/** Counts of rows, days for `days...`, bytes for `sealedBytes`. */
export const LIMITS = {
  /** Rituals that a person ever suggested in a couple, and those of them that have not ended. */
  rituals: 500,
  openRituals: 20,
  /** Versions of a ritual's terms that a person suggested. */
  termsOfRitual: 50,
  /** How often a person let a ritual rest or took it up again. */
  restsOfRitual: 50,
  momentsOfDay: 50,
  sharedPagesOfDay: 50,
  repliesOfDay: 200,
  /** Replies to one page: taking it back, or changing its types, changes each of them. */
  repliesOfPage: 500,
  /** Versions of closing a month that a person proposed. */
  versionsOfMonth: 50,
  /** Plans that a person put on one day, and on days that are ahead or just over. */
  plansOfDay: 50,
  plansAhead: 200,
  /** Items that a person added to a plan, removed ones too, and to the plans of the days around it. */
  itemsOfPlan: 100,
  itemsOfWeek: 200,
  /** Couples that a person was ever in. */
  couples: 100,
  /** Sealed text of a person, in all rooms. */
  sealedBytes: 200 * 1024 * 1024,
  /** A rest with an end is a year at most. */
  daysOfRest: 366,
  /** A plan, or a ritual's first date, is within two years. */
  daysAhead: 731,
} as const

export type LimitName = keyof typeof LIMITS

export const isLimitName = (name: unknown): name is LimitName => typeof name === 'string' && Object.hasOwn(LIMITS, name)
