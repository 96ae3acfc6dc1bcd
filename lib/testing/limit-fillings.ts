// For *.db.test.ts: rows of one person that come near each limit of what a person may store, and one row more.
import { randomUUID } from 'node:crypto'
import type { CoupleScope } from '@/lib/db/with-viewer'
import { keepReply, keepSharedEntry } from '@/lib/journal/writes'
import { LIMITS, type LimitName } from '@/lib/limits'
import { keepMoment } from '@/lib/moments/writes'
import { proposeToClose } from '@/lib/months/writes'
import { keepItem, makePlan } from '@/lib/plans/writes'
import { keepAgreement, keepProposal, keepSuggestion, pauseRitual } from '@/lib/rituals/writes'
import { as, paired } from './as-person'
import type { BareAccount } from './bare-accounts'
import { addDays, parseDay } from '@/lib/time/day'
import { parseMonth } from '@/lib/time/month'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import type { Client } from '@/lib/db/connection'

/** A Tuesday at noon, at which these tests begin. */
export const noon = '2026-11-24T12:00:00Z'
export const today = parseDay('2026-11-24')
export const sealed = (bytes = 600) => Buffer.alloc(bytes, 1).toString('base64url')
const zone = parseZone('Europe/Lisbon')

export type Two = Readonly<{ a: BareAccount; b: BareAccount; coupleId: string }>

export const terms = (change: object = {}) => ({
  termsId: randomUUID(),
  title: 'Soup, on a call',
  types: ['experiential' as const],
  weekdays: [2 as const],
  startsOn: today,
  everyWeeks: 1 as const,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone,
  ...change,
})
/** Proposes a ritual. */
export const propose =
  ({ coupleId }: Two, id = randomUUID(), change: object = {}) =>
  (scope: CoupleScope) =>
    keepProposal(scope, { id, coupleId, ...terms(change) })

/** An agreed ritual of the two. Returns its id. */
export async function agreed({ a, b, ...two }: Two): Promise<string> {
  const ritual = await as(a, (scope) => propose({ a, b, ...two })(paired(scope)))
  await as(b, (scope) => keepAgreement(paired(scope), { id: ritual.id, termsId: ritual.terms.id }))
  return ritual.id
}

/** A one-off of the two. */
export const plan = ({ coupleId }: Two, id = randomUUID(), onDate = today) => ({
  id,
  coupleId,
  ritualId: null,
  onDate,
  zone,
  title: 'The night train',
  ifMatch: 0,
})

/** A limit: how rows of one person come near it (by the owner, whom no limit stops), and how each of the two adds one more. */
type Filling = Readonly<{
  fill: (two: Two, rows: number, subject: string) => Promise<unknown>
  add: (two: Two, subject: string, rest: number) => (scope: CoupleScope) => Promise<unknown>
  /** Makes what the rows belong to. */
  subject?: (two: Two) => Promise<string>
  /** The partner adds to a list of their own. */
  partnerAdds?: (two: Two, subject: string) => (scope: CoupleScope) => Promise<unknown>
}>

/** Rituals that the first of the two suggested; `ended` is when and by whom each was ended. */
export const fillRituals = (owner: Client, ended: string) => (two: Two, rows: number) =>
  owner.query(
    `insert into ritual (couple_id, id, proposer_id, proposed_at, ended_at, ended_by_id)
     select $1, gen_random_uuid(), $2, $3, ${ended} from generate_series(1, $4)`,
    [two.coupleId, two.a.id, noon, rows],
  )
/** Plans of the first of the two on `days`, an SQL expression. */
export const fillPlans = (owner: Client, days: string) => (two: Two, rows: number) =>
  owner.query(
    `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone, placed_by_id)
     select $1, gen_random_uuid(), ${days}, 1, 'Soup', '{}', ${days}, '20:00', 60, 'Europe/Lisbon', $2 from generate_series(1, $3) n`,
    [two.coupleId, two.a.id, rows],
  )
/** A one-off that the first of the two made. Returns its id. */
export const onePlan = async (two: Two, onDate = today) => {
  const made = await as(two.a, (scope) => makePlan(paired(scope), plan(two, randomUUID(), onDate)))
  return made.id
}
/** Items of the first of the two on a plan. */
export const fillItems = (owner: Client, removed: boolean) => (two: Two, rows: number, subject: string) =>
  owner.query(
    `insert into plan_item (couple_id, plan_id, id, version, text, removed, added_at, added_by_id)
     select $1, $2, gen_random_uuid(), 1, 'Lentils', $3, $4, $5 from generate_series(1, $6)`,
    [two.coupleId, subject, removed, noon, two.a.id, rows],
  )
/** One more item on a plan. */
export const item = (_two: Two, subject: string) => (scope: CoupleScope) =>
  keepItem(scope, {
    id: subject,
    itemId: randomUUID(),
    ifMatch: 0,
    text: 'Lentils',
    whoId: null,
    done: false,
    removed: false,
  })

/** Rows of sealed text of the first of the two, in a table with these columns besides those that all such tables have. */
const fillSealed = (owner: Client, table: string, columns: string, values: string) => (two: Two, rows: number) =>
  owner.query(
    `insert into ${table} (couple_id, id, author_id, rev, day, sealed, added_at, written_at, ${columns})
     select $1, gen_random_uuid(), $2, 1, '2026-11-24', $3, $4, $4, ${values} from generate_series(1, $5)`,
    [two.coupleId, two.a.id, Buffer.alloc(600), noon, rows],
  )

