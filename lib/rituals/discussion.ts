// What the two are talking about: terms that one suggested and the other can say yes to. Of whoever has said nothing, nothing is told.
import { dayIn, type Day } from '@/lib/time/day'
import type { Ritual, TermsVersion } from './contract'
import { heldOn, type RestPeriod } from './ritual-dates'
import type { Terms } from './terms'

/** The terms under discussion: a proposal's newest, or those suggested beside the ones that hold; null where there are none. */
export const openTermsOf = ({ state, terms, suggested }: Ritual): Terms | null =>
  suggested ?? (state === 'proposed' ? terms : null)

/** The terms under discussion that a person can say yes to: the other's. */
export function termsToAnswer(ritual: Ritual, personId: string): Terms | null {
  const terms = openTermsOf(ritual)
  return terms && terms.proposerId !== personId ? terms : null
}

/** What the terms under discussion would change: those that hold, or those of a proposal that they answer to; null of first ones. */
export const previousTermsOf = ({ terms, suggested }: Ritual, versions: readonly TermsVersion[]): Terms | null =>
  suggested ? terms : (versions.findLast((version) => version.terms.version < terms.version)?.terms ?? null)

/** The terms of a ritual today, by its own clock; of a proposal those that are proposed. */
export const currentTermsOf = ({ held, terms }: Ritual, now: Date): Terms =>
  heldOn(held, dayIn(now, terms.zone)) ?? terms

/** Terms that both said yes to and that hold only from a later day on; null where there are none. */
export function upcomingTermsOf({ held, terms }: Ritual, now: Date): Ritual['held'][number] | null {
  const newest = held.at(-1)
  return newest && held.length > 1 && newest.from > dayIn(now, terms.zone) ? newest : null
}

/** The rest in which a ritual is on a day, or that begins later and is known; null where it goes on. */
export function currentRest<P extends RestPeriod>(pauses: readonly P[], day: Day): P | null {
  const last = effectivePauses(pauses).at(-1)
  return last && last.from !== last.to && (last.to === null || day < last.to) ? last : null
}

/** What was said of pauses without what was taken back before it came to anything: two of one day and of nothing. */
export function effectivePauses<P extends RestPeriod>(pauses: readonly P[]): P[] {
  let versions: P[] = []
  for (const pause of pauses) {
    versions = versions.filter(({ from }) => from < pause.from)
    const last = versions.at(-1)
    const rests = last !== undefined && (last.to === null || pause.from < last.to)
    if (pause.from !== pause.to || rests) versions = [...versions, pause]
  }
  return versions
}
