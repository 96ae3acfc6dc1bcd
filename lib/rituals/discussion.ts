// Terms that one of the two suggested and the partner can say yes to. Nothing here says that somebody has not answered.
import { dayIn, type Day } from '@/lib/time/day'
import type { Ritual, TermsVersion } from './contract'
import { heldOn, inForce, type RestPeriod } from './ritual-dates'
import type { Terms } from './terms'

/**
 * The terms that wait for a yes: a proposal's newest, or those suggested beside the agreed ones; null if there are
 * none.
 */
export const openTermsOf = ({ state, terms, suggested }: Ritual): Terms | null =>
  suggested ?? (state === 'proposed' ? terms : null)

/** The open terms that a person can say yes to, which are the partner's; null if there are none. */
export function termsToAnswer(ritual: Ritual, personId: string): Terms | null {
  const terms = openTermsOf(ritual)
  return terms && terms.proposerId !== personId ? terms : null
}

/** The version of the open terms that this person proposed and the partner can say yes to; null if there are none. */
export function versionThatWaits(ritual: Ritual, personId: string): number | null {
  const terms = openTermsOf(ritual)
  return terms && terms.proposerId === personId ? terms.version : null
}

/** The newest version that both agreed to, if this person proposed it, or null. */
export function answeredVersion({ held }: Pick<Ritual, 'held'>, personId: string): Ritual['held'][number] | null {
  const newest = held.at(-1)
  return newest && newest.proposerId === personId ? newest : null
}

/** Terms that both have said yes to, of the ritual `id`. */
export type NewlyAgreed = Readonly<{ id: string; version: number; title: string }>

/** How long after the yes Today may say that there is one, in ms. */
const NEWS_OF_A_YES = 14 * 24 * 3_600_000

/** The terms that this person proposed and the partner said yes to last, within two weeks; null without any. */
export function newestAgreed(rituals: readonly Ritual[], personId: string, now: Date): NewlyAgreed | null {
  const answered = rituals.flatMap((ritual) => {
    const terms = ritual.state === 'agreed' ? answeredVersion(ritual, personId) : null
    const agreedAt = terms ? Date.parse(terms.agreedAt) : 0
    return terms && now.getTime() - agreedAt < NEWS_OF_A_YES
      ? [{ agreedAt, terms: { id: ritual.id, version: terms.version, title: terms.title } }]
      : []
  })
  return answered.sort((a, b) => b.agreedAt - a.agreedAt)[0]?.terms ?? null
}

/**
 * The terms that the open ones would replace: the agreed ones, or a proposal's version before; null for first terms.
 */
export const previousTermsOf = ({ terms, suggested }: Ritual, versions: readonly TermsVersion[]): Terms | null =>
  suggested ? terms : (versions.findLast((version) => version.terms.version < terms.version)?.terms ?? null)

/** The terms that hold today, by the ritual's clock; for a proposal, the proposed ones. */
export const currentTermsOf = ({ held, terms }: Ritual, now: Date): Terms =>
  heldOn(held, dayIn(now, terms.zone)) ?? terms

/** Agreed terms that hold only from a later day on; null if there are none. */
export function upcomingTermsOf({ held, terms }: Ritual, now: Date): Ritual['held'][number] | null {
  const versions = inForce(held)
  const newest = versions.at(-1)
  return newest && versions.length > 1 && newest.from > dayIn(now, terms.zone) ? newest : null
}

/** The rest that a ritual is in on a day, or that is set for later; null if there is none. */
export function currentRest<P extends RestPeriod>(pauses: readonly P[], day: Day): P | null {
  const last = effectivePauses(pauses).at(-1)
  return last && last.from !== last.to && (last.to === null || day < last.to) ? last : null
}

/** The pauses without those that were taken back before they kept any date from happening. */
export function effectivePauses<P extends RestPeriod>(pauses: readonly P[]): P[] {
  let kept: P[] = []
  for (const pause of pauses) {
    kept = kept.filter(({ from }) => from < pause.from)
    const last = kept.at(-1)
    const rests = last !== undefined && (last.to === null || pause.from < last.to)
    if (pause.from !== pause.to || rests) kept = [...kept, pause]
  }
  return kept
}
