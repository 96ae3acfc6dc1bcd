// What a read costs does not grow with what the two stored before, nor with how many others there are. Counted in rows of tables and
// indexes, which are the same on every machine. The history is the worst one: every row of it is of one couple, and one of the two wrote
// all pages, the other all replies.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMe } from '@/lib/accounts/reads'
import { readAskedToday, readCheckIn } from '@/lib/check-ins/reads'
import { readCouple, readHopes, readPeople } from '@/lib/couples/reads'
import { readDashboard, readDaysFed } from '@/lib/dashboard/reads'
import {
  readCoupleReplies,
  readEntries,
  readEntry,
  readReplies,
  readSharedEntries,
  readSharedEntry,
} from '@/lib/journal/reads'
import { findMoment, readMoments } from '@/lib/moments/reads'
import { readFormerMonth, readFormerMonths } from '@/lib/months/former-reads'
import { monthToday, readMonth, readMonthLines } from '@/lib/months/reads'
import { readAllKeptDates, readWholeRitual } from '@/lib/plans/kept-reads'
import { readLines } from '@/lib/plans/line-reads'
import { readPlan, readWeek } from '@/lib/plans/reads'
import { readRememberedPlan } from '@/lib/plans/remembered-plan-reads'
import { readPlansToday } from '@/lib/plans/today-reads'
import { readHasTexts, readOpenRituals, readPastRituals, readRitual, readRituals } from '@/lib/rituals/reads'
import { outcome, paired } from '@/lib/testing/as-person'
import { testDatabase } from '@/lib/testing/database'
import { explained, rowsRead } from '@/lib/testing/explained'
import { putPeopleWithSecrets } from '@/lib/testing/journal-people'
import { couples, policyNow, who } from '@/lib/testing/policy-people'
import { bundleOf, SEALED_SQL } from '@/lib/testing/sealed'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { closeClients } from './clients'
import { selectToday } from './page-sql'
import type { Scope } from './with-viewer'

const { owner, web } = await testDatabase()
putTestSeams(policyNow)
afterAll(closeClients)

/** Days of the history, each with a row or two in every table. */
const DAYS = 4000
/** Others, each with a couple and an ended ritual for every two. */
const OTHERS = 4000
/** The most rows that a statement may read. Lately reads seventeen weeks with seven rows a day. */
const MOST_ROWS = 1200

const ritual = randomUUID()
const [today, lastDay, longAgo] = ['2026-11-24', '2026-11-23', '2017-05-10']

