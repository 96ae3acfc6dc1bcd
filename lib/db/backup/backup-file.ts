// The file of a backup, which docs/self-hosting.md describes. Three lines, then the rows:
//   fivefold-backup/1
//   the manifest as JSON, and spaces after it
//   sha256=... hmac=...    both over the two lines before; the key of the second is made from the installation's secret
//   for each table of the manifest, in its order, the gzip of what COPY writes as text
// The manifest is in front, where a person can read it, and knows its numbers last: room is left for it.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Writable, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'
import { PlainFailure } from '../../plain-failure.ts'
import { errorCodeOf } from '../connection.ts'

const FORMAT = 'fivefold-backup/'
const VERSION = 1

/** More than a manifest ever has: a longer line is none. */
const MANIFEST_BYTES = 4 * 1024 * 1024

const SEAL_BYTES = 'sha256='.length + 64 + ' hmac='.length + 64 + 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)

const BackupTable = z.strictObject({
  name: z.string(),
  /** In the order in which COPY writes them. */
  columns: z.array(z.string()),
  rows: Count,
  /** Of the rows as COPY writes them, in the order of the table's key. */
  sha256: Sha256,
  /** Of the bytes in the file. */
  packed: z.strictObject({ bytes: Count, sha256: Sha256 }),
})

/** Why a backup was made: by hand, by itself at night, before a migration, or before a restore. */
const backupReasons = ['hand', 'night', 'migration', 'restore'] as const
export type BackupReason = (typeof backupReasons)[number]

const Manifest = z.strictObject({
  /** An instant, UTC. */
  madeAt: z.iso.datetime(),
  why: z.enum(backupReasons),
  /** What a restore needs and the file does not contain. */
  needs: z.array(z.strictObject({ secret: z.string(), from: z.string() })),
  /** The schema: the migrations that were applied, in their order, and the SHA-256 of each. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: Sha256 })),
  /** In an order in which they can be loaded: a table comes after those that it refers to. */
  tables: z.array(BackupTable),
})

export type BackupManifest = z.output<typeof Manifest>
export type BackupTable = z.output<typeof BackupTable>

/** A backup whose first three lines were checked. `offset` is where the rows begin, in bytes. */
export type OpenedBackup = Readonly<{ file: string; manifest: BackupManifest; offset: number }>

/** What is known before the rows are read. */
export type BackupOutline = Omit<BackupManifest, 'tables' | 'needs'> &
  Readonly<{ tables: readonly Pick<BackupTable, 'name' | 'columns'>[] }>

const needs: BackupManifest['needs'] = [
  { secret: 'SECRET', from: 'the file `secret` in the data folder, or the variable SECRET' },
]

/**
 * Writes a backup: `read` gives the rows of a table as COPY writes them, and is called for one table after the other. The file has its
 * name only once all of it is on the disk, mode 0600. Throws a PlainFailure if there is such a file already or it can't be written.
 */
export async function writeBackupFile(
  file: string,
  { secret, outline, read }: { secret: string; outline: BackupOutline; read: (table: string) => Readable },
): Promise<BackupManifest> {
  if (await isThere(file)) throw new PlainFailure(`${file} is there already: choose another name.`)
  const part = `${file}.part-${process.pid}`
  try {
    await rm(part, { force: true })
    const manifest = await writePart(part, { secret, outline, read })
    await rename(part, file)
    await syncFolder(path.dirname(file))
    return manifest
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw asPlainFailure(error, file)
  }
}

async function writePart(
  part: string,
  { secret, outline, read }: { secret: string; outline: BackupOutline; read: (table: string) => Readable },
): Promise<BackupManifest> {
  const handle = await open(part, 'wx', 0o600)
  try {
    const room = Buffer.byteLength(JSON.stringify(manifestOf(outline, outline.tables.map(fullest))))
    let offset = Buffer.byteLength(`${FORMAT}${VERSION}\n`) + room + 1 + SEAL_BYTES
    const tables: BackupTable[] = []
    for (const table of outline.tables) {
      const written = await writeRows(handle, offset, read(table.name))
      tables.push({ ...table, ...written })
      offset += written.packed.bytes
    }
    const manifest = manifestOf(outline, tables)
    const lines = `${FORMAT}${VERSION}\n${padTo(JSON.stringify(manifest), room)}\n`
    await handle.write(lines + sealOf(Buffer.from(lines), secret), 0)
    await handle.sync()
    return manifest
  } finally {
    await handle.close()
  }
}

