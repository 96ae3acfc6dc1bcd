// Lies that were told once, one by one: what a device shows of each.
import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, test } from 'vitest'
import { findCopies } from '@/lib/journal/share-page'
import { fetchReplies, fetchSharedPage, fetchSharedPages } from '@/lib/journal/sharing'
import { fetchMonth } from '@/lib/months/device'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import type { OpenerCase } from './asking'
import type { LiePool } from './lies'
import { makeLyingAsker, type Lying, type LyingAsker } from './lying-asker'
import { rowOf, type AnswerJson, type Fields } from './lying-server'
import { marksIn, type GenuineText } from './lying-world'
import { openerCases } from './opener-cases'

let world: LyingAsker['world']
let ask: LyingAsker['ask']
beforeAll(async () => {
  ;({ world, ask } = await makeLyingAsker())
})

/** Expects that a lie shows none of the words that it brings, and nothing false. */
async function expectRefused(make: OpenerCase, lie: Lying): Promise<void> {
  const { shown, wrong } = await ask(make, 0, lie)
  expect(wrong).toEqual([])
  expect(marksIn(shown.map(({ value }) => value))).toEqual([])
}

const textsOf = (magic: string, couple: string, fits: (text: GenuineText) => boolean = () => true) =>
  world.texts.filter((text) => text.magic === magic && text.couple === couple && text.rev === 2 && fits(text))
const listOf = (texts: readonly GenuineText[], more: Fields = {}): AnswerJson => ({
  rows: [...texts].reverse().map((text) => ({ ...rowOf(world, text), ...more })),
  next: null,
})

describe('a device refuses', () => {
  const replies =
    (page: string): OpenerCase =>
    ({ device }) => ({
      run: async () => [
        {
          value: (await fetchReplies(device, world.me, { id: page, coupleId: world.couple })).rows,
          wish: { magic: 'fivefold-reply/v1', couple: world.couple, about: { page } },
        },
      ],
    })
  const closing =
    (part: 'closing' | 'before'): OpenerCase =>
    ({ device }) => ({
      run: async () => {
        const [, before, month] = world.months
        const opened = await fetchMonth(device, world.me, { coupleId: world.couple, month: parseMonth(month) })
        const about = { month: part === 'before' ? before : month }
        const value = [part === 'before' ? opened.before?.closing : opened.closing]
        return [{ value, wish: { magic: 'fivefold-change/v1', couple: world.couple, about } }]
      },
    })
  const changed =
    (change: (month: Record<string, Fields>) => void): Lying =>
    (honest) => {
      const answer = structuredClone(honest)
      change(answer as Record<string, Fields>)
      return answer
    }

  test.each([true, false])('a reply under another page (it says that it is to this one: %s)', async (says) => {
    const [page, other] = textsOf('fivefold-entry/v1', world.couple)
    const theirs = textsOf('fivefold-reply/v1', world.couple, ({ meta }) => meta['page'] === other?.id)
    expect(theirs.length).toBeGreaterThan(0)
    const more = says ? { pageId: page?.id ?? '' } : {}
    await expectRefused(replies(page?.id ?? ''), () => listOf(theirs, more))
  })

  test.each([true, false])('another page than was asked for (it has its id: %s)', async (says) => {
    const [page, other] = textsOf('fivefold-entry/v1', world.couple)
    if (!page || !other) throw new Error('The world has too few pages.')
    const fetched: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: [await fetchSharedPage(device, world.me, page.id)],
          wish: { magic: page.magic, couple: 'any', id: page.id },
        },
      ],
    })
    await expectRefused(fetched, () => ({ ...rowOf(world, other), ...(says && { id: page.id }) }))
  })

  test('the closing of another month as that of the month before', async () => {
    const [first, second] = world.months
    const ofFirst = (pool: LiePool) =>
      pool.others.flatMap((answer) => {
        const { before } = answer as Record<string, Fields | null>
        return before?.['month'] === first ? [before] : []
      })[0] ?? expect.fail('no such answer')
    for (const month of [first, second])
      await expectRefused(closing('before'), (honest, pool) => ({
        ...(honest as Fields),
        before: { ...ofFirst(pool), month },
      }))
  })

  test('a closing by the other person', async () => {
    for (const name of ['closing', 'before'] as const) {
      const swap = (closed: Fields) => (closed['personId'] = world.me.uid)
      const partOf = (month: Record<string, Fields>) =>
        (name === 'closing' ? month['closing'] : month['before']?.['closing']) as Fields
      await expectRefused(
        closing(name),
        changed((month) => swap(partOf(month))),
      )
      const withAuthor = changed((month) => {
        swap(partOf(month))
        ;(partOf(month)['change'] as Fields)['authorId'] = world.me.uid
      })
      await expectRefused(closing(name), withAuthor)
    }
  })

  test('the page of a former partner as one of the present couple', async () => {
    const listed: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: (await fetchSharedPages(device, world.me, { coupleId: world.couple })).rows,
          wish: { magic: 'fivefold-entry/v1', couple: world.couple },
        },
      ],
    })
    const theirs = textsOf('fivefold-entry/v1', world.former, ({ author }) => author !== world.me.uid)
    expect(theirs.length).toBeGreaterThan(0)
    for (const more of [
      {},
      { coupleId: world.couple },
      { authorId: world.partner },
      { coupleId: world.couple, authorId: world.partner },
    ])
      await expectRefused(listed, () => listOf(theirs, more))
    // nor where the server says that the former couple is the present one
    const former: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: (await fetchSharedPages(device, world.me, { coupleId: world.former })).rows,
          wish: { magic: 'fivefold-entry/v1', couple: world.former },
        },
      ],
    })
    await expectRefused(former, () => listOf(theirs))
  })
})

