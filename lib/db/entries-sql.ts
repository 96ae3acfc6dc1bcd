import 'server-only'
import { asWeb } from './clients'
import type { Scope } from './with-viewer'

// Adding private entries is the most frequent write, and listing them the most frequent read. Prisma needs two statements
// for the first, compiles it for each request, and took a large part of the CPU of both (bench/README.md).

/** A private entry as the database returns it. */
export type EntryRecord = { id: string; rev: number; sealed: Buffer; addedAt: Date }

/** The last row of the page before: its instant, as ISO text with milliseconds, and its id. */
type ListKey = { addedAt: string; id: string }

// A key before every row.
const listStart: ListKey = { addedAt: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads at most `most` private entries of the viewer after a key, newest first, in one statement. */
export const selectEntries = (
  { viewer: { personId } }: Pick<Scope, 'viewer'>,
  after: ListKey | null,
  most: number,
): Promise<EntryRecord[]> => {
  const { addedAt, id } = after ?? listStart
  return asWeb().rows<EntryRecord>(listSql, [personId, addedAt, id, most])
}

/**
 * Adds private entries of the viewer and returns the saved rows, in no order. An id that exists keeps its row. One
 * statement; a second one if a concurrent request added the same id, because the first does not see that row.
 */
export async function insertEntries(
  { viewer: { personId, now } }: Pick<Scope, 'viewer'>,
  entries: readonly { id: string; sealed: Uint8Array }[],
): Promise<EntryRecord[]> {
  const ids = entries.map(({ id }) => id)
  const sealed = entries.map((entry) => entry.sealed)
  const rows = await asWeb().rows<EntryRecord>(insertSql, [personId, ids, sealed, now])
  return rows.length === new Set(ids).size ? rows : asWeb().rows<EntryRecord>(selectSql, [personId, ids])
}

const columns = `id, rev, sealed, added_at as "addedAt"`

// The comparison of rows reads the index on (owner_id, added_at desc, id desc) from the key on.
const listSql = `select ${columns} from private_entry where owner_id = $1 and (added_at, id) < ($2::timestamptz, $3::uuid)
  order by added_at desc, id desc limit $4`

const selectSql = `select ${columns} from private_entry where owner_id = $1 and id = any($2::uuid[])`

const insertSql = `with added as (
    insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, given.id, 1, given.sealed, $4, $4 from unnest($2::uuid[], $3::bytea[]) as given (id, sealed)
    on conflict do nothing
    returning ${columns}
  )
  select id, rev, sealed, "addedAt" from added union all ${selectSql}`
