// From a fresh clone to one that can be served or tested: installs, generates, builds. A step runs only when its inputs have changed;
// an interrupted step leaves no stamp and runs again.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { at, root, run } from './child.mjs'

/** A step that failed; `output` is what its program printed. */
export class StepFailure extends Error {
  constructor(sentence, output = '') {
    super(sentence)
    this.output = output
  }
}

const secondsSince = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Throws a StepFailure if this Node is older than `engines` in package.json. */
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
        DIRECT_URL: '',
      }),
  )
}

/** What the build reads, without tests, which are not served. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'scripts/prepare.mjs',
  'scripts/compile-messages.mjs',
  'scripts/worker.mjs',
  'scripts/trust-page.mjs',
  'scripts/inlined.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** The server's own code in one file of JavaScript: with tsx in its process it would hold 30 MB more. It exports `main` of lib/process. */
export const serverBundle = at('.next', 'fivefold', 'main.mjs')

/** The service worker, which the process serves (lib/process/worker-file.ts). */
export const workerFile = at('.next', 'fivefold', 'worker.js')

/** The page that shows how to trust a home, with its holes (lib/at-home/trust-template.ts). */
export const trustPageFile = at('.next', 'fivefold', 'trust-page.json')

export async function ensureBuilt(say) {
  await once(say, 'building', '.next/fivefold-built', sources, async () => {
    await step('The build', [at('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], { NODE_ENV: 'production' })
    await bundleServer()
    await step('Making the service worker', ['--import', 'tsx', at('scripts', 'worker.mjs')])
    await step('Making the page about trust', ['--import', 'tsx', at('scripts', 'trust-page.mjs')])
  })
}

async function bundleServer() {
  const { buildSync } = await import('esbuild')
  buildSync({
    entryPoints: [at('lib', 'process', 'main.ts')],
    outfile: serverBundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
  })
}

async function step(what, args, env = {}) {
  const { code, output } = await run(args, { env })
  if (code !== 0) throw new StepFailure(`${what} failed; its output is above.`, output)
}

async function once(say, name, stamp, inputs, work) {
  const hash = hashOf(inputs)
  if (existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === hash) return
  const from = performance.now()
  say(`${name} ...`)
  rmSync(at(stamp), { force: true })
  await work()
  mkdirSync(path.dirname(at(stamp)), { recursive: true })
  writeFileSync(at(stamp), hash)
  say(`${name}: done in ${secondsSince(from)}`)
}

/** A hash of these files and folders, and of the platform and Node. */
function hashOf(inputs) {
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

/** npm's own script: the npm that runs us, else the one beside this Node. */
function npmCli() {
  const beside = path.dirname(process.execPath)
  return [
    process.env.npm_execpath,
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file?.endsWith('.js') && existsSync(file))
}

// `node scripts/prepare.mjs` runs all steps. Tests run it first, so that none tests an older build.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const say = (line) => console.log(`fivefold  ${line}`)
  try {
    await ensureInstalled(say)
    await ensureGenerated(say)
    await ensureBuilt(say)
  } catch (error) {
    console.error(error instanceof StepFailure ? `${error.output}\n${error.message}` : error)
    process.exitCode = 1
  }
}