/** Inserts a history of a couple, up to a day: `a` writes the pages, `b` the replies. */
async function putHistory(coupleId: string, a: string, b: string, end: string, ritualId: string): Promise<void> {
  await owner.query(`update couple set started_on = $2::date - ${DAYS} where id = $1`, [coupleId, end])
  await owner.query('drop table if exists d')
  await owner.query(`create temporary table d as select '${coupleId}'::uuid as couple, '${a}'::uuid as a, '${b}'::uuid as b, day::date as day,
    day + interval '10 hours' as at, gen_random_uuid() as id, gen_random_uuid() as date_id
    from generate_series('${end}'::date - ${DAYS} + 1, '${end}'::date, '1 day') day order by day`)
  await owner.query(
    `insert into ritual (couple_id, id, proposer_id, proposed_at) values ('${coupleId}', '${ritualId}', '${a}', '2001-01-01')`,
  )
  await owner.query(
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
     values ('${coupleId}', '${ritualId}', '${ritualId}', '${a}', '2001-01-01', 'Tea', '{emotional}', '{1,2,3,4,5,6,7}', '2001-01-01', 1, '08:00', 15, 'Europe/Lisbon', 1)`,
  )
  await owner.query(
    `insert into agreement (couple_id, terms_id, person_id, agreed_at) select couple_id, '${ritualId}', person_id, '2001-01-02' from membership where couple_id = '${coupleId}'`,
  )
  const plan = (id: string, ritualOf: string) =>
    `insert into plan (couple_id, id, ritual_id, on_date, version, title, types, planned_on, time, minutes, zone)
     select couple, ${id}, ${ritualOf}, day, 1, 'Soup', '{physical}', day, '08:00', 15, 'Europe/Lisbon' from d`
  for (const sql of [
    `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
     select couple, id, a, 1, 'reflection', '{emotional}', day, ${SEALED_SQL}, at, at from d`,
    `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
     select couple, id, id, b, 1, day, ${SEALED_SQL}, at, at from d`,
    `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
     select couple, id, a, 1, day, '{physical}', 'both', ${SEALED_SQL}, at, at from d`,
    `insert into moment_part (couple_id, moment_id, person_id, day, types) select couple, id, p, day, '{physical}' from d, unnest(array[a, b]) p`,
    `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at) select a, id, 1, ${SEALED_SQL}, at, at from d`,
    plan('id', 'null'),
    plan('date_id', `'${ritualId}'`),
    `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
     select couple, p, who, day, '{physical}', true from d, unnest(array[id, date_id]) p, unnest(array[a, b]) who where day < '${end}'`,
    `insert into plan_line (couple_id, plan_id, person_id, id, rev, sealed, written_at)
     select couple, p, a, gen_random_uuid(), 1, ${SEALED_SQL}, at from d, unnest(array[id, date_id]) p where day < '${end}'`,
    `insert into plan_item (couple_id, plan_id, id, version, text, added_at) select couple, id, id, 1, 'Bread', at from d`,
    `insert into felt (couple_id, subject, person_id, felt, revealed_at)
     select couple, id::text, who, 4, at from d, unnest(array[a, b]) who where day < '${end}'`,
    `insert into check_in (couple_id, subject, person_id, now, wish, revealed_at)
     select distinct couple, to_char(day, 'IYYY-"W"IW'), who, 4, 5, '${policyNow}'::timestamptz from d, unnest(array[a, b]) who where day < '${end}'::date - 7`,
    `insert into month_note (couple_id, subject, person_id, id, rev, sealed, written_at, revealed_at)
     select couple, to_char(day, 'YYYY-MM'), who, gen_random_uuid(), 1, ${SEALED_SQL}, at, at from d, unnest(array[a, b]) who where extract(day from day) = 20`,
    `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
     select couple, to_char(day, 'YYYY-MM'), n, case n when 1 then a else b end, n = 2, case n when 1 then 'physical' end::intimacy_type, false, at
     from d, generate_series(1, 2) n where extract(day from day) = 20 order by n`,
  ])
    await owner.query(sql)
}

async function putOthers(): Promise<void> {
  await owner.query(`create temporary table o as select gen_random_uuid() as couple, gen_random_uuid() as a, gen_random_uuid() as b, gen_random_uuid() as ritual
    from generate_series(1, ${OTHERS / 2})`)
  for (const sql of [
    `insert into person (id, name, zone, bundle) select p, 'Somebody', 'Europe/Lisbon', '${JSON.stringify(bundleOf(who.ana))}' from o, unnest(array[a, b]) p`,
    `insert into couple (id, week_start, started_at, started_on) select couple, 1, '2026-01-01', '2026-01-01' from o`,
    `insert into membership (couple_id, person_id, slot, joined_at) select couple, p, slot, '2026-01-01' from o, unnest(array[a, b]) with ordinality m (p, slot)`,
    `insert into ritual (couple_id, id, proposer_id, proposed_at) select couple, ritual, a, '2026-01-01' from o`,
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
     select couple, ritual, ritual, a, '2026-01-01', 'Tea', '{emotional}', '{1}', '2026-01-01', 1, '08:00', 15, 'Europe/Lisbon', 1 from o`,
    `insert into agreement (couple_id, terms_id, person_id, agreed_at) select couple, ritual, p, '2026-01-02' from o, unnest(array[a, b]) p`,
    `update ritual set ended_at = '2026-02-01', ended_by_id = a from o where id = o.ritual`,
  ])
    await owner.query(sql)
}

let page: string
let entry: string

beforeAll(async () => {
  await putPeopleWithSecrets(owner)
  await owner.query(`set app.now = '${policyNow}'`) // the owner never enters, and the trigger of blind rows reads this setting
  await putOthers()
  await putHistory(couples.former, who.ana, who.xan, '2026-01-30', randomUUID())
  await putHistory(couples.now, who.ana, who.ben, today, ritual)
  const { rows } = await owner.query<{ id: string }>(`select id from d where day = '${lastDay}'`)
  page = rows[0]?.id ?? ''
  entry = page
  await owner.query('vacuum analyze')
})

