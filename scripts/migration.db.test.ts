// `npm run migration` on a copy of prisma/.
import { execFile } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withConnection } from '../lib/db/connection'
import { migrate } from '../lib/db/migrate'
import { cloneDatabase, theCluster } from '../lib/testing/cluster'
import { temporaryFolder } from '../lib/testing/temporary-folder'

const root = path.join(import.meta.dirname, '..')

function copyOfPrisma(): { folder: string; migrations: string; schema: string } {
  const folder = temporaryFolder()
  cpSync(path.join(root, 'prisma'), folder, { recursive: true })
  return { folder, migrations: path.join(folder, 'migrations'), schema: path.join(folder, 'schema.prisma') }
}

function migration(folder: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const command = [path.join(root, 'scripts', 'migration.mjs'), '--prisma', folder, ...args]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd: root }, (_, out, err) =>
      resolve({ code: child.exitCode ?? 1, output: out + err }),
    )
  })
}

test('the schema and the migrations agree, and an empty migration is refused', async () => {
  const { folder, migrations } = copyOfPrisma()
  const before = readdirSync(migrations)
  expect(await migration(folder, 'nothing')).toMatchObject({
    code: 1,
    output: expect.stringContaining('The schema and the migrations agree'),
  })
  expect(readdirSync(migrations)).toEqual(before)
})

test('a change of the schema makes a migration that applies to an existing database', async () => {
  const { folder, migrations, schema } = copyOfPrisma()
  const database = await cloneDatabase(theCluster())
  writeFileSync(
    schema,
    `${readFileSync(schema, 'utf8')}\nmodel Keepsake {\n  id String @id @db.Uuid\n  words String\n\n  @@map("keepsake")\n}\n`,
  )
  const { code, output } = await migration(folder, 'keepsakes')
  expect(code, output).toBe(0)
  const made = readdirSync(migrations).find((name) => /^\d{4}_keepsakes$/.test(name))
  expect(await migrate(database.ownerUrl, migrations)).toEqual([made])
  const { rows } = await withConnection(database.ownerUrl, (db) =>
    db.query(`select column_name as name from information_schema.columns where table_name = 'keepsake' order by 1`),
  )
  expect(rows).toEqual([{ name: 'id' }, { name: 'words' }])
  await database.drop()
})

test('an invalid schema makes no migration', async () => {
  const { folder, migrations, schema } = copyOfPrisma()
  writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Broken {\n`)
  const before = readdirSync(migrations)
  expect(await migration(folder, 'broken')).toMatchObject({
    code: 1,
    output: expect.stringContaining('could not compare'),
  })
  expect(readdirSync(migrations)).toEqual(before)
})
