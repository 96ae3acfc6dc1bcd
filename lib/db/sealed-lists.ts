import 'server-only'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { asWeb } from './clients'
import type { Scope } from './with-viewer'

// Lists of sealed rows, newest first. A page ends at a number of rows and at a number of bytes, whichever comes first: a hundred rows
// of the greatest size would be 72 MB. PostgreSQL knows the length of a value without reading it, so a row that does not fit costs
// nothing. Prisma can't compare a row with the sum of those before it.

/** The most bytes of an answer with a list, as JSON. */
export const MOST_LIST_BYTES = 1024 * 1024

/**
 * What a row takes beside its sealed text in an answer, whichever list it is in: at most about 500 bytes, for a moment
 * with all types and two parts.
 */
const ROW_BYTES = 600

/** How many bytes of an answer a row takes, as SQL: base64url is a third longer than its bytes. */
export const ANSWERED_BYTES = `octet_length(sealed) * 4 / 3 + ${ROW_BYTES}`

/** The last row of the page before: its instant, as ISO text with milliseconds, and its id. */
type ListKey = Readonly<{ addedAt: string; id: string }>

/** A page of rows, and whether there are more after it. */
type SealedPage<Row> = Readonly<{ rows: Row[]; more: boolean }>

export type SealedListRow = { id: string; sealed: Buffer; addedAt: Date }

