// Where a word would lie if it leaked: the files of a database and its write-ahead log, what PostgreSQL logs, the files of a browser.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withConnection } from '@/lib/db/connection'
import { superuser } from '@/lib/db/postgres-cluster'
import { clusterUrl, theCluster } from './cluster'

export type StoredFile = Readonly<{ name: string; bytes: Buffer }>

/** Every file under a folder, by its path below it. */
export const filesUnder = (folder: string): readonly StoredFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }))

/** The names of the files in which a text is found, as UTF-8 or UTF-16. */
export function namesWith(files: readonly StoredFile[], text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return files.filter(({ bytes }) => needles.some((needle) => bytes.includes(needle))).map(({ name }) => name)
}

/** Connects to a served app's database as the superuser. */
export const asSuperuser = <T>(ownerUrl: string, work: Parameters<typeof withConnection<T>>[1]): Promise<T> =>
  withConnection(clusterUrl(theCluster(), new URL(ownerUrl).pathname.slice(1), superuser), work)

/** The files of a database (`base/…`) and of the write-ahead log (`pg_wal/…`) after a checkpoint, and PostgreSQL's log (`server.log`). */
export async function databaseFiles(ownerUrl: string): Promise<readonly StoredFile[]> {
  const { folder, oid } = await asSuperuser(ownerUrl, async (db) => {
    await db.query('checkpoint')
    const { rows } = await db.query<{ folder: string; oid: number }>(
      `select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()`,
    )
    if (!rows[0]) throw new Error('There is no database.')
    return rows[0]
  })
  const below = (part: string) =>
    filesUnder(path.join(folder, part)).map(({ name, bytes }) => ({ name: `${part}/${name}`, bytes }))
  return [
    ...below(`base/${oid}`),
    ...below('pg_wal'),
    { name: 'server.log', bytes: readFileSync(path.join(folder, 'server.log')) },
  ]
}
