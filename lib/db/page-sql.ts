import 'server-only'
import { asWeb } from './clients'
import type { CoupleScope, Scope } from './with-viewer'

// The small reads of the most frequent pages. Through Prisma, each took several times the CPU of its statement (bench/README.md).
// `rows` runs in the transaction of the request; a scope is demanded because only an entered transaction has one.

/** A person as the database returns them. */
export type PersonRecord = { id: string; name: string; zone: string }

/**
 * The viewer, and the partner of their active couple. In no order. One statement. It names both, or the policy alone would
 * look at every person of the installation.
 */
export const selectPeople = ({ viewer: { personId, coupleId } }: Scope): Promise<PersonRecord[]> =>
  asWeb().rows<PersonRecord>(
    `select id, name, zone from person
     where id = any(array(select person_id from membership where couple_id = $2) || $1::uuid)`,
    [personId, coupleId],
  )

/** Which of these subjects the viewer has answered, and whether both see each: blind rows, and closed months. One statement. */
export const selectAnswered = (
  { viewer: { coupleId, personId } }: CoupleScope,
  subjects: readonly string[],
): Promise<{ subject: string; revealed: boolean }[]> =>
  asWeb().rows(
    `select subject, revealed_at is not null as revealed from answered
     where couple_id = $1 and person_id = $2 and subject = any($3::text[])`,
    [coupleId, personId, subjects],
  )

/** Something that the partner did, as the database returns it. `version`: of terms. */
type ActRecord = {
  is: 'page' | 'reply' | 'terms'
  id: string
  pageId: string | null
  version: number | null
}

type TodayRecord = { spareSaved: boolean; acts: ActRecord[]; items: unknown }

/**
 * Whether the viewer's spare page was saved; the newest `most` of the pages, of the replies and of the terms that come
 * from the partner, newest first; and the items of the plan `planId`. Without a couple there are neither. One statement,
 * because it is read at each visit of Today.
 */
export async function selectToday(
  { viewer: { personId, coupleId } }: Scope,
  most: number,
  planId: string | null = null,
): Promise<TodayRecord> {
  const newest = (is: string, table: string, columns: string, author: string, instant: string, where = 'true') =>
    `(select '${is}' as is, ${columns}, ${instant} as instant from ${table}
      where couple_id = $2 and ${author} = (select person_id from membership where couple_id = $2 and person_id <> $1)
        and ${where} order by ${instant} desc, id desc limit $3)`
  const [found] = await asWeb().rows<TodayRecord>(
    `select spare_page_saved_on is not null as "spareSaved",
       (select coalesce(jsonb_agg(jsonb_build_object('is', act.is, 'id', act.id, 'pageId', act.page_id, 'version', act.version)
          order by act.instant desc, act.id desc), '[]') from (
         ${newest('page', 'shared_entry', 'id, null::uuid as page_id, null::int as version', 'author_id', 'added_at', 'not removed')}
         union all ${newest('reply', 'reply', 'id, page_id, null::int', 'author_id', 'added_at', 'not removed')}
         union all ${newest('terms', 'ritual_terms', 'ritual_id, null::uuid, version', 'proposer_id', 'proposed_at')}) act) as acts,
       (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'version', i.version, 'text', i.text, 'whoId', i.who_id, 'done', i.done)
          order by i.added_at, i.id), '[]') from plan_item i where i.couple_id = $2 and i.plan_id = $4 and not i.removed) as items
     from account where person_id = $1`,
    [personId, coupleId, most, planId],
  )
  if (!found) throw new Error('The policies hid the viewer’s own account.')
  return found
}

/**
 * How many of the two wrote what a ritual means to them, and whether somebody wrote a line to remember a date of it by in which
 * they took part. One statement.
 */
export async function selectRitualTexts(
  _scope: Scope,
  { id, coupleId }: Readonly<{ id: string; coupleId: string }>,
): Promise<{ meanings: number; hasLines: boolean }> {
  const [found] = await asWeb().rows<{ meanings: number; hasLines: boolean }>(
    `select (select count(*)::int from meaning where couple_id = $1 and ritual_id = $2) as meanings,
       exists (select from plan_line line
         join plan on plan.couple_id = line.couple_id and plan.id = line.plan_id
         join taking_part took on took.couple_id = plan.couple_id and took.plan_id = plan.id
           and took.person_id = line.person_id
         where line.couple_id = $1 and plan.ritual_id = $2 and took.took_part) as "hasLines"`,
    [coupleId, id],
  )
  return found ?? { meanings: 0, hasLines: false }
}

/** A person's account as the database returns it. `sealedBytes`: what they store, as digits. */
type AccountRecord = {
  name: string
  zone: string
  email: string
  locale: string
  sparePageSavedOn: string | null
  sealedBytes: string
}

/** The viewer's account, and how much they store. One statement. */
export async function selectAccount({ viewer: { personId } }: Scope): Promise<AccountRecord> {
  const [account] = await asWeb().rows<AccountRecord>(
    `select p.name, p.zone, a.email, a.locale, a.spare_page_saved_on::text as "sparePageSavedOn",
       (select coalesce(sum(u.bytes), 0)::text from sealed_use u where u.owner_id = a.person_id) as "sealedBytes"
     from account a join person p on p.id = a.person_id where a.person_id = $1`,
    [personId],
  )
  if (!account) throw new Error('The policies hid the viewer’s own account.')
  return account
}
