import { expect, test } from 'vitest'
import { parseDay } from '@/lib/time/day'
import type { ListedPage } from './listed-page'
import { emptyVoice, type Page, type Writing } from './page'
import type { SharedWords } from './share'
import { copiesIn, unsureIn } from './shared-copies'

const day = parseDay('2026-11-28')
const reflection = (text: string): Writing => ({ kind: 'reflection', text })

const own = (id: string, addedAt: string, writing: Writing, sharedAs?: Page['sharedAs']) =>
  ({
    id,
    addedAt,
    audience: 'me',
    opened: { is: 'text', text: { day, types: [], writing, sharedAs } },
  }) as unknown as ListedPage

const copy = (id: string, addedAt: string, words: SharedWords, { mine = true, kind = 'reflection' } = {}) =>
  ({
    id,
    addedAt,
    audience: 'both',
    mine,
    kind,
    opened: { is: 'text', text: { kind, words, wants: 'listen', writtenDay: null, changedOn: null } },
  }) as unknown as ListedPage

const pairs = (pages: ListedPage[]) =>
  Object.fromEntries([...copiesIn(pages)].map(([id, copies]) => [id, copies.map((each) => each.id)]))

test('a private page names its copies, whatever their words are now', () => {
  const page = own('page', '1', reflection('The flat is quiet.'), [{ id: 'copy', day }])
  expect(pairs([copy('copy', '2', { text: 'Other words.' }), page])).toEqual({ page: ['copy'] })
})

test('a copy that can’t be opened was shared on the day that its page noted, whatever day the server gives', () => {
  const page = own('page', '1', reflection('Soup.'), [{ id: 'copy', day }])
  const served = { ...copy('copy', '2', { text: 'Soup.' }), day: parseDay('2026-11-01') }
  const unopened = { ...served, opened: { is: 'failed', code: 'not-the-row' } } as unknown as ListedPage
  expect(copiesIn([unopened, page]).get('page')).toMatchObject([{ id: 'copy', day }])
  expect(copiesIn([served, page]).get('page')).toMatchObject([{ day: '2026-11-01' }])
})

test('a share from before pages named their copies is found by equal words', () => {
  const voice = { ...emptyVoice, voice: 'You always…', answer: 'I was there.', step: 'Say it.' }
  expect(
    pairs([
      copy('part', '3', { answer: 'I was there.', step: 'Say it.' }, { kind: 'voice' }),
      copy('whole', '3', { text: 'Soup.' }),
      own('voice', '2', voice),
      own('soup', '1', reflection('Soup.')),
    ]),
  ).toEqual({ voice: ['part'], soup: ['whole'] })
})

test('of pages with the same words the newest before the copy is its original', () => {
  const thanks = reflection('Thank you.')
  expect(
    pairs([
      own('later', '4', thanks),
      copy('copy', '3', { text: 'Thank you.' }),
      own('newer', '2', thanks),
      own('older', '1', thanks),
    ]),
  ).toEqual({ newer: ['copy'] })
})

test('other words, another kind, another person’s page and a later page are no pair', () => {
  expect(
    pairs([
      own('late', '9', reflection('Soup.')),
      own('page', '1', reflection('Soup. And more.')),
      own('voice', '1', { ...emptyVoice, answer: 'Soup.' }),
      copy('cut', '2', { text: 'Soup.' }),
      copy('theirs', '10', { text: 'Soup.' }, { mine: false }),
      copy('kind', '2', { answer: 'Soup.' }),
    ]),
  ).toEqual({})
})

test('a page of which a named copy has no row at all may be shared; one whose copies were taken back is not', () => {
  const named = (...ids: string[]) =>
    own(
      'page',
      '1',
      reflection('Soup.'),
      ids.map((id) => ({ id, day })),
    )
  const taken = { ...copy('taken', '2', {}), opened: { is: 'removed' } } as unknown as ListedPage
  const unsure = (...pages: ListedPage[]) => [...unsureIn([taken, copy('copy', '3', { text: 'Soup.' }), ...pages])]
  expect(unsure(named())).toEqual([])
  expect(unsure(named('taken'))).toEqual([])
  expect(unsure(named('taken', 'copy'))).toEqual([])
  expect(unsure(named('missing'))).toEqual(['page'])
  expect(unsure(named('taken', 'missing'))).toEqual(['page'])
})