const manifestOf = ({ madeAt, why, migrations }: BackupOutline, tables: BackupTable[]): BackupManifest => ({
  madeAt,
  why,
  needs,
  migrations,
  tables,
})

const most = Number.MAX_SAFE_INTEGER
const fullest = (table: Pick<BackupTable, 'name' | 'columns'>): BackupTable => ({
  ...table,
  ...{ rows: most, sha256: '0'.repeat(64), packed: { bytes: most, sha256: '0'.repeat(64) } },
})

const padTo = (text: string, bytes: number): string => text + ' '.repeat(bytes - Buffer.byteLength(text))

async function writeRows(
  handle: FileHandle,
  start: number,
  rows: Readable,
): Promise<Pick<BackupTable, 'rows' | 'sha256' | 'packed'>> {
  const [text, packed] = [new Tally(), new Tally()]
  await pipeline(rows, text.pass(), createGzip(), packed.pass(), writeFrom(handle, start))
  return { rows: text.rows, sha256: text.digest(), packed: { bytes: packed.bytes, sha256: packed.digest() } }
}

/** Writes all that comes to a place of a file. A stream of Node would close the file if the source fails. */
const writeFrom = (handle: FileHandle, start: number) => async (source: AsyncIterable<Buffer>) => {
  let place = start
  for await (const chunk of source)
    for (let from = 0; from < chunk.length; ) {
      const { bytesWritten } = await handle.write(chunk, from, chunk.length - from, place)
      from += bytesWritten
      place += bytesWritten
    }
}

/** The hash of what passes, the number of its bytes and of its line ends. COPY ends each row with one, and escapes those within. */
export class Tally {
  bytes = 0
  rows = 0
  readonly #hash = createHash('sha256')

  add(chunk: Buffer): void {
    this.bytes += chunk.length
    this.#hash.update(chunk)
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, end + 1)) this.rows += 1
  }

  pass(): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
    const add = (chunk: Buffer) => this.add(chunk)
    return async function* (source) {
      for await (const chunk of source) {
        add(chunk)
        yield chunk
      }
    }
  }

  digest(): string {
    return this.#hash.digest('hex')
  }
}

const hashOf = (lines: Buffer): string => `sha256=${createHash('sha256').update(lines).digest('hex')}`

function sealOf(lines: Buffer, secret: string): string {
  const key = createHmac('sha256', secret).update('backup').digest()
  return `${hashOf(lines)} hmac=${createHmac('sha256', key).update(lines).digest('hex')}\n`
}

const damaged = (file: string) => new PlainFailure(`${file} is damaged, or is no backup of Fivefold: take another one.`)

/**
 * Reads the first three lines of a backup. Throws a PlainFailure if it is no backup, is damaged there or has another length than it says,
 * if a newer Fivefold has another format, or if the secret is not the one that it was made with.
 */
export async function openBackupFile(file: string, secret: string): Promise<OpenedBackup> {
  const { lines, seal, version, length } = await readHead(file)
  if (!seal.toString('latin1').startsWith(`${hashOf(lines)} hmac=`)) throw damaged(file)
  if (version !== VERSION)
    throw new PlainFailure(`${file} was made by a newer Fivefold. Update Fivefold, then restore it.`)
  if (!/ hmac=[0-9a-f]{64}\n$/.test(seal.toString('latin1'))) throw damaged(file)
  const manifest = readManifest(lines)
  if (!manifest) throw damaged(file)
  if (!timingSafeEqual(seal, Buffer.from(sealOf(lines, secret))))
    throw new PlainFailure(wrongSecretSentence(file, manifest))
  const offset = lines.length + SEAL_BYTES
  const bytes = manifest.tables.reduce((sum, { packed }) => sum + packed.bytes, offset)
  if (bytes !== length) throw damaged(file)
  return { file, manifest, offset }
}

