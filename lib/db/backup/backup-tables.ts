// Which tables a backup holds, and the statements that copy them. Both directions pin every setting that changes how a value is written.
import pg from 'pg'
import * as z from 'zod'
import type { Client } from '../connection.ts'

const { escapeIdentifier: id } = pg

const CatalogueTable = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  key: z.array(z.object({ name: z.string(), isText: z.boolean() })),
  refersTo: z.array(z.string()),
})
const Catalogue = z.array(CatalogueTable)

/** A table with its columns and the columns of its key, each in their order. */
export type StoredTable = Omit<z.output<typeof CatalogueTable>, 'refersTo'>

/**
 * Reads the tables of the product, each after those that it refers to. What the runner of migrations keeps for itself is not one. Throws
 * if two refer to each other or one has no key: then rows have no order to be loaded or compared in.
 */
export async function readStoredTables(db: Client): Promise<StoredTable[]> {
  const { rows } = await db.query(`select t.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0) order by k.place), '[]')
        from pg_constraint p cross join unnest(p.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
        where p.conrelid = t.oid and p.contype = 'p') as key,
      (select coalesce(json_agg(distinct r.relname), '[]') from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = t.oid and f.contype = 'f') as "refersTo"
    from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname <> '_prisma_migrations'
    order by t.relname`)
  const tables = Catalogue.parse(rows)
  const keyless = tables.find(({ key }) => key.length === 0)
  if (keyless) throw new Error(`The table ${keyless.name} has no key.`)
  return inLoadingOrder(tables)
}

/** Each table after those that it refers to, otherwise by name. */
function inLoadingOrder<T extends { name: string; refersTo: readonly string[] }>(tables: readonly T[]): T[] {
  const ordered: T[] = []
  const placed = new Set<string>()
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => placed.has(other)))
    if (!next) throw new Error('Tables refer to each other in a circle.')
    placed.add(next.name)
    ordered.push(next)
  }
  return ordered
}

/** The statement that writes a table's rows, in an order that no collation of the database changes. */
export function copyOutSql({ name, columns, key }: StoredTable): string {
  const order = key.map((column) => `${id(column.name)}${column.isText ? ' collate "C"' : ''}`).join(', ')
  return `copy (select ${columns.map(id).join(', ')} from public.${id(name)} order by ${order}) to stdout`
}

export const copyInSql = ({ name, columns }: Pick<StoredTable, 'name' | 'columns'>): string =>
  `copy public.${id(name)} (${columns.map(id).join(', ')}) from stdin`

/**
 * Pins how values are written, for this transaction, and lets it take its time. Where a policy would filter the owner's rows, COPY fails
 * in place of leaving some out.
 */
export async function pinCopySettings(db: Client): Promise<void> {
  await db.query(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local row_security = off;
    set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
}
