// How a month stands to be closed, from what was said of it: versions, each its proposer's yes, and at last the other's yes to the newest.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** A yes, as its row has it: to a version of one's own, or, where it closes the month, to the version before it. */
export type ClosingYes = Readonly<{
  number: number
  personId: string
  closes: boolean
  focus: IntimacyType | null
  withChange: boolean
}>

export type ClosingState = Readonly<{ version: ClosingYes; closed: boolean }>

/** The newest version and whether both said yes to it; null where nothing was proposed. */
export function closingStateOf(yeses: readonly ClosingYes[]): ClosingState | null {
  const newest = [...yeses].sort((a, b) => b.number - a.number)
  const version = newest.find(({ closes }) => !closes)
  return version
    ? { version, closed: newest.some(({ closes, number }) => closes && number === version.number + 1) }
    : null
}

/** The number that the next version, or the yes to this one, has. */
export const nextNumber = (yeses: readonly Pick<ClosingYes, 'number'>[]): number =>
  Math.max(0, ...yeses.map(({ number }) => number)) + 1
