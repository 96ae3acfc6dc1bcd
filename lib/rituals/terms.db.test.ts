// Other terms: no version is lost, the agreed terms hold, and of two requests at once one is refused with
// what the other saved.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { paired, refused } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, secondBySecond } from '@/lib/testing/journal-people'
import { couples, who } from '@/lib/testing/policy-people'
import { datesOf, fridays, termsActs, thursdays } from '@/lib/testing/terms-acts'
import { emptyRituals } from '@/lib/testing/ritual-tables'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { readPastRituals, readHistory, readRitual, readOpenRituals } from './reads'
import { keepTookPart } from '@/lib/plans/taking-part-writes'
import { occurrenceId } from './occurrence-id'
import { endRitual, keepSuggestion } from './writes'

const { owner } = await testDatabase()
const noon = '2026-11-24T12:00:00Z' // a Tuesday
const clock = putTestSeams(noon)
const as = secondBySecond(clock)

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)
beforeEach(async () => {
  clock.at(noon)
  await emptyRituals(owner)
})

const { propose, suggest, agree, keep, rest, takeUp, agreed } = termsActs(as)
const id = () => crypto.randomUUID()

test('a proposal can be answered with other terms, which the proposer can then agree to', async () => {
  const proposed = await propose('ana')
  const other = await suggest('ben', proposed)
  expect(other).toMatchObject({
    state: 'proposed',
    version: 2,
    suggested: null,
    terms: { proposerId: who.ben, weekdays: [5], agreed: false },
    held: [],
  })
  expect(await agree('ben', other)).toEqual(other)
  expect(await agree('ana', other)).toMatchObject({
    state: 'agreed',
    proposerId: who.ana,
    terms: { weekdays: [5], agreed: true },
    held: [{ from: '2026-12-04' }],
  })
})

test('the agreed terms hold while others are open, and after a yes each version has its own dates', async () => {
  const ritual = await agreed()
  const discussed = await suggest('ben', ritual)
  expect(discussed).toMatchObject({
    state: 'agreed',
    version: 2,
    terms: { weekdays: [4] },
    suggested: { weekdays: [5], proposerId: who.ben },
  })
  expect(datesOf(discussed)).toEqual(['11-26', '12-03', '12-10'])
  const changed = await agree('ana', discussed)
  expect(changed).toMatchObject({
    suggested: null,
    terms: { weekdays: [5] },
    held: [{ from: '2026-11-05' }, { from: '2026-12-04' }],
  })
  expect(datesOf(changed)).toEqual(['11-26', '12-03', '12-04', '12-11'])
  expect(await as('ben', (scope) => readOpenRituals(paired(scope)))).toEqual([changed])
})

test('kept dates keep the terms they had', async () => {
  const ritual = await agreed()
  await agree(
    'ana',
    await suggest('ben', ritual, { title: 'Stew', startsOn: parseDay('2026-11-24'), types: ['physical'] }),
  )
  const takePart = (date: string) => {
    const onDate = parseDay(date)
    return as('ana', (scope) =>
      keepTookPart(paired(scope), { id: occurrenceId(ritual.id, onDate), ritualId: ritual.id, onDate, tookPart: true }),
    )
  }
  await takePart('2026-11-19')
  expect((await owner.query('select types::text, time from plan')).rows).toEqual([
    { types: '{experiential}', time: '20:00' },
  ])
  clock.at('2026-11-27T21:00:00Z')
  await refused('not-found', takePart('2026-11-26'))
  await takePart('2026-11-27')
})

test('either can suggest again, also after their own suggestion, and the newest is the open one', async () => {
  const ritual = await agreed()
  const first = await suggest('ben', ritual)
  const second = await suggest('ben', first, { title: 'Stew' })
  expect(await suggest('ana', second, { title: 'Broth' })).toMatchObject({
    version: 4,
    suggested: { title: 'Broth', proposerId: who.ana },
  })
  const { versions } = await as('ben', (scope) => readHistory(scope, ritual.id))
  expect(versions.map(({ terms, agreedAt }) => [terms.version, terms.title, agreedAt !== null])).toEqual([
    [1, thursdays.title, true],
    [2, thursdays.title, false],
    [3, 'Stew', false],
    [4, 'Broth', false],
  ])
})

test('a suggestion or a yes that does not name the newest terms is refused with them', async () => {
  const ritual = await agreed()
  const theirs = await suggest('ben', ritual)
  expect((await refused('version-changed', suggest('ana', ritual))).details.current).toEqual(theirs)
  const newer = await suggest('ana', theirs, { title: 'Stew' })
  expect((await refused('version-changed', agree('ana', theirs))).details.current).toEqual(newer)
  expect((await refused('version-changed', keep('ana', theirs))).details.current).toEqual(newer)
  await refused(
    'version-changed',
    as('ana', (scope) => keepSuggestion(paired(scope), { id: ritual.id, termsId: id(), ifMatch: 7, ...fridays })),
  )
})

test('a retry of a suggestion is answered with the ritual, and nobody takes the partner’s id', async () => {
  const ritual = await agreed()
  const termsId = id()
  const kept = await suggest('ben', ritual, {}, termsId)
  expect(await suggest('ben', ritual, {}, termsId)).toEqual(kept)
  await refused('id-taken', suggest('ana', kept, {}, termsId))
  await refused('id-taken', suggest('ben', await propose('ben'), {}, termsId))
  expect((await owner.query('select 1 from ritual_terms where ritual_id = $1', [ritual.id])).rowCount).toBe(2)
})

