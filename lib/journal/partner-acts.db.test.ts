import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { selectToday } from '@/lib/db/page-sql'
import { seams } from '@/lib/seams'
import { paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, type PolicyName } from '@/lib/testing/policy-people'
import { sealedOf } from '@/lib/testing/sealed'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { changeReply, changeSharedEntry, keepReply, keepSharedEntry } from './writes'

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
const day = parseDay('2026-11-24')
const page = () => ({
  id: id(),
  coupleId: couples.now,
  kind: 'reflection' as const,
  types: [],
  day,
  sealed: sealedOf('a page'),
})
const actsOf = async (name: PolicyName, most = 5) => (await as(name, (scope) => selectToday(scope, most))).acts
const pagesOf = async (name: PolicyName, most?: number) =>
  (await actsOf(name, most)).filter(({ is }) => is !== 'terms').map((act) => act.id)

test('a person finds what the partner shared and replied, newest first, and nothing of their own', async () => {
  const mine = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const theirs = await as('ben', (scope) => keepSharedEntry(paired(scope), page()))
  const reply = { pageId: mine.id, id: id(), day, sealed: sealedOf('a reply') }
  await as('ben', (scope) => keepReply(paired(scope), reply))
  expect((await actsOf('ana')).filter(({ is }) => is !== 'terms')).toEqual([
    { is: 'reply', id: reply.id, pageId: mine.id, version: null },
    { is: 'page', id: theirs.id, pageId: null, version: null },
  ])
  expect(await pagesOf('ben')).toEqual([mine.id])
  expect(await pagesOf('ana', 1)).toEqual([reply.id, theirs.id])
  for (const name of ['cleo', 'eve', 'xan'] as const) expect(await pagesOf(name)).not.toContain(theirs.id)
  counts.clear()
  await as('ana', (scope) => selectToday(scope, 5))
  expect(counts.get('sql')).toBeLessThanOrEqual(4) // with BEGIN, enter and COMMIT
})

test('what was taken back or removed is no act, and neither is a reply to a page that was taken back', async () => {
  const mine = await as('ana', (scope) => keepSharedEntry(paired(scope), page()))
  const theirs = await as('ben', (scope) => keepSharedEntry(paired(scope), page()))
  const [first, second] = [id(), id()]
  for (const reply of [first, second])
    await as('ben', (scope) => keepReply(paired(scope), { pageId: mine.id, id: reply, day, sealed: sealedOf(reply) }))
  const gone = { types: [], removed: true, sealed: sealedOf('gone'), ifMatch: 1 }
  await as('ben', (scope) => changeReply(scope, { pageId: mine.id, replyId: first, ...gone }))
  expect(await pagesOf('ana')).toEqual([second, theirs.id])
  await as('ben', (scope) => changeSharedEntry(scope, { pageId: theirs.id, ...gone }))
  await as('ana', (scope) => changeSharedEntry(scope, { pageId: mine.id, ...gone }))
  expect(await pagesOf('ana')).toEqual([])
})