/** A page that the first of the two shared. Returns its id. */
const onePage = async ({ a, coupleId }: Two) => {
  const id = randomUUID()
  await as(a, (scope) =>
    keepSharedEntry(paired(scope), { id, coupleId, kind: 'reflection', types: [], day: today, sealed: sealed() }),
  )
  return id
}
/** One more reply to a page. */
const reply = (_two: Two, pageId: string) => (scope: CoupleScope) =>
  keepReply(scope, { pageId, id: randomUUID(), day: today, sealed: sealed() })

/** How near each limit of stored rows a person comes. */
export const fillingsBy = (owner: Client): Partial<Record<LimitName, Filling>> => ({
  rituals: { fill: fillRituals(owner, `'2026-11-20', $2`), add: (two) => propose(two) },
  openRituals: { fill: fillRituals(owner, 'null, null'), add: (two) => propose(two) },
  termsOfRitual: {
    subject: agreed,
    fill: (two, rows, subject) =>
      owner.query(
        `insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
         select $1, gen_random_uuid(), $2, n + 1, $3, $4, 'Soup', '{experiential}', '{2}', '2026-11-24', 1, '20:00', 60, 'Europe/Lisbon', 6 from generate_series(1, $5) n`,
        [two.coupleId, subject, two.a.id, noon, rows - 1],
      ),
    add: (_two, id, rest) => (scope) => keepSuggestion(scope, { id, ifMatch: LIMITS.termsOfRitual - rest, ...terms() }),
    partnerAdds: (_two, id) => (scope) => keepSuggestion(scope, { id, ifMatch: LIMITS.termsOfRitual, ...terms() }),
  },
  restsOfRitual: {
    subject: agreed,
    fill: (two, rows, subject) =>
      owner.query(
        `insert into ritual_pause (couple_id, ritual_id, person_id, said_at, from_day, to_day)
         select $1, $2, $3, $4, '2026-11-24', '2026-11-24' from generate_series(1, $5)`,
        [two.coupleId, subject, two.a.id, noon, rows],
      ),
    add: (_two, id, rest) => (scope) => pauseRitual(scope, { id, paused: true, until: addDays(today, 20 + rest) }),
    partnerAdds: (_two, id) => (scope) => pauseRitual(scope, { id, paused: true, until: addDays(today, 9) }),
  },
  momentsOfDay: {
    fill: fillSealed(owner, 'moment', 'types, who', `'{emotional}', 'me'`),
    add:
      ({ coupleId }) =>
      (scope) =>
        keepMoment(scope, {
          id: randomUUID(),
          coupleId,
          day: today,
          types: ['emotional'],
          who: 'me',
          sealed: sealed(),
        }),
  },
  sharedPagesOfDay: {
    fill: fillSealed(owner, 'shared_entry', 'kind, types', `'reflection', '{}'`),
    add:
      ({ coupleId }) =>
      (scope) =>
        keepSharedEntry(scope, {
          id: randomUUID(),
          coupleId,
          kind: 'reflection',
          types: [],
          day: today,
          sealed: sealed(),
        }),
  },
  repliesOfDay: {
    subject: onePage,
    fill: (two, rows, page) => fillSealed(owner, 'reply', 'page_id', `'${page}'`)(two, rows),
    add: reply,
  },
  repliesOfPage: {
    subject: onePage,
    fill: async (two, rows, page) => {
      await fillSealed(owner, 'reply', 'page_id', `'${page}'`)(two, rows)
      await owner.query(`update reply set day = '2026-11-23' where page_id = $1`, [page]) // today has room
    },
    add: reply,
  },
  versionsOfMonth: {
    fill: (two, rows) =>
      owner.query(
        `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
         select $1, '2026-11', n, $2, false, null, false, $3 from generate_series(1, $4) n`,
        [two.coupleId, two.a.id, noon, rows],
      ),
    add:
      ({ coupleId }, _subject, rest) =>
      (scope) =>
        proposeToClose(scope, {
          month: parseMonth('2026-11'),
          coupleId,
          number: LIMITS.versionsOfMonth + 1 - rest,
          focus: 'physical',
          change: null,
        }),
    partnerAdds:
      ({ coupleId }) =>
      (scope) =>
        proposeToClose(scope, {
          month: parseMonth('2026-11'),
          coupleId,
          number: LIMITS.versionsOfMonth + 1,
          focus: null,
          change: null,
        }),
  },
  plansOfDay: {
    fill: fillPlans(owner, `'2026-11-24'::date`),
    add: (two) => (scope) => makePlan(scope, plan(two)),
  },
  plansAhead: {
    fill: fillPlans(owner, `'2026-11-24'::date - 9 + n::int`),
    add: (two) => (scope) => makePlan(scope, plan(two, randomUUID(), addDays(today, 300))),
  },
  itemsOfPlan: { subject: (two) => onePlan(two), fill: fillItems(owner, true), add: item },
  itemsOfWeek: {
    // most of them on other plans, at the ends of the days around
    subject: async (two) => {
      for (const days of [-6, 6]) await fillItems(owner, false)(two, 75, await onePlan(two, addDays(today, days)))
      return onePlan(two)
    },
    fill: (two, rows, subject) => fillItems(owner, false)(two, rows - 150, subject),
    add: item,
    partnerAdds: item,
  },
})