// A key before every row.
const listStart: ListKey = { addedAt: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

type SealedList = Readonly<{
  /** The table, and the columns of a row beside id, sealed and added_at, as SQL. */
  table: string
  columns: string
  /** Conditions, as SQL over `t`, whose parameters begin with $4. */
  where: string
  /** The day that stands for `added_at`, as SQL over `t`, where an index has that day and no instant. */
  day?: string
}>

/**
 * Makes the statement of a list: $1 and $2 are the key, $3 the most rows. The comparison of rows reads an index on
 * (..., added_at desc, id desc) from the key on. `found`: how many rows there are, one more than $3 at most.
 */
function listSql({ table, columns, where, day }: SealedList): string {
  const order = 'order by added_at desc, id desc'
  const [instant, key] = day ? [day, `($1::timestamptz at time zone 'UTC')::date`] : ['t.added_at', '$1::timestamptz']
  // where the instant and the id come from two tables, their comparison alone reads no index
  const after = `${day ? `${day} <= ${key} and ` : ''}(${instant}, t.id) < (${key}, $2::uuid)`
  return `select * from (
      select page.*, count(*) over () as found, row_number() over newest as place,
        sum(${ANSWERED_BYTES}) over newest as bytes
      from (select t.id, t.sealed, t.added_at, t.added_at as "addedAt", ${columns} from ${table} t
        where ${after} and ${where} order by ${instant} desc, t.id desc limit $3 + 1) page
      window newest as (${order} rows unbounded preceding)
    ) sized
    where place <= $3 and (place = 1 or bytes <= ${MOST_LIST_BYTES}) ${order}`
}

/** Makes the read of a list. A page has at least one row, whatever its size, unless the list has ended. */
const listOf = <Row extends SealedListRow>(list: SealedList) => {
  const sql = listSql(list)
  return async (
    _scope: Pick<Scope, 'viewer'>,
    after: ListKey | null,
    most: number,
    values: readonly unknown[],
  ): Promise<SealedPage<Row>> => {
    const { addedAt, id } = after ?? listStart
    const rows = await asWeb().rows<Row & { found: string }>(sql, [addedAt, id, most, ...values])
    return { rows, more: Number(rows[0]?.found ?? 0) > rows.length }
  }
}

/** A private entry as the database returns it. */
export type EntryRecord = SealedListRow & { rev: number }

/** A page of a person's private entries; the value is the person. One statement. */
export const selectEntryPage = listOf<EntryRecord>({
  table: 'private_entry',
  columns: 't.rev',
  where: 't.owner_id = $4',
})

/** A shared page as the database returns it. `day` is text, `types` in product order. */
export type SharedEntryRecord = EntryRecord & {
  coupleId: string
  authorId: string
  kind: 'reflection' | 'voice'
  types: IntimacyType[]
  day: Day
  removed: boolean
}

/**
 * Of a couple, or one person's there: the values are the couple, and the person or null. Whoever may read only their own rows
 * names themselves: the policy alone would look at all rows of the couple.
 */
const oneOrBoth = (who: string) => `t.couple_id = $4 and ($5::uuid is null or t.${who} = $5::uuid)`

/** As `oneOrBoth`, on some days: two values more are the first and the last day or null. */
const onDays = `${oneOrBoth('author_id')} and ($6::date is null or t.day >= $6::date) and ($7::date is null or t.day <= $7::date)`

/** A page of shared pages; the values are those of `onDays`. One statement. */
export const selectSharedEntryPage = listOf<SharedEntryRecord>({
  table: 'shared_entry',
  columns: `t.rev, t.couple_id as "coupleId", t.author_id as "authorId", t.kind, t.types::text[], t.day::text, t.removed`,
  where: onDays,
})

/** A reply as the database returns it. */
export type ReplyRecord = EntryRecord & { pageId: string; authorId: string; day: Day; removed: boolean }

const replies = {
  table: 'reply',
  columns: `t.rev, t.page_id as "pageId", t.author_id as "authorId", t.day::text, t.removed`,
}

/** A page of the replies in a couple; the values are those of `oneOrBoth`. One statement. */
export const selectCoupleReplyPage = listOf<ReplyRecord>({ ...replies, where: oneOrBoth('author_id') })

/** A page of the replies to a page; the values are the couple and the page. One statement. */
export const selectReplyPage = listOf<ReplyRecord>({ ...replies, where: 't.couple_id = $4 and t.page_id = $5' })

/** A moment as the database returns it, with the people whom it feeds. */
export type MomentRecord = EntryRecord & {
  coupleId: string
  authorId: string
  day: Day
  types: IntimacyType[]
  who: 'me' | 'both'
  removed: boolean
  parts: { personId: string; takenOut: boolean }[]
}

/** A page of moments; the values are those of `onDays`. One statement. */
export const selectMomentPage = listOf<MomentRecord>({
  table: 'moment',
  columns: `t.rev, t.couple_id as "coupleId", t.author_id as "authorId", t.day::text, t.types::text[], t.who, t.removed,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'takenOut', p.taken_out) order by p.person_id), '[]')
      from moment_part p where p.couple_id = t.couple_id and p.moment_id = t.id) as parts`,
  where: onDays,
})

/** A line to remember a plan by, as the database returns it, with the days of its plan as text. */
export type LineRecord = EntryRecord & {
  personId: string
  planId: string
  ritualId: string | null
  onDate: Day
  plannedOn: Day
}

/**
 * A page of lines of people who took part, by the planned day instead of the instant they were added; the values are those of
 * `oneOrBoth`, and a ritual, the first and the last day or null. One statement.
 */
export const selectLinePage = listOf<LineRecord>({
  table: `(select l.couple_id, l.id, l.rev, l.sealed, l.person_id, l.plan_id, p.ritual_id, p.on_date, p.planned_on,
      p.planned_on::timestamp at time zone 'UTC' as added_at
    from plan_line l join plan p on p.couple_id = l.couple_id and p.id = l.plan_id
    where exists (select 1 from taking_part k
      where k.couple_id = l.couple_id and k.plan_id = l.plan_id and k.person_id = l.person_id and k.took_part))`,
  columns: `t.rev, t.person_id as "personId", t.plan_id as "planId", t.ritual_id as "ritualId", t.on_date::text as "onDate",
    t.planned_on::text as "plannedOn"`,
  where: `${oneOrBoth('person_id')} and ($6::uuid is null or t.ritual_id = $6::uuid) and
    ($7::date is null or t.planned_on >= $7::date) and ($8::date is null or t.planned_on <= $8::date)`,
  day: 't.planned_on',
})
