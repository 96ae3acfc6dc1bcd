// From a bare clone to one that can be served or tested: installed, generated, built. Each step is done only when what it is made
// from has changed; a step cut short leaves no stamp and is done again.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { at, root, run } from './child.mjs'

/** A step that did not work: `said` is what its program wrote. */
export class StepFailure extends Error {
  constructor(sentence, said = '') {
    super(sentence)
    this.said = said
  }
}

const secondsSince = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Throws a StepFailure where this Node is older than package.json's `engines` say. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)
  if (!fits)
    throw new StepFailure(
      `Node ${version} does not run Fivefold: 24 or newer is best, 22.13 and 20.19 or newer of their lines work too.`,
    )
}

export async function ensureInstalled(say) {
  await once(say, 'installing', 'node_modules/.fivefold-installed', ['package-lock.json'], async () => {
    const npm = npmCli()
    if (!npm) throw new StepFailure('npm was not found beside this Node: run npm start.')
    await step('Installing', [npm, 'ci', '--include=dev', '--no-audit', '--no-fund'])
  })
}

/**
 * Prisma's CLI wants a schema engine to be there, and would download one, although `generate` never runs it: this Node stands in for it.
 * What does run an engine goes through scripts/prisma.mjs.
 */
export async function ensureGenerated(say) {
  const generate = [at('node_modules', 'prisma', 'build', 'index.js'), 'generate']
  await once(
    say,
    'generating',
    'lib/db/generated/.fivefold-generated',
    ['prisma/schema.prisma', 'package-lock.json'],
    () =>
      step('Generating the database client', generate, {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        DATABASE_URL: '',
      }),
  )
}

/** What `next build` reads. Tests are left out: they change nothing of what is served. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'scripts/compile-messages.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

export async function ensureBuilt(say) {
  await once(say, 'building', '.next/fivefold-built', sources, () =>
    step('The build', [at('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], { NODE_ENV: 'production' }),
  )
}

async function step(what, args, env = {}) {
  const { code, said } = await run(args, { env })
  if (code !== 0) throw new StepFailure(`${what} failed; what it said stands above.`, said)
}

async function once(say, name, stamp, inputs, work) {
  const print = printOf(inputs)
  if (existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === print) return
  const from = performance.now()
  say(`${name} ...`)
  rmSync(at(stamp), { force: true })
  await work()
  mkdirSync(path.dirname(at(stamp)), { recursive: true })
  writeFileSync(at(stamp), print)
  say(`${name}: done in ${secondsSince(from)}`)
}

/** Every byte of these files and folders, and the platform and Node that a step ran on. */
function printOf(inputs) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  const add = (file) => {
    if (!existsSync(file) || /\.test\.tsx?$|\.fivefold-|[\\/]lib[\\/]testing[\\/]/.test(file)) return
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.join(file, name))
      return
    }
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file))
  }
  for (const input of inputs) add(at(input))
  return hash.digest('hex')
}

/** npm's own program: the one that runs us, else the one that came with this Node. */
function npmCli() {
  const beside = path.dirname(process.execPath)
  return [
    process.env.npm_execpath,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file?.endsWith('.js') && existsSync(file))
}

// `node scripts/prepare.mjs`: all of it. Tests run it first, so that none is made against what was built before.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const say = (line) => console.log(`fivefold  ${line}`)
  try {
    await ensureInstalled(say)
    await ensureGenerated(say)
    await ensureBuilt(say)
  } catch (error) {
    console.error(error instanceof StepFailure ? `${error.said}\n${error.message}` : error)
    process.exitCode = 1
  }
}
