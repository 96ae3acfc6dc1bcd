import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { seams } from '@/lib/seams'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, who, type PolicyName } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays, parseDay } from '@/lib/time/day'
import { readCoupleReplies, readEntries, readEntry, readReplies, readSharedEntries, readSharedEntry } from './reads'
import { changeEntry, changeReply, changeSharedEntry, keepEntries, keepReply, keepSharedEntry } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
const { counts } = seams()
const as = secondBySecond(clock)

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await owner.query('delete from reply')
  await owner.query('delete from shared_entry')
  await owner.query('delete from private_entry')
})

const id = () => crypto.randomUUID()
const sealed = (text: string) => Buffer.from(text.padEnd(24)).toString('base64url')
const today = parseDay('2026-11-24')
const page = (change: object = {}) => ({
  id: id(),
  coupleId: couples.now,
  kind: 'voice' as const,
  types: ['emotional' as const],
  day: today,
  sealed: sealed('a page'),
  ...change,
})
const answer = (pageId: string, change: object = {}) => ({
  pageId,
  id: id(),
  day: today,
  sealed: sealed('a reply'),
  ...change,
})
const nobodyElse: PolicyName[] = ['cleo', 'eve', 'xan']

test('private pages come newest first, by key, with what was removed, to their writer alone', async () => {
  const ids = [id(), id(), id(), id(), id()]
  for (const each of ids)
    await as('ana', (scope) => keepEntries(scope, { entries: [{ id: each, sealed: sealed(each) }] }))
  const first = await as('ana', (scope) => readEntries(scope, { limit: 2 }))
  const second = await as('ana', (scope) => readEntries(scope, { limit: 2, after: first.next ?? '' }))
  const third = await as('ana', (scope) => readEntries(scope, { limit: 2, after: second.next ?? '' }))
  expect([first, second, third].flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(ids.toReversed())
  expect(third.next).toBeNull()
  expect(first.rows[0]).toEqual({
    id: ids[4],
    rev: 1,
    sealed: sealed(ids[4] ?? ''),
    addedAt: expect.stringMatching(/Z$/) as string,
  })
  for (const other of ['ben', ...nobodyElse] as PolicyName[]) {
    expect(await as(other, (scope) => readEntries(scope, {}))).toEqual({ rows: [], next: null })
    await refused(
      'not-found',
      as(other, (scope) => readEntry(scope, { id: ids[0] ?? '' })),
    )
    await refused(
      'not-found',
      as(other, (scope) => changeEntry(scope, { id: ids[0] ?? '', sealed: sealed('x'), ifMatch: 1 })),
    )
  }
})

test('a batch is answered row by row in its order, what was there already as it stands', async () => {
  const [first, second] = [id(), id()]
  await as('ana', (scope) => keepEntries(scope, { entries: [{ id: first, sealed: sealed('first') }] }))
  const { rows } = await as('ana', (scope) =>
    keepEntries(scope, {
      entries: [
        { id: second, sealed: sealed('second') },
        { id: first, sealed: sealed('other') },
      ],
    }),
  )
  expect(rows.map((row) => [row.id, row.sealed])).toEqual([
    [second, sealed('second')],
    [first, sealed('first')],
  ])
})

test('one id is two pages of two people, and neither learns of the other', async () => {
  const same = id()
  for (const name of ['ana', 'ben'] as const) {
    const { rows } = await as(name, (scope) => keepEntries(scope, { entries: [{ id: same, sealed: sealed(name) }] }))
    expect(rows).toMatchObject([{ id: same, rev: 1, sealed: sealed(name) }])
  }
})

test('a private page changes by version, and the same change sent again is answered as kept', async () => {
  const mine = id()
  await as('ana', (scope) => keepEntries(scope, { entries: [{ id: mine, sealed: sealed('one') }] }))
  const change = { id: mine, sealed: sealed('two'), ifMatch: 1 }
  const kept = await as('ana', (scope) => changeEntry(scope, change))
  expect(kept).toMatchObject({ rev: 2, sealed: sealed('two') })
  expect(await as('ana', (scope) => changeEntry(scope, change))).toEqual(kept)
  const { details } = await refused(
    'version-changed',
    as('ana', (scope) => changeEntry(scope, { ...change, sealed: sealed('other') })),
  )
  expect(details.current).toEqual(kept)
})

test('a shared page is for the two of the couple, and changed by its writer alone', async () => {
  const shared = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  expect(shared).toMatchObject({
    coupleId: couples.now,
    authorId: who.ana,
    rev: 1,
    kind: 'voice',
    types: ['emotional'],
    day: today,
    removed: false,
  })
  expect(await as('ben', (scope) => readSharedEntry(scope, { pageId: shared.id }))).toEqual(shared)
  expect((await as('ben', (scope) => readSharedEntries(scope, {}))).rows).toEqual([shared])
  const change = { pageId: shared.id, types: [], removed: true, sealed: sealed('gone'), ifMatch: 1 }
  await refused(
    'not-found',
    as('ben', (scope) => changeSharedEntry(scope, change)),
  )
  for (const other of nobodyElse) {
    await refused(
      'not-found',
      as(other, (scope) => readSharedEntry(scope, { pageId: shared.id })),
    )
    await refused(
      'not-found',
      as(other, (scope) => changeSharedEntry(scope, change)),
    )
    expect((await as(other, (scope) => readSharedEntries(scope, { coupleId: couples.now }))).rows).toEqual([])
  }
})

test('sharing again is answered like the first time, on a later day too', async () => {
  const once = page()
  const shared = await as('ana', (scope) => keepSharedEntry(paired(scope), once))
  clock.at('2026-11-28T12:00:00Z')
  expect(
    await as('ana', (scope) => keepSharedEntry(paired(scope), { ...once, sealed: sealed('other bytes') })),
  ).toEqual(shared)
})

test('the day of sharing is today for somebody on Earth', async () => {
  for (const [day, fine] of [
    [-2, false],
    [-1, false],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const attempt = as('ana', (scope) => keepSharedEntry(paired(scope), page({ day: addDays(today, day) })))
    if (fine) await attempt
    else await refused('day-out-of-range', attempt)
  }
})

test('a page goes to the couple it was sealed for, or nowhere', async () => {
  await refused(
    'not-paired',
    as('ana', (scope) => keepSharedEntry(paired(scope), page({ coupleId: couples.former }))),
  )
  await refused(
    'not-paired',
    as('ana', (scope) => keepSharedEntry(paired(scope), page({ coupleId: couples.other }))),
  )
  await refused(
    'not-paired',
    as('eve', (scope) => keepSharedEntry(paired(scope), page())),
  )
})

test('an id that the partner took is refused without saying whose it is', async () => {
  const taken = await as('ben', (scope) => keepSharedEntry(paired(scope), page()))
  await refused(
    'id-taken',
    as('ana', (scope) => keepSharedEntry(paired(scope), page({ id: taken.id }))),
  )
})

test('taking back leaves a marker for both, and undo brings the page back', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const back = await as('ana', (scope) =>
    changeSharedEntry(scope, { pageId, types: [], removed: true, sealed: sealed('gone'), ifMatch: 1 }),
  )
  expect(back).toMatchObject({ rev: 2, removed: true, types: [] })
  expect((await as('ben', (scope) => readSharedEntries(scope, {}))).rows).toEqual([back])
  const again = await as('ana', (scope) =>
    changeSharedEntry(scope, { pageId, types: ['emotional'], removed: false, sealed: sealed('here'), ifMatch: 2 }),
  )
  expect(await as('ben', (scope) => readSharedEntry(scope, { pageId }))).toEqual(again)
})

test('either replies to a page that stands, and both see it', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const reply = await as('ben', (scope) => keepReply(scope, answer(pageId)))
  const two = await as('ana', (scope) => keepReply(scope, answer(pageId)))
  expect(reply).toMatchObject({ pageId, authorId: who.ben, rev: 1, removed: false })
  for (const name of ['ana', 'ben'] as const)
    expect((await as(name, (scope) => readReplies(scope, { pageId }))).rows).toEqual([two, reply])
  for (const other of nobodyElse) {
    await refused(
      'not-found',
      as(other, (scope) => readReplies(scope, { pageId })),
    )
    await refused(
      'not-found',
      as(other, (scope) => keepReply(scope, answer(pageId))),
    )
  }
})