const wrongSecretSentence = (file: string, { needs: [need] }: BackupManifest) =>
  `${file} was made with another secret, or was changed by somebody who does not have it. It needs ${need?.secret}: ${need?.from}, of the installation that made it.`

type Head = Readonly<{ lines: Buffer; seal: Buffer; version: number; length: number }>

/** Splits the three lines. Throws a PlainFailure if the file does not begin as a backup does. */
async function readHead(file: string): Promise<Head> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new PlainFailure(`${file} can’t be read (${errorCodeOf(error) ?? String(error)}): give the file of a backup.`)
  })
  try {
    const { size: length } = await handle.stat()
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(Math.min(length, MANIFEST_BYTES)), 0)
      .catch((error: unknown) => {
        throw new PlainFailure(`${file} can’t be read (${errorCodeOf(error)}): give the file of a backup.`)
      })
    const head = buffer.subarray(0, bytesRead)
    const first = head.indexOf(10)
    const second = first < 0 ? -1 : head.indexOf(10, first + 1)
    const seal = head.subarray(second + 1, second + 1 + SEAL_BYTES)
    const version = Number(/^fivefold-backup\/([1-9]\d{0,8})\n$/.exec(head.toString('latin1', 0, first + 1))?.[1])
    if (second < 0 || seal.length !== SEAL_BYTES || !Number.isInteger(version)) throw damaged(file)
    return { lines: head.subarray(0, second + 1), seal, version, length }
  } finally {
    await handle.close()
  }
}

function readManifest(lines: Buffer): BackupManifest | undefined {
  try {
    return Manifest.parse(JSON.parse(lines.toString('utf8', lines.indexOf(10) + 1)))
  } catch {
    return undefined
  }
}

/** Reads every row of a backup and compares it with the manifest. Throws a PlainFailure if anything differs. */
export async function verifyBackupFile(backup: OpenedBackup): Promise<void> {
  for (const table of backup.manifest.tables) {
    const [packed, text] = [new Tally(), new Tally()]
    try {
      await pipeline(packedRows(backup, table), packed.pass(), createGunzip(), text.pass(), nowhere())
    } catch (error) {
      if (errorCodeOf(error)?.startsWith('Z_')) throw damaged(backup.file)
      throw asPlainFailure(error, backup.file)
    }
    const same = packed.digest() === table.packed.sha256 && text.digest() === table.sha256 && text.rows === table.rows
    if (!same) throw damaged(backup.file)
  }
}

/** The rows of a table as COPY reads them. */
export function readBackupRows(backup: OpenedBackup, table: BackupTable): Readable {
  const rows = packedRows(backup, table)
  const unpacked = createGunzip()
  rows.once('error', (error) => unpacked.destroy(error))
  return rows.pipe(unpacked)
}

function packedRows({ file, manifest, offset }: OpenedBackup, { name }: BackupTable): Readable {
  const before = manifest.tables.slice(
    0,
    manifest.tables.findIndex((table) => table.name === name),
  )
  const start = before.reduce((sum, { packed }) => sum + packed.bytes, offset)
  const bytes = manifest.tables[before.length]?.packed.bytes ?? 0
  return createReadStream(file, { start, end: start + bytes - 1 })
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Makes the new name last through a loss of power. Windows has no folders that can be opened. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const ways: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some room',
  EACCES: 'it may not be written: choose another folder',
  EPERM: 'it may not be written: choose another folder',
  EROFS: 'it may not be written: choose another folder',
  ENOENT: 'its folder is not there: make it, or choose another',
  ENOTDIR: 'its folder is a file: choose another',
  EISDIR: 'it is a folder: give the name of a file',
  EIO: 'the disk fails to read or write it',
}

function asPlainFailure(error: unknown, file: string): unknown {
  const way = ways[errorCodeOf(error) ?? '']
  return way ? new PlainFailure(`The backup ${file}: ${way}.`, { cause: error }) : error
}
