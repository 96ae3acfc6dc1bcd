// The most that one person can store in a couple, as rows: for tests of what their partner's pages then weigh.
import { withConnection } from '@/lib/db/connection'
import { BYTE_SIZES } from '@/lib/http/bytes'
import { LIMITS } from '@/lib/limits'
import { everyPageMoment } from './every-page'
import type { Couple } from './people'
import type { ServedApp } from './served'

/** A letter of the widest texts: of one UTF-16 unit five bytes in the HTML of a page and six in its data, or three in JSON. */
export const WIDEST = { page: '&', json: '界' } as const

/** What each statement is given, as columns of `given`. */
const given = (couple: Couple, letter: string) => ({
  couple: couple.id,
  me: couple.a.id,
  partner: couple.b.id,
  moment: everyPageMoment,
  title: letter.repeat(120),
  what: letter.repeat(500),
  place: letter.repeat(160),
  item: letter.repeat(200),
  sealed: Buffer.alloc(BYTE_SIZES.sealed.greatest, 1).toString('hex'),
  small: Buffer.alloc(BYTE_SIZES.sealed.least, 1).toString('hex'),
  ...LIMITS,
})

const statements = [
  `update person set name = repeat('&', 80) where id = (select partner from given)`,

  // rituals on every day, each with all versions of its terms and all rests, and all that may have ended
  `with made as (
     insert into ritual (couple_id, id, proposer_id, proposed_at, ended_at, ended_by_id)
     select g.couple, gen_random_uuid(), g.partner, g.moment - interval '40 days', case when n > g."openRituals" then g.moment end,
       case when n > g."openRituals" then g.partner end
     from given g, generate_series(1, g.rituals) n
     returning id, ended_at), terms as (
     insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks,
       time, minutes, zone, week_start)
     select g.couple, gen_random_uuid(), m.id, n, g.partner, g.moment - interval '40 days', g.title,
       '{emotional,physical,intellectual,experiential,spiritual}', '{1,2,3,4,5,6,7}', '2026-11-01', 1, '12:30', 1440, 'America/Argentina/Buenos_Aires', 6
     from given g, made m, generate_series(1, case when m.ended_at is null then g."termsOfRitual" else 2 end) n
     returning id, version)
   insert into agreement (couple_id, terms_id, person_id, agreed_at)
   select g.couple, t.id, person, g.moment - interval '40 days' from given g, terms t, unnest(array[g.me, g.partner]) person where t.version = 1`,
  `insert into ritual_pause (couple_id, ritual_id, number, person_id, said_at, from_day, to_day)
   select g.couple, r.id, n, g.partner, g.moment, '2026-11-02', '2026-11-02'
   from given g, ritual r, generate_series(1, g."restsOfRitual") n where r.couple_id = g.couple and r.ended_at is null`,

  // plans of today and the days after, and kept ones of every day before
  `insert into plan (couple_id, id, on_date, version, title, what, place, types, planned_on, time, minutes, zone, placed_by_id)
   select g.couple, gen_random_uuid(), d::date, 1, g.title, g.what, g.place, '{emotional,physical,intellectual,experiential,spiritual}', d::date,
     '23:30', 1440, 'America/Argentina/Buenos_Aires', g.partner
   from given g, generate_series('2026-11-01'::date, '2026-11-27', '1 day') d, generate_series(1, g."plansOfDay")`,
  `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part)
   select g.couple, p.id, g.partner, p.planned_on, p.types, true from given g, plan p
   where p.couple_id = g.couple and p.placed_by_id = g.partner and p.planned_on < '2026-11-24'`,
  `insert into plan_item (couple_id, plan_id, id, version, text, who_id, added_at, added_by_id)
   select g.couple, p.id, gen_random_uuid(), 1, g.item, g.partner, g.moment, g.partner
   from given g, (select id from plan p, given g where p.couple_id = g.couple and p.planned_on = '2026-11-24' order by id limit 2) p,
     generate_series(1, g."itemsOfPlan")`,

  // moments, pages and replies of every day
  `with made as (
     insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
     select g.couple, gen_random_uuid(), g.partner, 1, d, '{emotional,physical,intellectual,experiential,spiritual}', 'both', decode(g.small, 'hex'), g.moment, g.moment
     from given g, generate_series('2026-11-01'::date, '2026-11-24', '1 day') d, generate_series(1, g."momentsOfDay")
     returning id, day, types)
   insert into moment_part (couple_id, moment_id, person_id, day, types)
   select g.couple, m.id, person, m.day, m.types from given g, made m, unnest(array[g.me, g.partner]) person`,
  `with made as (
     insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
     select g.couple, gen_random_uuid(), g.partner, 1, 'reflection', '{emotional,physical,intellectual,experiential,spiritual}', d,
       case when n = 1 and d = '2026-11-24' then decode(g.sealed, 'hex') else decode(g.small, 'hex') end, g.moment, g.moment
     from given g, generate_series('2026-11-01'::date, '2026-11-24', '1 day') d, generate_series(1, g."sharedPagesOfDay") n
     returning id, day)
   insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
   select g.couple, gen_random_uuid(), s.id, g.partner, 1, s.day, case when n = 1 and s.day = '2026-11-24' then decode(g.sealed, 'hex') else decode(g.small, 'hex') end, g.moment, g.moment
   from given g, (select distinct on (day) id, day from made) s, generate_series(1, g."repliesOfDay") n`,
  // the largest sealed texts, and every version of closing the month
  ...['meaning', 'plan_line', 'month_note', 'month_change'].map(
    (table) => `update ${table} set sealed = decode(g.sealed, 'hex') from given g where person_id = g.partner`,
  ),
  `insert into month_closing (couple_id, month, number, person_id, closes, focus, with_change, said_at)
   select g.couple, '2026-11', 100 + n, g.partner, false, 'experiential', true, g.moment from given g, generate_series(1, g."versionsOfMonth") n`,
]