test('a reply is changed and removed by its writer alone', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const reply = await as('ben', (scope) => keepReply(scope, answer(pageId)))
  const change = { pageId, replyId: reply.id, removed: true, sealed: sealed('gone'), ifMatch: 1 }
  for (const other of ['ana', ...nobodyElse] as PolicyName[])
    await refused(
      'not-found',
      as(other, (scope) => changeReply(scope, change)),
    )
  const gone = await as('ben', (scope) => changeReply(scope, change))
  expect(gone).toMatchObject({ rev: 2, removed: true })
  expect(await as('ben', (scope) => changeReply(scope, change))).toEqual(gone)
  const { id: another } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  await refused(
    'not-found',
    as('ben', (scope) => changeReply(scope, { ...change, pageId: another, ifMatch: 2 })),
  )
})

test('nothing is said back to a page that was taken back, and what was said stays with who said it', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const early = answer(pageId)
  const reply = await as('ben', (scope) => keepReply(scope, early))
  await as('ana', (scope) =>
    changeSharedEntry(scope, { pageId, types: [], removed: true, sealed: sealed('gone'), ifMatch: 1 }),
  )
  await refused(
    'page-taken-back',
    as('ben', (scope) => keepReply(scope, answer(pageId))),
  )
  expect(await as('ben', (scope) => keepReply(scope, early))).toEqual(reply)
  expect((await as('ben', (scope) => readReplies(scope, { pageId }))).rows).toEqual([reply])
  expect((await as('ana', (scope) => readReplies(scope, { pageId }))).rows).toEqual([])
})

