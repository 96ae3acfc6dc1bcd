import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import type { Scope } from '@/lib/db/with-viewer'
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { seams } from '@/lib/seams'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, who } from '@/lib/testing/policy-people'
import { soup, soupActs } from '@/lib/testing/soup-acts'
import { emptyRituals } from '@/lib/testing/ritual-tables'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { occurrenceId } from './occurrence-id'
import { readWholeRitual } from '@/lib/plans/kept-reads'
import { readPastRituals, readRituals, readOpenRituals } from './reads'
import { keepAgreement, endRitual, keepMeaning, keepProposal } from './writes'
import { putAgreement, putEnding, putMeaning } from './contract'
import { sealedOf, SEALED_SQL } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z'
const clock = putTestSeams(noon)
const { counts } = seams()
const as = secondBySecond(clock)

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await owner.query(`update person set zone = 'America/Toronto' where id = $1`, [who.ben])
})
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await emptyRituals(owner)
})

const id = () => crypto.randomUUID()
const bytes = sealedOf
const { propose, agreed } = soupActs(as)

test('proposing is the proposer’s yes, and the partner’s yes to the same terms makes a ritual', async () => {
  const proposed = await propose('ana')
  expect(proposed).toMatchObject({
    state: 'proposed',
    proposerId: who.ana,
    terms: { agreed: false, weekStart: 1, startsOn: '2026-11-01', weekdays: [2, 4] },
  })
  const yes = { id: proposed.id, termsId: proposed.terms.id }
  expect(await as('ana', (scope) => keepAgreement(paired(scope), yes))).toEqual(proposed)
  const agreedTo = await as('ben', (scope) => keepAgreement(paired(scope), yes))
  expect(agreedTo).toMatchObject({ state: 'agreed', terms: { agreed: true } })
  expect(await as('ben', (scope) => keepAgreement(paired(scope), yes))).toEqual(agreedTo)
  for (const name of ['ana', 'ben'] as const)
    expect(await as(name, (scope) => readOpenRituals(paired(scope)))).toEqual([agreedTo])
})

test('a retry of a proposal is answered with the ritual, and nobody takes the partner’s id', async () => {
  const ask = soup()
  const first = await as('ana', (scope) => keepProposal(paired(scope), ask))
  expect(await as('ana', (scope) => keepProposal(paired(scope), ask))).toEqual(first)
  await as('ben', (scope) => keepAgreement(paired(scope), { id: ask.id, termsId: ask.termsId }))
  expect(await as('ana', (scope) => keepProposal(paired(scope), ask))).toMatchObject({
    id: ask.id,
    state: 'agreed',
  })
  await refused(
    'id-taken',
    as('ben', (scope) => keepProposal(paired(scope), ask)),
  )
  await refused(
    'id-taken',
    as('ben', (scope) => keepProposal(paired(scope), soup({ termsId: ask.termsId }))),
  )
  expect((await as('ben', (scope) => readRituals(scope, {}))).rows).toHaveLength(1)
})

test('a ritual needs a couple, and must name the active one', async () => {
  await refused('not-paired', propose('eve'))
  await refused('not-paired', propose('ana', { coupleId: couples.former }))
})

test('only the proposer withdraws a proposal, and can undo that for ten minutes', async () => {
  const { id: ritualId, terms } = await propose('ana')
  await refused(
    'not-found',
    as('ben', (scope) => endRitual(paired(scope), { id: ritualId, ended: true })),
  )
  expect(await as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: true }))).toMatchObject({
    state: 'withdrawn',
    endedById: who.ana,
  })
  await refused(
    'ended',
    as('ben', (scope) => keepAgreement(paired(scope), { id: ritualId, termsId: terms.id })),
  )
  clock.on(9 * 60_000)
  expect(await as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: false }))).toMatchObject({
    state: 'proposed',
    endedById: null,
  })
  await as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: true }))
  clock.on(11 * 60_000)
  await refused(
    'ended',
    as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: false })),
  )
})

test('either ends a ritual alone, and only that person undoes it', async () => {
  const { id: ritualId } = await agreed()
  const ended = await as('ben', (scope) => endRitual(paired(scope), { id: ritualId, ended: true }))
  expect(ended).toMatchObject({ state: 'ended', endedById: who.ben })
  expect(await as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: true }))).toEqual(ended)
  await refused(
    'ended',
    as('ana', (scope) => endRitual(paired(scope), { id: ritualId, ended: false })),
  )
  expect(await as('ana', (scope) => readOpenRituals(paired(scope)))).toEqual([])
  expect((await as('ana', (scope) => readPastRituals(scope))).rows).toEqual([ended])
  expect(await as('ben', (scope) => endRitual(paired(scope), { id: ritualId, ended: false }))).toMatchObject({
    state: 'agreed',
    endedById: null,
  })
})

