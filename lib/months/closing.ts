// Closing a month: each version counts as its proposer's yes, and the partner's yes to the newest one closes the month.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** One row: a version with its proposer's yes, or (`closes`) the yes to the version before it. */
export type ClosingYes = Readonly<{
  number: number
  personId: string
  closes: boolean
  focus: IntimacyType | null
  withChange: boolean
}>

export type ClosingState = Readonly<{ version: ClosingYes; closed: boolean }>

/** The newest version, and whether both agreed to it; null when nothing was proposed. */
export function closingStateOf(yeses: readonly ClosingYes[]): ClosingState | null {
  const newest = [...yeses].sort((a, b) => b.number - a.number)
  const version = newest.find(({ closes }) => !closes)
  return version
    ? { version, closed: newest.some(({ closes, number }) => closes && number === version.number + 1) }
    : null
}

/** The number of the next row: a version, or the yes to the newest one. */
export const nextNumber = (yeses: readonly Pick<ClosingYes, 'number'>[]): number =>
  Math.max(0, ...yeses.map(({ number }) => number)) + 1