test('either keeps a ritual as it is; then nobody can agree to the closed terms, and others can be suggested', async () => {
  for (const name of ['ana', 'ben'] as const) {
    const ritual = await agreed()
    const discussed = await suggest('ben', ritual)
    const kept = await keep(name, discussed)
    expect(kept).toMatchObject({ version: 2, suggested: null, terms: { weekdays: [4] } })
    expect(await keep('ana', discussed)).toEqual(kept)
    await refused('version-changed', agree('ana', discussed))
    expect(await suggest('ana', kept)).toMatchObject({ version: 3, suggested: { proposerId: who.ana } })
    const { versions } = await as('ben', (scope) => readHistory(scope, ritual.id))
    expect(versions[1]?.closed?.personId).toBe(who[name])
  }
})

test('a proposal can’t be kept as it is', async () => {
  const proposed = await propose('ana')
  await refused('not-found', keep('ben', proposed))
  await refused('not-found', keep('ben', await suggest('ben', proposed)))
  await owner.query('insert into terms_closing select couple_id, id, proposer_id, proposed_at from ritual_terms')
  expect((await owner.query('select 1 from terms_closing')).rowCount).toBe(0)
})

test('nothing about an ended ritual can be changed', async () => {
  const ritual = await agreed()
  const discussed = await suggest('ben', ritual)
  await as('ana', (scope) => endRitual(paired(scope), { id: ritual.id, ended: true }))
  for (const act of [suggest, agree, keep, rest, takeUp]) await refused('ended', act('ben', discussed))
  expect((await as('ana', (scope) => readPastRituals(scope))).rows).toMatchObject([{ state: 'ended', suggested: null }])
  for (const sql of [
    `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day) values ($1, '${ritual.id}', '${who.ana}', '${noon}', '2026-11-24')`,
    `insert into agreement values ($1, '${discussed.suggested?.id ?? ''}', '${who.ana}', '${noon}')`,
    `insert into terms_closing values ($1, '${discussed.suggested?.id ?? ''}', '${who.ana}', '${noon}')`,
  ])
    expect((await owner.query(sql, [couples.now])).rowCount).toBe(0)
})

test('of two suggestions at once one is kept and one refused; a yes at that moment is kept or refused', async () => {
  for (let round = 0; round < 6; round++) {
    const ritual = await agreed()
    const both = await Promise.allSettled([
      suggest('ana', ritual, { title: 'Hers' }),
      suggest('ben', ritual, { title: 'His' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const outcome of both)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'version-changed' })
    const open = await as('ana', (scope) => readRitual(scope, ritual.id))
    const [yes, other] = open.suggested?.proposerId === who.ana ? (['ben', 'ana'] as const) : (['ana', 'ben'] as const)
    const [agreedOutcome, newer] = await Promise.allSettled([
      agree(yes, open),
      suggest(other, open, { title: 'Newer' }),
    ])
    const after = await as('ana', (scope) => readRitual(scope, ritual.id))
    expect(newer.status).toBe('fulfilled') // it answers the newest terms, agreed by now or not
    expect(after).toMatchObject({ version: 3, suggested: { title: 'Newer' } })
    expect(after.held).toHaveLength(agreedOutcome.status === 'fulfilled' ? 2 : 1)
    if (agreedOutcome.status === 'rejected') expect(agreedOutcome.reason).toMatchObject({ code: 'version-changed' })
  }
})

test('of a yes and a closing at once, one counts', async () => {
  for (let round = 0; round < 4; round++) {
    const open = await suggest('ben', await agreed())
    const outcomes = await Promise.allSettled([agree('ana', open), keep('ben', open)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { versions } = await as('ana', (scope) => readHistory(scope, open.id))
    expect([versions[1]?.agreedAt !== null, versions[1]?.closed !== null].filter(Boolean)).toHaveLength(1)
  }
})

test('a proposal can’t rest, and only the couple changes its ritual', async () => {
  const proposed = await propose('ana')
  await refused('not-found', rest('ben', proposed))
  const ritual = await agree('ben', proposed)
  for (const name of ['xan', 'cleo', 'eve'] as const) {
    for (const act of [suggest, agree, keep, rest, takeUp]) await refused('not-found', act(name, ritual))
  }
})

test('after parting both can still read it all, and nobody else can', async () => {
  const ritual = await agreed()
  await rest('ben', await agree('ana', await suggest('ben', ritual)), parseDay('2026-12-24'))
  // as if they had parted
  await owner.query(`update membership set left_at = '${noon}' where couple_id = $1`, [couples.now])
  try {
    for (const name of ['ana', 'ben'] as const) {
      const found = await as(name, (scope) => readHistory(scope, ritual.id, couples.now))
      expect([found.versions.length, found.ritual.pauses.length, found.ritual.held.length]).toEqual([2, 1, 2])
      await refused('not-found', suggest(name, found.ritual))
    }
    await refused(
      'not-found',
      as('cleo', (scope) => readHistory(scope, ritual.id, couples.now)),
    )
  } finally {
    await owner.query('update membership set left_at = null where couple_id = $1', [couples.now])
  }
})

test('versions have no gaps, and a rest never ends before it begins', async () => {
  const ritual = await agreed()
  await suggest('ben', ritual)
  await expect(
    owner.query(
      `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day, to_day) values ($1, $2, $3, '${noon}', '2026-11-24', '2026-11-23')`,
      [couples.now, ritual.id, who.ana],
    ),
  ).rejects.toMatchObject({ code: '23514' })
  const skipped = await owner.query(
    `insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
    select couple_id, $2, ritual_id, 4, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start from ritual_terms where id = $1`,
    [ritual.terms.id, id()],
  )
  expect(skipped.rowCount).toBe(0)
})