test('after parting each reads their own pages of then, the other nothing, and nobody changes them', async () => {
  const [mine, theirs] = [id(), id()]
  for (const [page, author] of [
    [mine, who.ana],
    [theirs, who.xan],
  ]) {
    await owner.query(
      `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
      values ($1, $2, $3, 1, 'reflection', '{emotional}', '2026-01-20', $4, '2026-01-20', '2026-01-20')`,
      [couples.former, page, author, Buffer.from('then')],
    )
  }
  const { rows } = await as('ana', (scope) => readSharedEntries(scope, { coupleId: couples.former }))
  expect(rows.map((row) => row.id)).toEqual([mine])
  expect((await as('ana', (scope) => readSharedEntry(scope, { pageId: mine }))).coupleId).toBe(couples.former)
  expect((await as('ana', (scope) => readSharedEntries(scope, {}))).rows).toEqual([])
  await refused(
    'not-found',
    as('ana', (scope) => readSharedEntry(scope, { pageId: theirs })),
  )
  await refused(
    'not-found',
    as('xan', (scope) => readReplies(scope, { pageId: mine })),
  )
  await refused(
    'ended',
    as('ana', (scope) =>
      changeSharedEntry(scope, { pageId: mine, types: [], removed: true, sealed: sealed('x'), ifMatch: 1 }),
    ),
  )
  await refused(
    'ended',
    as('ana', (scope) => keepReply(scope, answer(mine))),
  )
})

test('replies of a couple: both people’s to pages that stand, and after parting one’s own, to pages that are not served any more', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const [fromBen, fromAna] = [answer(pageId), answer(pageId)]
  for (const [name, reply] of [
    ['ben', fromBen],
    ['ana', fromAna],
  ] as const)
    await as(name, (scope) => keepReply(scope, reply))
  const read = async (name: PolicyName, coupleId?: string) =>
    (await as(name, (scope) => readCoupleReplies(scope, { coupleId }))).rows.map((row) => row.id)
  for (const name of ['ana', 'ben'] as const) expect(await read(name)).toEqual([fromAna.id, fromBen.id])
  for (const name of nobodyElse) expect(await read(name, couples.now)).toEqual([])
  const {
    rows: [first],
  } = await as('ana', (scope) => readCoupleReplies(scope, { limit: 1 }))
  const { next } = await as('ana', (scope) => readCoupleReplies(scope, { limit: 1 }))
  expect([
    first?.id,
    (await as('ana', (scope) => readCoupleReplies(scope, { limit: 1, after: next ?? '' }))).rows.map((row) => row.id),
  ]).toEqual([fromAna.id, [fromBen.id]])
  await as('ana', (scope) =>
    changeSharedEntry(scope, { pageId, types: [], removed: true, sealed: sealed('gone'), ifMatch: 1 }),
  )
  expect([await read('ana'), await read('ben')]).toEqual([[fromAna.id], [fromBen.id]])

  const theirs = id()
  await owner.query(
    `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
    values ($1, $2, $3, 1, 'reflection', '{emotional}', '2026-01-20', $4, '2026-01-20', '2026-01-20')`,
    [couples.former, theirs, who.xan, Buffer.from('then')],
  )
  for (const [reply, author] of [
    [id(), who.ana],
    [id(), who.xan],
  ] as const) {
    await owner.query(
      `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
      values ($1, $2, $3, $4, 1, '2026-01-20', $5, '2026-01-20', '2026-01-20')`,
      [couples.former, reply, theirs, author, Buffer.from('then')],
    )
  }
  const own = await as('ana', (scope) => readCoupleReplies(scope, { coupleId: couples.former }))
  expect(own.rows.map(({ authorId: author, pageId: key }) => [author, key])).toEqual([[who.ana, theirs]])
})

test('the longest of the journal’s requests sends eight statements at most, a day’s first use of a session among them', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  counts.clear()
  await as('ben', (scope) => keepReply(scope, answer(pageId)))
  expect(counts.get('sql')).toBeLessThanOrEqual(7)
})