/** The ids of the ritual with the most versions, and of a plan with the most items. */
export type FilledIds = Readonly<{ ritual: string; plan: string }>

/**
 * Lets `b` store the most that the limits allow, with the longest texts: `a` only said yes to the rituals. Triggers are
 * left out, as they count what each request adds.
 */
export const fillByPartner = (
  app: Pick<ServedApp, 'ownerUrl'>,
  couple: Couple,
  letter: string = WIDEST.page,
): Promise<FilledIds> =>
  withConnection(app.ownerUrl, async (db) => {
    const changed = statements.flatMap((sql) =>
      [...sql.matchAll(/(?:insert into|update) (\w+)/g)].map(([, table]) => table),
    )
    const setTriggers = async (to: 'disable' | 'enable') => {
      for (const table of new Set(changed)) await db.query(`alter table ${table} ${to} trigger user`)
    }
    const values = given(couple, letter)
    await db.query('begin')
    await setTriggers('disable')
    await db.query(
      `create temporary table given as select * from jsonb_to_record($1) as g (couple uuid, me uuid, partner uuid, moment timestamptz,
         ${Object.entries(values)
           .filter(([name]) => !['couple', 'me', 'partner', 'moment'].includes(name))
           .map(([name, value]) => `"${name}" ${typeof value === 'number' ? 'int' : 'text'}`)
           .join(', ')})`,
      [JSON.stringify(values)],
    )
    for (const sql of statements) await db.query(sql)
    await setTriggers('enable')
    const { rows } = await db.query<FilledIds>(
      `select (select ritual_id from ritual_terms where couple_id = $1 group by 1 order by count(*) desc limit 1) as ritual,
         (select plan_id from plan_item where couple_id = $1 group by 1 order by count(*) desc limit 1) as plan`,
      [couple.id],
    )
    await db.query('commit')
    const [ids] = rows
    if (!ids) throw new Error('Nothing was filled.')
    return ids
  })
