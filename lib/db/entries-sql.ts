import 'server-only'
import { asWeb } from './clients'
import type { Scope } from './with-viewer'

// Adding a private page is the most frequent write. Prisma needs two statements for it, compiles the insert for each request,
// and took a quarter of the request's CPU (bench/README.md).

/** A private page as the database returns it. */
export type EntryRecord = { id: string; rev: number; sealed: Buffer; addedAt: Date }

/**
 * Adds private pages of the viewer and returns each as it is saved, in no order: an id that the viewer has already keeps its row. One
 * statement; a second one where another request added the same id in between, because the first does not see that row.
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

const selectSql = `select id, rev, sealed, added_at as "addedAt" from private_entry where owner_id = $1 and id = any($2::uuid[])`

const insertSql = `with added as (
    insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, given.id, 1, given.sealed, $4, $4 from unnest($2::uuid[], $3::bytea[]) as given (id, sealed)
    on conflict do nothing
    returning id, rev, sealed, added_at as "addedAt"
  )
  select id, rev, sealed, "addedAt" from added union all ${selectSql}`
