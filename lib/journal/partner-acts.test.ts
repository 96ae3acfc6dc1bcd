import { expect, test } from 'vitest'
import { MOST_ACTS, openedAct, partnerActs, sortShown } from './partner-acts'

const page = (id: string) => ({ is: 'page' as const, id, pageId: null, version: null })
const terms = (id: string, version: number) => ({ is: 'terms' as const, id, pageId: null, version })

test('acts keep the order of the rows, and only terms that wait for an answer are among them', () => {
  const rows = [
    page('new'),
    terms('soup', 2),
    { is: 'reply' as const, id: 'r', pageId: 'mine', version: null },
    terms('soup', 1),
    terms('agreed', 1),
    page('old'),
  ]
  expect(partnerActs(rows, [{ id: 'soup', version: 2, title: 'Soup' }])).toEqual({
    acts: [
      { is: 'page', id: 'new' },
      { is: 'terms', id: 'soup', version: 2, title: 'Soup' },
      { is: 'reply', id: 'r', pageId: 'mine' },
      { is: 'page', id: 'old' },
    ],
    more: false,
  })
})

test('terms that are older than the rows come last, and are never lost', () => {
  expect(partnerActs([page('new')], [{ id: 'soup', version: 1, title: 'Soup' }]).acts.map(({ id }) => id)).toEqual([
    'new',
    'soup',
  ])
})

test('of many it says that there are more', () => {
  const rows = Array.from({ length: MOST_ACTS + 1 }, (_, n) => page(`${n}`))
  expect(partnerActs(rows, [])).toMatchObject({ acts: { length: MOST_ACTS }, more: true })
  expect(partnerActs(rows.slice(1), []).more).toBe(false)
  const soup = { id: 'soup', version: 1, title: 'Soup' }
  expect(partnerActs(rows, [soup]).acts.at(-1)).toEqual({ is: 'terms', ...soup })
})

test('terms that wait for an answer stay on Today once they were opened, after what was not opened', () => {
  const rows = [terms('soup', 1), page('new'), terms('walk', 2), page('old')]
  const { acts } = partnerActs(rows, [
    { id: 'soup', version: 1, title: 'Soup' },
    { id: 'walk', version: 2, title: 'Walk' },
  ])
  const shown = (...opened: string[]) => sortShown(acts, new Set(opened)).map(openedAct)
  expect(shown()).toEqual(['soup.1', 'new', 'walk.2', 'old'])
  expect(shown('soup.1', 'old')).toEqual(['new', 'walk.2', 'soup.1'])
  expect(shown('soup.1', 'new', 'walk.2', 'old')).toEqual(['soup.1', 'walk.2'])
  // other terms are a new act
  expect(shown('walk.1')).toEqual(['soup.1', 'new', 'walk.2', 'old'])
})
