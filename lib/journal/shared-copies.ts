// Which shared pages are copies of which private pages. A private page names its copies; a share that was made before it
// did is found by its words.
import { groupBy } from '@/lib/group-by'
import type { OpenedSharedPage } from './sharing'
import type { ListedPage } from './listed-page'
import type { Page } from './page'
import { PARTS, sharedWordsOf, type SharedWords } from './share'

/** The copies of each private page that was shared, by its id, newest first. */
export type SharedCopies = ReadonlyMap<string, readonly OpenedSharedPage[]>

type OwnListed = Extract<ListedPage, { audience: 'me' }>
type SharedListed = Extract<ListedPage, { audience: 'both' }>

const isOwn = (page: ListedPage): page is OwnListed => page.audience === 'me'
const isMyCopy = (page: ListedPage): page is SharedListed => page.audience === 'both' && page.mine

/** Pairs the private pages of a list with the shared pages that were made from them. */
export function copiesIn(pages: readonly ListedPage[]): SharedCopies {
  const owns = pages
    .filter(isOwn)
    .flatMap((page) => (page.opened.is === 'text' ? [{ page, text: page.opened.text }] : []))
  const copies = pages.filter(isMyCopy)
  const named = new Map(owns.flatMap(({ page, text }) => (text.sharedAs ?? []).map(({ id }) => [id, { page, text }])))
  const byPart = groupBy(
    owns.flatMap(({ page, text }) => partsOf(sharedWordsOf(text)).map((part) => ({ part, page, text }))),
    ({ part }) => part,
  )
  const found = new Map<string, OpenedSharedPage[]>()
  for (const copy of copies) {
    const namedBy = named.get(copy.id)
    const original = namedBy?.page.id ?? byWords(copy, byPart.get(firstPart(copy)) ?? [])
    if (original === undefined) continue
    found.set(original, [...(found.get(original) ?? []), namedBy ? withNotedDay(copy, namedBy.text) : copy])
  }
  return found
}

/**
 * The private pages of a list that name a copy of which it has no row, not even a removed one. A copy is newer than its
 * page, so a list that goes back to the page has the copy, unless its sharing was interrupted or the server leaves it out.
 */
export function unsureIn(pages: readonly ListedPage[]): ReadonlySet<string> {
  const rows = new Set(pages.map(({ id }) => id))
  const isUnsure = ({ opened }: OwnListed) =>
    opened.is === 'text' && (opened.text.sharedAs ?? []).some(({ id }) => !rows.has(id))
  return new Set(
    pages
      .filter(isOwn)
      .filter(isUnsure)
      .map(({ id }) => id),
  )
}

/** A copy that can't be opened has the day that its page noted: nothing has checked the one that the server gave. */
export function withNotedDay(copy: OpenedSharedPage, { sharedAs = [] }: Pick<Page, 'sharedAs'>): OpenedSharedPage {
  const noted = sharedAs.find(({ id }) => id === copy.id)
  return copy.opened.is === 'failed' && noted ? { ...copy, day: noted.day } : copy
}

const partsOf = (words: SharedWords): string[] =>
  PARTS.flatMap((name) => (words[name] === undefined ? [] : [`${name} ${words[name]}`]))

const firstPart = ({ opened }: OpenedSharedPage): string =>
  (opened.is === 'text' && partsOf(opened.text.words)[0]) || ''

/** The newest private page before the copy that has all of its words; undefined where none has. */
function byWords(
  copy: OpenedSharedPage,
  candidates: readonly Readonly<{ page: OwnListed; text: Page }>[],
): string | undefined {
  if (copy.opened.is !== 'text') return undefined
  const { words } = copy.opened.text
  return candidates
    .filter(({ page, text }) => {
      const own = sharedWordsOf(text)
      return (
        text.writing.kind === copy.kind &&
        page.addedAt <= copy.addedAt &&
        PARTS.every((name) => words[name] === undefined || words[name] === own[name])
      )
    })
    .reduce<OwnListed | undefined>(
      (newest, { page }) => (newest && newest.addedAt >= page.addedAt ? newest : page),
      undefined,
    )?.id
}