describe('a copy that was shared', () => {
  const day = parseDay('2026-11-20')
  const found = async (text: GenuineText, lie: Lying | null) => {
    let copies: unknown
    const { error } = await ask(
      ({ device }) => ({
        run: async () => {
          copies = await findCopies(device, world.me, { sharedAs: [{ id: text.id, day }] })
          return []
        },
      }),
      0,
      lie,
    )
    expect(error).toBeNull()
    return copies
  }
  const gone: Lying = () => ({ refused: 'not-found' })
  const mine = (couple: string, removed: boolean) =>
    world.texts.find(
      ({ magic, author, rev, mark, ...text }) =>
        magic === 'fivefold-entry/v1' &&
        text.couple === couple &&
        author === world.me.uid &&
        rev === 2 &&
        (mark === null) === removed,
    ) ?? expect.fail('no such page')

  test('and that no device has seen was not sent yet, as far as this one knows', async () => {
    const text = mine(world.couple, false)
    expect(await found(text, gone)).toEqual({ copies: [], withheld: [], unsent: text.id })
  })

  test('is named as withheld once it was seen and the server has none, in each couple', async () => {
    // the device sees the pages of both couples, on any day
    for (const choice of [2, 3]) await ask(openerCases.fetchSharedPages, choice, null)
    for (const coupleId of [world.couple, world.former]) {
      const text = mine(coupleId, false)
      const withheld = [{ id: text.id, day, coupleId }]
      expect(await found(text, gone)).toEqual({ copies: [], withheld, unsent: null })
      expect(await found(text, null)).toMatchObject({ copies: [{ id: text.id }], withheld: [], unsent: null })
    }
  })

  test('and taken back is no copy, whichever device took it back, and not withheld', async () => {
    for (const choice of [2, 3]) await ask(openerCases.fetchSharedPages, choice, null)
    for (const coupleId of [world.couple, world.former])
      expect(await found(mine(coupleId, true), null)).toEqual({ copies: [], withheld: [], unsent: null })
  })
})
