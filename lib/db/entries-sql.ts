import 'server-only'
import { asWeb } from './clients'
import type { Viewer } from './gate'
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

type NewEntry = Readonly<{ id: string; sealed: Uint8Array }>

/**
 * Adds private entries of the viewer and returns the saved rows in the order given, as many as fit into an answer. An id
 * that exists keeps its row. One statement; a second one for a single id that exists, and where a concurrent request
 * added the same id, because the first does not see that row.
 */
export async function insertEntries(
  { viewer }: Pick<Scope, 'viewer'>,
  entries: readonly NewEntry[],
): Promise<EntryRecord[]> {
  const [first, ...others] = entries
  return first && others.length === 0 ? insertEntry(viewer, first) : insertBatch(viewer, entries)
}

/** One entry is what most requests add: nothing has to be cut or put in order, so PostgreSQL has less to plan. */
async function insertEntry({ personId, now }: Viewer, { id, sealed }: NewEntry): Promise<EntryRecord[]> {
  const added = await asWeb().rows<EntryRecord>(insertOneSql, [personId, id, sealed, now])
  return added.length > 0 ? added : asWeb().rows<EntryRecord>(saved, [personId, [id]])
}

async function insertBatch({ personId, now }: Viewer, entries: readonly NewEntry[]): Promise<EntryRecord[]> {
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

const insertOneSql = `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
  values ($1, $2, 1, $3, $4, $4) on conflict do nothing returning ${columns}`

const insertSql = `with added as (
    insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, given.id, 1, given.sealed, $4, $4 from unnest($2::uuid[], $3::bytea[]) as given (id, sealed)
    on conflict do nothing
    returning ${columns}
  ), ${cut(`select id, rev, sealed, "addedAt" from added union all ${saved}`)}`
