// How a month stands to be closed, from what was said of it: versions, each its proposer's yes, and at last the other's yes to the newest.
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'

/** A yes, as its row has it: to a version of one's own, or, where it closes the month, to the version before it. */
export type Said = Readonly<{
  number: number
  personId: string
  closes: boolean
  focus: IntimacyType | null
  withChange: boolean
}>

export type Standing = Readonly<{ version: Said; closed: boolean }>

/** The newest version and whether both said yes to it; null where nothing was proposed. */
export function standing(said: readonly Said[]): Standing | null {
  const newest = [...said].sort((one, other) => other.number - one.number)
  const version = newest.find(({ closes }) => !closes)
  return version
    ? { version, closed: newest.some(({ closes, number }) => closes && number === version.number + 1) }
    : null
}

/** The number that the next version, or the yes to this one, has. */
export const nextNumber = (said: readonly Pick<Said, 'number'>[]): number =>
  Math.max(0, ...said.map(({ number }) => number)) + 1
