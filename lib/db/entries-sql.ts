import 'server-only'
import { asWeb } from './clients'
import { ANSWERED_BYTES, MOST_LIST_BYTES, type EntryRecord } from './sealed-lists'
import type { Scope } from './with-viewer'

// Adding private entries is the most frequent write. Prisma needs two statements for it, compiles it for each request, and took a
// large part of its CPU (bench/README.md).

/**
 * The most bytes of an answer, as JSON. Whatever was sent fits, as a batch is at most 1 MiB. Rows that exist already may be
 * larger than what was sent for them: a batch of such ids could be answered with 72 MB.
 */
const MOST_BYTES = 2 * MOST_LIST_BYTES

type SavedEntry = EntryRecord & { found: string }

/**
 * Adds private entries of the viewer and returns the saved rows in the order given, as many as fit into an answer. An id
 * that exists keeps its row. One statement; a second one if a concurrent request added the same id, because the first
 * does not see that row.
 */
export async function insertEntries(
  { viewer: { personId, now } }: Pick<Scope, 'viewer'>,
  entries: readonly { id: string; sealed: Uint8Array }[],
): Promise<EntryRecord[]> {
  const ids = entries.map(({ id }) => id)
  const sealed = entries.map((entry) => entry.sealed)
  const rows = await asWeb().rows<SavedEntry>(insertSql, [personId, ids, sealed, now])
  return Number(rows[0]?.found ?? 0) === new Set(ids).size
    ? rows
    : asWeb().rows<SavedEntry>(`with ${cut(saved)}`, [personId, ids])
}

const columns = `id, rev, sealed, added_at as "addedAt"`

const saved = `select ${columns} from private_entry where owner_id = $1 and id = any($2::uuid[])`

/** The rows of a statement that fit, in the order of the ids in $2. `found`: how many there are. */
const cut = (rows: string) => `kept as (${rows}) select * from (
    select kept.*, count(*) over () as found, row_number() over in_order as place,
      sum(${ANSWERED_BYTES}) over in_order as bytes
    from kept window in_order as (order by array_position($2::uuid[], id) rows unbounded preceding)) sized
  where place = 1 or bytes <= ${MOST_BYTES} order by place`

const insertSql = `with added as (
    insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, given.id, 1, given.sealed, $4, $4 from unnest($2::uuid[], $3::bytea[]) as given (id, sealed)
    on conflict do nothing
    returning ${columns}
  ), ${cut(`select id, rev, sealed, "addedAt" from added union all ${saved}`)}`
