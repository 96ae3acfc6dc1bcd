import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { seams } from '@/lib/seams'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, who, type PolicyName } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { addDays, parseDay } from '@/lib/time/day'
import { readCoupleReplies, readReplies, readSharedEntries, readSharedEntry } from './reads'
import { changeReply, changeSharedEntry, keepReply, keepSharedEntry } from './writes'
import { bytesOf, sealedOf } from '@/lib/testing/sealed'

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
})

const id = () => crypto.randomUUID()
const sealed = sealedOf
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
const replyTo = (pageId: string, change: object = {}) => ({
  pageId,
  id: id(),
  day: today,
  sealed: sealed('a reply'),
  ...change,
})
const strangers: PolicyName[] = ['cleo', 'eve', 'xan']

test('both people of the couple read a shared page, and only its writer changes it', async () => {
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
  for (const name of strangers) {
    await refused(
      'not-found',
      as(name, (scope) => readSharedEntry(scope, { pageId: shared.id })),
    )
    await refused(
      'not-found',
      as(name, (scope) => changeSharedEntry(scope, change)),
    )
    expect((await as(name, (scope) => readSharedEntries(scope, { coupleId: couples.now }))).rows).toEqual([])
  }
})

test('a retry of sharing gets the same answer, on a later day too', async () => {
  const request = page()
  const shared = await as('ana', (scope) => keepSharedEntry(paired(scope), request))
  clock.at('2026-11-28T12:00:00Z')
  expect(
    await as('ana', (scope) => keepSharedEntry(paired(scope), { ...request, sealed: sealed('other bytes') })),
  ).toEqual(shared)
})

test('the day of sharing must be today somewhere on Earth', async () => {
  for (const [offset, isAccepted] of [
    [-2, false],
    [-1, false],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const attempt = as('ana', (scope) => keepSharedEntry(paired(scope), page({ day: addDays(today, offset) })))
    if (isAccepted) await attempt
    else await refused('day-out-of-range', attempt)
  }
})

test('a page sealed for another couple is refused', async () => {
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

test('an id that the partner used is refused without naming its owner', async () => {
  const taken = await as('ben', (scope) => keepSharedEntry(paired(scope), page()))
  await refused(
    'id-taken',
    as('ana', (scope) => keepSharedEntry(paired(scope), page({ id: taken.id }))),
  )
})

test('taking a page back leaves a marker for both people, and undo brings it back', async () => {
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

test('both people can reply to a shared page, and both see the replies', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const reply = await as('ben', (scope) => keepReply(scope, replyTo(pageId)))
  const ownReply = await as('ana', (scope) => keepReply(scope, replyTo(pageId)))
  expect(reply).toMatchObject({ pageId, authorId: who.ben, rev: 1, removed: false })
  for (const name of ['ana', 'ben'] as const)
    expect((await as(name, (scope) => readReplies(scope, { pageId }))).rows).toEqual([ownReply, reply])
  for (const name of strangers) {
    await refused(
      'not-found',
      as(name, (scope) => readReplies(scope, { pageId })),
    )
    await refused(
      'not-found',
      as(name, (scope) => keepReply(scope, replyTo(pageId))),
    )
  }
})

test('only its writer changes and removes a reply', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const reply = await as('ben', (scope) => keepReply(scope, replyTo(pageId)))
  const change = { pageId, replyId: reply.id, removed: true, sealed: sealed('gone'), ifMatch: 1 }
  for (const name of ['ana', ...strangers] as PolicyName[])
    await refused(
      'not-found',
      as(name, (scope) => changeReply(scope, change)),
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

test('a page that was taken back gets no new reply, and earlier replies stay visible to their writer', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const early = replyTo(pageId)
  const reply = await as('ben', (scope) => keepReply(scope, early))
  await as('ana', (scope) =>
    changeSharedEntry(scope, { pageId, types: [], removed: true, sealed: sealed('gone'), ifMatch: 1 }),
  )
  await refused(
    'page-taken-back',
    as('ben', (scope) => keepReply(scope, replyTo(pageId))),
  )
  expect(await as('ben', (scope) => keepReply(scope, early))).toEqual(reply)
  expect((await as('ben', (scope) => readReplies(scope, { pageId }))).rows).toEqual([reply])
  expect((await as('ana', (scope) => readReplies(scope, { pageId }))).rows).toEqual([])
})

test('after parting each person reads only the pages they shared, and nobody changes them', async () => {
  const [mine, theirs] = [id(), id()]
  for (const [page, author] of [
    [mine, who.ana],
    [theirs, who.xan],
  ]) {
    await owner.query(
      `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
      values ($1, $2, $3, 1, 'reflection', '{emotional}', '2026-01-20', $4, '2026-01-20', '2026-01-20')`,
      [couples.former, page, author, bytesOf('then')],
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
    as('ana', (scope) => keepReply(scope, replyTo(mine))),
  )
})

test('both people read the replies in a couple; after parting each reads their own, also to pages no longer served', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const [fromBen, fromAna] = [replyTo(pageId), replyTo(pageId)]
  for (const [name, reply] of [
    ['ben', fromBen],
    ['ana', fromAna],
  ] as const)
    await as(name, (scope) => keepReply(scope, reply))
  const read = async (name: PolicyName, coupleId?: string) =>
    (await as(name, (scope) => readCoupleReplies(scope, { coupleId }))).rows.map((row) => row.id)
  for (const name of ['ana', 'ben'] as const) expect(await read(name)).toEqual([fromAna.id, fromBen.id])
  for (const name of strangers) expect(await read(name, couples.now)).toEqual([])
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
    [couples.former, theirs, who.xan, bytesOf('then')],
  )
  for (const [reply, author] of [
    [id(), who.ana],
    [id(), who.xan],
  ] as const) {
    await owner.query(
      `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
      values ($1, $2, $3, $4, 1, '2026-01-20', $5, '2026-01-20', '2026-01-20')`,
      [couples.former, reply, theirs, author, bytesOf('then')],
    )
  }
  const own = await as('ana', (scope) => readCoupleReplies(scope, { coupleId: couples.former }))
  expect(own.rows.map(({ authorId: author, pageId: key }) => [author, key])).toEqual([[who.ana, theirs]])
})

test('the longest request of the journal sends at most eight statements, with those of the session', async () => {
  const { id: pageId } = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  counts.clear()
  await as('ben', (scope) => keepReply(scope, replyTo(pageId)))
  expect(counts.get('sql')).toBeLessThanOrEqual(7)
})
