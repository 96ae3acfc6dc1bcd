import 'server-only'
import { asWeb } from './clients'
import type { EntryRecord } from './sealed-lists'
import type { Scope } from './with-viewer'

// Adding private entries is the most frequent write. Prisma needs two statements for it, compiles it for each request, and took a
// large part of its CPU (bench/README.md).

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

const selectSql = `select ${columns} from private_entry where owner_id = $1 and id = any($2::uuid[])`

const insertSql = `with added as (
    insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, given.id, 1, given.sealed, $4, $4 from unnest($2::uuid[], $3::bytea[]) as given (id, sealed)
    on conflict do nothing
    returning ${columns}
  )
  select id, rev, sealed, "addedAt" from added union all ${selectSql}`