const [week, month, oldMonth] = [weekIdSchema.parse('2026-W48'), parseMonth('2026-11'), parseMonth('2017-05')]
const old = { from: parseDay('2017-05-01'), to: parseDay('2017-05-31') }
const former = { coupleId: couples.former }
const nothing = randomUUID()

/** What pages and routes read, by name. */
const reads: Readonly<Record<string, (scope: Scope) => Promise<unknown>>> = {
  people: readPeople,
  account: readMe,
  couple: readCouple,
  hopes: readHopes,
  'what Today asks': (scope) => readAskedToday(scope, monthToday(scope)),
  'the plans of Today': (scope) => readPlansToday(paired(scope)),
  'what the partner did': (scope) => selectToday(scope, 13, page),
  'a week': (scope) => readWeek(paired(scope), week),
  'an old week': (scope) => readWeek(paired(scope), weekIdSchema.parse('2017-W20')),
  lately: async (scope) => readDaysFed(paired(scope), await readPeople(scope)),
  'what fed': (scope) => readDashboard(paired(scope), {}),
  'what fed long ago': (scope) => readDashboard(paired(scope), { before: parseDay(longAgo) }),
  'the months': async (scope) => readMonthLines(paired(scope), await readPeople(scope), { from: null, count: 12 }),
  'the months long ago': async (scope) =>
    readMonthLines(paired(scope), await readPeople(scope), { from: oldMonth, count: 12 }),
  'a month': (scope) => readMonth(scope, month),
  'an old month': (scope) => readMonth(scope, oldMonth),
  'former months': (scope) => readFormerMonths(scope),
  'a former month': (scope) => readFormerMonth(scope, { ...former, month: oldMonth }).catch(() => null),
  'private pages': (scope) => readEntries(scope, {}),
  'a private page': (scope) => readEntry(scope, { id: entry }).catch(() => null),
  'shared pages': (scope) => readSharedEntries(scope, {}),
  'shared pages of an old month': (scope) => readSharedEntries(scope, old),
  'shared pages of a former couple': (scope) => readSharedEntries(scope, former),
  'shared pages of a former month': (scope) => readSharedEntries(scope, { ...former, ...old }),
  'a shared page': (scope) => readSharedEntry(scope, { pageId: page }),
  'no shared page': (scope) => outcome(readSharedEntry(scope, { pageId: nothing })),
  'replies to a page': (scope) => readReplies(scope, { pageId: page }),
  replies: (scope) => readCoupleReplies(scope, {}),
  'replies in a former couple': (scope) => readCoupleReplies(scope, former),
  moments: (scope) => readMoments(scope, {}),
  'moments of an old month': (scope) => readMoments(scope, old),
  'moments of a former couple': (scope) => readMoments(scope, former),
  'moments of a former month': (scope) => readMoments(scope, { ...former, ...old }),
  'a moment': (scope) => findMoment(scope, page),
  'no moment': (scope) => outcome(findMoment(scope, nothing)),
  lines: (scope) => readLines(scope, {}),
  'lines of an old month': (scope) => readLines(scope, old),
  'lines of a ritual': (scope) => readLines(scope, { ritualId: ritual }),
  'lines of a former couple': (scope) => readLines(scope, former),
  'a plan': (scope) => readPlan(paired(scope), page),
  'a remembered plan': (scope) => readRememberedPlan(scope, { id: page }),
  rituals: (scope) => readRituals(scope, {}),
  'open rituals': (scope) => readOpenRituals(paired(scope)),
  'past rituals': (scope) => readPastRituals(scope),
  'a ritual': (scope) => readWholeRitual(scope, { id: ritual }),
  'whether a ritual has texts': (scope) => readHasTexts(scope, { id: ritual, coupleId: couples.now }),
  'all dates of a ritual': async (scope) => readAllKeptDates(scope, await readRitual(scope, ritual), null),
  'a check-in': (scope) => readCheckIn(paired(scope), week),
}

test.each(Object.entries(reads))('%s: few rows are read, however many there are', async (_, read) => {
  for (const name of ['ana', 'ben'] as const) {
    const found = await explained({ owner, web }, name, read)
    expect(found.length).toBeGreaterThan(0)
    const costly = found
      .map(({ text, plan }) => ({ name, rows: rowsRead(plan), text }))
      .filter(({ rows }) => rows > MOST_ROWS)
    expect(costly).toEqual([])
  }
})
