// What the other did that both may see: a page they shared, a reply, terms that they propose. Nothing else is listed here.

/** A release act of the partner: where it leads, and what is known of it without the journal. */
export type PartnerAct =
  | Readonly<{ is: 'page'; id: string }>
  | Readonly<{ is: 'reply'; id: string; pageId: string }>
  /** `version`: of the terms, 1 for a proposal; other terms are a new act. */
  | Readonly<{ is: 'terms'; id: string; version: number; title: string }>

/** How many pages and replies are sent to Today; of more it says where the rest is. */
export const MOST_ACTS = 12

type DatedAct = Readonly<{ is: 'page' | 'reply' | 'terms'; id: string; pageId: string | null; version: number | null }>
type OpenTerms = Readonly<{ id: string; version: number; title: string }>

/**
 * The newest acts, from the rows of the database, newest first, and the terms that wait for an answer. Terms that were
 * answered or withdrawn are no act any more. `more`: there are others.
 */
export function partnerActs(
  rows: readonly DatedAct[],
  toAnswer: readonly OpenTerms[],
): { acts: PartnerAct[]; more: boolean } {
  const found = rows.flatMap(({ is, id, pageId, version }): PartnerAct[] => {
    if (is === 'page') return [{ is, id }]
    if (is === 'reply') return pageId === null ? [] : [{ is, id, pageId }]
    const terms = toAnswer.find((open) => open.id === id && open.version === version)
    return terms ? [{ is, id, version: terms.version, title: terms.title }] : []
  })
  const undated = toAnswer.filter(({ id, version }) => !rows.some((row) => row.id === id && row.version === version))
  const all = [...found, ...undated.map(({ id, version, title }): PartnerAct => ({ is: 'terms', id, version, title }))]
  // terms are never cut, as nothing else would lead to them; there are as many as a person may have open
  const acts = all.filter((act, place) => place < MOST_ACTS || act.is === 'terms')
  return { acts, more: acts.length < all.length }
}

/** What the mark that an act was opened is about: its id, and for terms their version too. */
export const openedAct = (act: PartnerAct): string => (act.is === 'terms' ? termsAct(act.id, act.version) : act.id)

/** The same of terms alone. */
export const termsAct = (ritualId: string, version: number): string => `${ritualId}.${version}`

/** What Today shows: what was not opened here, then the terms that were opened but still wait for an answer. */
export const sortShown = (acts: readonly PartnerAct[], opened: ReadonlySet<string>): PartnerAct[] => [
  ...acts.filter((act) => !opened.has(openedAct(act))),
  ...acts.filter((act) => act.is === 'terms' && opened.has(openedAct(act))),
]
