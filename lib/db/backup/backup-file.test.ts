import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { times } from '../../testing/full-counts'
import { temporaryFolder } from '../../testing/temporary-folder'
import { openBackupFile, readBackupRows, verifyBackupFile, writeBackupFile, type BackupOutline } from './backup-file'

const secret = 'one-secret-of-an-installation-of-43-letters'

const outlineOf = (tables: readonly string[]): BackupOutline => ({
  madeAt: '2026-11-24T12:00:00.000Z',
  why: 'hand',
  migrations: [{ name: '0001_tables', checksum: 'a'.repeat(64) }],
  tables: tables.map((name) => ({ name, columns: ['id', 'words'] })),
})

/** Writes a backup of tables whose rows are these, as COPY would write them. */
async function write(file: string, tables: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const read = (name: string) => Readable.from((tables[name] ?? []).map((row) => Buffer.from(`${row}\n`)))
  await writeBackupFile(file, { secret, outline: outlineOf(Object.keys(tables)), read })
}

/** Opens and verifies a backup, and reads the rows of each table. */
async function readAll(file: string): Promise<Record<string, string[]>> {
  const backup = await openBackupFile(file, secret)
  await verifyBackupFile(backup)
  const read = async (table: (typeof backup.manifest.tables)[number]) =>
    [table.name, (await buffer(readBackupRows(backup, table))).toString().split('\n').slice(0, -1)] as const
  return Object.fromEntries(await Promise.all(backup.manifest.tables.map(read)))
}

test('whatever rows are written are read again', async () => {
  const folder = temporaryFolder()
  const row = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replaceAll('\n', '\\n'))
  const tables = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(row, { maxLength: 30 }), { maxKeys: 5 })
  let number = 0
  await fc.assert(
    fc.asyncProperty(tables, async (each) => {
      const file = path.join(folder, `${(number += 1)}`)
      await write(file, each)
      expect(await readAll(file)).toEqual({ ...each })
    }),
    { numRuns: times(100, 8) },
  )
})

/** Every byte in soak, every seventh here. */
const STEP = times(1, 7)

test('whichever byte is changed, and wherever the file is cut, it is refused', async () => {
  const file = path.join(temporaryFolder(), 'home.backup')
  await write(file, { person: ['1\tNoor', '2\tElias'], entry: [], reply: [`3\t${'\\\\x'.repeat(40)}`] })
  const whole = readFileSync(file)
  // Of the HMAC nobody without the secret can tell whether it is damaged or of another secret.
  const hmac = whole.indexOf(' hmac=') + ' hmac='.length
  const tryBytes = async (name: string, bytes: Buffer, sentence = 'is damaged, or is no backup of Fivefold') => {
    writeFileSync(file, bytes)
    const message = await readAll(file).then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    )
    expect([name, message]).toEqual([name, expect.stringContaining(sentence)])
  }
  for (let place = 0; place < whole.length; place += STEP) {
    const changed = Buffer.from(whole)
    const flipped = (changed[place] ?? 0) ^ 1
    changed[place] = flipped
    const isHmac = place >= hmac && place < hmac + 64 && /[0-9a-f]/.test(String.fromCharCode(flipped))
    await tryBytes(`byte ${place}`, changed, isHmac ? 'was made with another secret' : undefined)
  }
  for (const length of [0, 1, 17, 400, whole.length - 1]) await tryBytes(`cut at ${length}`, whole.subarray(0, length))
  await tryBytes('one more', Buffer.concat([whole, Buffer.from('\n')]))
})

test('a wrong secret is named, and where the right one is', async () => {
  const file = path.join(temporaryFolder(), 'home.backup')
  await write(file, { person: ['1\tNoor'] })
  await expect(openBackupFile(file, 'another')).rejects.toThrow(
    'was made with another secret, or was changed by somebody who does not have it. It needs SECRET: the file `secret` in the data folder, or the variable SECRET, of the installation that made it.',
  )
  expect(readFileSync(file, 'latin1')).not.toContain(secret)
})

test('who changes a backup without the secret is found out', async () => {
  const file = path.join(temporaryFolder(), 'home.backup')
  await write(file, { person: ['1\tNoor'] })
  const [first = '', manifest = '', seal = '', ...rest] = readFileSync(file, 'latin1').split('\n')
  const lines = `${first}\n${manifest.replace('"why":"hand"', '"why":"nite"')}\n`
  const hash = createHash('sha256').update(lines).digest('hex')
  writeFileSync(file, `${lines}${[seal.replace(/^sha256=\w+/, `sha256=${hash}`), ...rest].join('\n')}`, 'latin1')
  await expect(openBackupFile(file, secret)).rejects.toThrow('is damaged')
  const other = `${first}\n${manifest.replace('2026-11-24', '2026-11-25')}\n`
  const otherHash = createHash('sha256').update(other).digest('hex')
  writeFileSync(file, `${other}${[seal.replace(/^sha256=\w+/, `sha256=${otherHash}`), ...rest].join('\n')}`, 'latin1')
  await expect(openBackupFile(file, secret)).rejects.toThrow('was changed by somebody who does not have it')
})

test('a file of a later format asks for an update', async () => {
  const file = path.join(temporaryFolder(), 'home.backup')
  await write(file, { person: [] })
  const [, manifest = '', seal = '', ...rest] = readFileSync(file, 'latin1').split('\n')
  const lines = `fivefold-backup/2\n${manifest}\n`
  const hash = createHash('sha256').update(lines).digest('hex')
  writeFileSync(file, `${lines}${[seal.replace(/^sha256=\w+/, `sha256=${hash}`), ...rest].join('\n')}`, 'latin1')
  await expect(openBackupFile(file, secret)).rejects.toThrow('was made by a newer Fivefold. Update Fivefold')
})

test('a backup is for its owner alone, and one that fails leaves nothing', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'home.backup')
  await write(file, { person: ['1\tNoor'] })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(write(file, { person: [] })).rejects.toThrow('is there already: choose another name')
  const read = () =>
    Readable.from(
      (function* () {
        yield Buffer.from('1\tNoor\n')
        throw new Error('the connection broke')
      })(),
    )
  const other = path.join(folder, 'other.backup')
  await expect(writeBackupFile(other, { secret, outline: outlineOf(['person']), read })).rejects.toThrow(
    'the connection broke',
  )
  expect(readdirSync(folder)).toEqual(['home.backup'])
})

test('what is no backup, or is not there, gives a sentence', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'letter'), 'Dear Noor,\nit is raining.\n')
  await expect(openBackupFile(path.join(folder, 'letter'), secret)).rejects.toThrow('is no backup of Fivefold')
  await expect(openBackupFile(path.join(folder, 'gone'), secret)).rejects.toThrow('can’t be read (ENOENT)')
  await expect(openBackupFile(folder, secret)).rejects.toThrow('can’t be read (EISDIR)')
  await expect(write(path.join(folder, 'deeper', 'home'), {})).rejects.toThrow('its folder is not there')
})
