// `npm run migration -- <name>`: a new migration, made of what prisma/schema.prisma has and the migrations so far don't. What Prisma's
// schema does not know (policies, functions, checks) is written into the file by hand, or into one of its own with --empty.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './child.mjs'
import { prisma } from './prisma.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    empty: { type: 'boolean', default: false },
    prisma: { type: 'string', default: path.join(root, 'prisma') },
  },
})
const [name = ''] = positionals
const migrations = path.join(values.prisma, 'migrations')

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The SQL between the migrations and the schema; nothing when they agree. */
async function difference() {
  const { register } = await import('tsx/esm/api')
  register()
  const { withThrowAwayDatabase } = await import('../lib/testing/cluster.ts')
  const { migrate } = await import('../lib/db/migrate.ts')
  const args = [
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    path.join(values.prisma, 'schema.prisma'),
    '--script',
    '--exit-code',
  ]
  const { code, output, stdout } = await withThrowAwayDatabase(async ({ ownerUrl }) => {
    await migrate(ownerUrl, migrations)
    return prisma(args, { url: ownerUrl })
  }, 'template0')
  if (code === 0) return ''
  if (code !== 2 || !stdout.trim())
    throw new Error(`Prisma could not compare the schema with the migrations:\n${output}`)
  return stdout
}

if (!/^[a-z][a-z0-9_]*$/.test(name))
  giveUp('Give the migration a name of small letters, digits and _: npm run migration -- add_seasons')
const sql = values.empty ? '-- \n' : await difference().catch((error) => giveUp(error.message))
if (!sql)
  giveUp(
    'The schema and the migrations agree: there is nothing to migrate. For SQL that the schema does not know, add --empty.',
  )

const last =
  readdirSync(migrations)
    .filter((folder) => /^\d{4}_/.test(folder))
    .sort()
    .at(-1) ?? '0000'
const folder = path.join(migrations, `${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}_${name}`)
mkdirSync(folder)
writeFileSync(path.join(folder, 'migration.sql'), sql)
console.log(
  `${path.relative(process.cwd(), path.join(folder, 'migration.sql'))} is made: read it, and add what the schema does not know.`,
)
