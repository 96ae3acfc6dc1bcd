// Runs Prisma's CLI for work on the schema: `node scripts/prisma.mjs migrate status`. A command that needs a database gets an
// embedded one, migrated, that is removed at the end. Nothing here runs in the product or when it starts.
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at, run } from './child.mjs'

const withoutDatabase = ['format', 'validate', 'version', '--version', '-v', '--help', '-h']

/** Runs Prisma and answers `{ code, output }`. `url` is the database of commands that need one. */
export function prisma(args, { url, ...options } = {}) {
  const env = { ...engineEnv(), DATABASE_URL: url ?? '', DIRECT_URL: '' }
  return run([at('node_modules', 'prisma', 'build', 'index.js'), ...args], { ...options, env })
}

/** Prisma's own engine where it was downloaded; else the one of npm, behind scripts/prisma-engine.mjs. */
function engineEnv() {
  const downloaded = readdirSync(at('node_modules', '@prisma', 'engines')).some((name) =>
    name.startsWith('schema-engine'),
  )
  return downloaded || process.env.PRISMA_SCHEMA_ENGINE_BINARY
    ? {}
    : { PRISMA_SCHEMA_ENGINE_BINARY: at('scripts', 'prisma-engine.mjs') }
}

async function command(args) {
  const show = { onText: (text) => process.stdout.write(text) }
  if (!args.length || withoutDatabase.includes(args[0])) return prisma(args, show)
  const { register } = await import('tsx/esm/api')
  register()
  const { withThrowAwayDatabase } = await import('../lib/testing/cluster.ts')
  return withThrowAwayDatabase(({ ownerUrl }) => prisma(args, { ...show, url: ownerUrl }))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await command(process.argv.slice(2))).code
}