test('each keeps what a ritual means to them, version by version', async () => {
  const { id } = await agreed()
  const meaningId = crypto.randomUUID()
  const first = { id, meaningId, rev: 1, sealed: bytes('home') }
  const kept = await as('ana', (scope) => keepMeaning(paired(scope), first))
  expect(kept).toEqual({ id: meaningId, personId: who.ana, rev: 1, sealed: first.sealed })
  expect(await as('ana', (scope) => keepMeaning(paired(scope), first))).toEqual(kept)
  const second = { ...first, rev: 2, sealed: bytes('warmth') }
  expect(await as('ana', (scope) => keepMeaning(paired(scope), second))).toMatchObject({ rev: 2 })
  expect(
    (
      await refused(
        'version-changed',
        as('ana', (scope) => keepMeaning(paired(scope), first)),
      )
    ).details.current,
  ).toMatchObject({ rev: 2, sealed: second.sealed })
  await as('ben', (scope) =>
    keepMeaning(paired(scope), { id, meaningId: crypto.randomUUID(), rev: 1, sealed: bytes('his') }),
  )
  const { meanings } = await as('ben', (scope) => readWholeRitual(scope, { id }))
  expect(meanings.map(({ personId }) => personId)).toEqual([who.ana, who.ben])
})

test('a former couple’s ritual can be read by both, without the partner’s text', async () => {
  const ritualId = id()
  const termsId = id()
  await owner.query(`insert into ritual (couple_id, id, proposer_id, proposed_at) values ($1, $2, $3, '2026-01-10')`, [
    couples.former,
    ritualId,
    who.xan,
  ])
  await owner.query(
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
    values ($1, $2, $3, $4, '2026-01-10', 'Walk', '{physical}', '{7}', '2026-01-11', 1, '09:00', 30, 'Europe/Lisbon', 1)`,
    [couples.former, termsId, ritualId, who.xan],
  )
  for (const person of [who.ana, who.xan]) {
    await owner.query(`insert into agreement values ($1, $2, $3, '2026-01-10')`, [couples.former, termsId, person])
    await owner.query(`insert into meaning values ($1, $2, $3, $4, 1, ${SEALED_SQL}, '2026-01-10')`, [
      couples.former,
      ritualId,
      person,
      id(),
    ])
  }
  const former = { coupleId: couples.former }
  for (const name of ['ana', 'xan'] as const) {
    expect((await as(name, (scope) => readRituals(scope, former))).rows).toMatchObject([
      { id: ritualId, state: 'agreed' },
    ])
    const { meanings } = await as(name, (scope) => readWholeRitual(scope, { id: ritualId, ...former }))
    expect(meanings.map(({ personId }) => personId)).toEqual([who[name]])
    expect((await as(name, (scope) => readPastRituals(scope))).rows).toMatchObject([
      { id: ritualId, coupleId: couples.former },
    ])
    await refused(
      'not-found',
      as(name, (scope) => keepAgreement(paired(scope, putAgreement), { id: ritualId, termsId })),
    )
    await refused(
      'not-found',
      as(name, (scope) => endRitual(paired(scope, putEnding), { id: ritualId, ended: true })),
    )
    await refused(
      'not-found',
      as(name, (scope) =>
        keepMeaning(paired(scope, putMeaning), { id: ritualId, meaningId: id(), rev: 1, sealed: bytes('more') }),
      ),
    )
  }
  for (const name of ['ben', 'cleo', 'eve'] as const) {
    expect(await as(name, (scope) => readRituals(scope, former))).toEqual({ rows: [], next: null })
    await refused(
      'not-found',
      as(name, (scope) => readWholeRitual(scope, { id: ritualId, ...former })),
    )
    expect((await as(name, (scope) => readPastRituals(scope))).rows).toEqual([])
  }
})

test('the list is paged by key, newest first, and every read keeps to its number of statements', async () => {
  const made = []
  for (let n = 0; n < 5; n++) made.unshift((await propose(n % 2 ? 'ben' : 'ana')).id)
  const first = await as('ana', (scope) => readRituals(scope, { limit: 2 }))
  const second = await as('ana', (scope) => readRituals(scope, { limit: 2, after: first.next ?? '' }))
  const third = await as('ana', (scope) => readRituals(scope, { limit: 2, after: second.next ?? '' }))
  expect([first, second, third].flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(made)
  expect(third.next).toBe(null)
  const { id: ritualId } = await agreed()
  const statements = async (work: (scope: Scope) => Promise<unknown>) => {
    counts.clear()
    await as('ana', work)
    return (counts.get('sql') ?? 0) - 3
  }
  expect(await statements((scope) => readRituals(scope, {}))).toBe(2)
  expect(await statements((scope) => readOpenRituals(paired(scope)))).toBe(1)
  expect(await statements((scope) => readWholeRitual(scope, { id: ritualId }))).toBe(3)
  expect(await statements((scope) => keepProposal(paired(scope), soup()))).toBe(4)
  const onDate = parseDay('2026-11-24')
  clock.at('2026-11-24T22:45:00Z')
  expect(
    await statements((scope) =>
      keepTookPart(paired(scope), { id: occurrenceId(ritualId, onDate), ritualId, onDate, tookPart: true }),
    ),
  ).toBe(4)
})
