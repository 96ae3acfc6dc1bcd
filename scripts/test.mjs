// `npm test` and, with --quick, `npm run test:quick`: from a fresh clone to one line, `N passed, N failed`. Each step prints a line, and
// a step that fails prints its output. Layout, types, lint and imports count as one test each. `--changed` runs the unit tests that
// the changed files can reach, and no others; `--only=lint` runs one check alone.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, root, run } from './child.mjs'
import { takeFromDotEnv } from './dot-env.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'

const asked = (flag) => process.argv.includes(flag)
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)
const say = (line) => console.log(`fivefold  ${line}`)
const bin = (...parts) => at('node_modules', ...parts)
const reports = mkdtempSync(path.join(tmpdir(), 'fivefold-reports-'))
const total = { passed: 0, failed: 0 }

/** Runs one step and adds what it counted. `count` answers `{ passed, failed }` from the exit code. */
async function step(name, args, { count = asOne, env = {} } = {}) {
  const from = performance.now()
  const { code, output } = await run(args, { env: { TZ: 'Asia/Kathmandu', ...env } })
  const counted = count(code)
  if (code !== 0 && counted.failed === 0) counted.failed = 1 // an error outside of any test
  if (code === 0 && counted.passed + counted.failed === 0) say(`${name}: there is nothing to run`)
  total.passed += counted.passed
  total.failed += counted.failed
  if (counted.failed) console.log(output)
  say(
    `${name}: ${counted.passed} passed, ${counted.failed} failed in ${((performance.now() - from) / 1000).toFixed(1)} s`,
  )
}

const asOne = (code) => ({ passed: Number(code === 0), failed: Number(code !== 0) })

/** A test that is skipped proves nothing, so it counts as failed. */
function readReport(file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  return read(JSON.parse(readFileSync(file, 'utf8')))
}

function vitest(project, more = []) {
  const file = path.join(reports, `${project}.json`)
  const read = ({ numPassedTests, numTotalTests }) => ({
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests,
  })
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--passWithNoTests',
    ...more,
  ]
  return step(`tests (${project})`, args, { count: () => readReport(file, read) })
}

function playwright() {
  const file = path.join(reports, 'e2e.json')
  const read = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped })
  const args = [bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', '--pass-with-no-tests']
  return step('tests (browser)', args, {
    count: () => readReport(file, read),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
}

/** What eslint, tsc and knip remember between runs; `npm ci` removes it. */
const cache = (name) => at('node_modules', '.cache', name)

/** The checks that are no tests. `npm run lint` and the like run one of them alone. */
const checks = {
  layout: [bin('@biomejs', 'biome', 'bin', 'biome'), 'format', '.'],
  // No rule looks beyond its own file, so a file is linted again only when its content or the rules have changed.
  lint: [
    ...[bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
    ...['--cache', '--cache-strategy', 'content', '--cache-location', cache('eslint') + path.sep],
  ],
  types: [
    ...[bin('typescript-7', 'bin', 'tsc'), '--noEmit'],
    ...['--incremental', '--tsBuildInfoFile', cache('types.tsbuildinfo')],
  ],
  imports: [
    ...[bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs'],
    ...['app', 'components', 'lib', 'scripts', 'e2e', 'bench'],
    ...['instrumentation.ts', 'instrumentation-client.ts'].filter((name) => existsSync(at(name))),
  ],
  /** Files, exports and dependencies that nothing uses (knip.json). */
  unused: [bin('knip', 'bin', 'knip.js'), '--no-progress', '--cache', '--cache-location', cache('knip')],
}

const check = (name) => step(name, checks[name])

/** The types of the routes, which the types of the pages are checked against. */
async function writeRouteTypes() {
  rmSync(at('.next', 'dev', 'types'), { recursive: true, force: true }) // left by npm run dev, of routes that may be gone
  const { code, output } = await run([bin('next', 'dist', 'bin', 'next'), 'typegen'])
  if (code !== 0) throw new StepFailure('Making the types of the routes failed; its output is above.', output)
}

/** Waits for all, and then throws what the first one that failed has thrown. */
async function together(...works) {
  for (const result of await Promise.allSettled(works)) if (result.status === 'rejected') throw result.reason
}

/** The checks and the unit tests, one line of them on each core. `building` runs after the types, which read what a build writes. */
async function quickSteps(building) {
  await writeRouteTypes()
  const lint = () => check('lint').then(() => check('unused'))
  const types = () => check('layout').then(() => check('types'))
  const rest = () => check('imports').then(() => vitest('unit', asked('--changed') ? ['--changed'] : []))
  if (building) await together(lint().then(rest), types().then(building))
  else await together(lint(), types().then(rest))
}

async function oneCheck(name) {
  if (!checks[name])
    throw new StepFailure(`There is no check called ${name}: there are ${Object.keys(checks).join(', ')}.`)
  if (name === 'types') await writeRouteTypes()
  await check(name)
}

/** Database, HTTP and browser share one cluster, with a database each. */
async function fullSteps() {
  const { register } = await import('tsx/esm/api')
  register()
  await together(
    quickSteps(() => ensureBuilt(say)),
    ensureChromium(),
  )
  const { startTestCluster, passToChildren } = await import('../lib/testing/cluster.ts')
  const { cluster, stop } = await startTestCluster()
  passToChildren(cluster)
  try {
    await together(vitest('db'), vitest('http')) // a worker waits while the database or the app answers
    await withChromium(playwright)
  } finally {
    await stop()
  }
}

/** Where Chromiums are looked for. */
async function chromiumPlaces() {
  const { chromium } = await import('@playwright/test')
  return { given: process.env.PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() }
}

async function withChromium(work) {
  const { findChromium, missingChromium } = await import('../lib/testing/find-chromium.ts')
  if (findChromium(await chromiumPlaces())) return work()
  total.failed += 1
  say(missingChromium)
}

/** Installs what the tests in the browser need, on a machine where that is ours to do. */
async function ensureChromium() {
  if (!mayInstall()) return
  const { findChromium, findWholeChromium } = await import('../lib/testing/find-chromium.ts')
  const places = await chromiumPlaces()
  const [found, whole] = [findChromium(places), findWholeChromium(places)]
  const wanted = []
  // One test reads the files that a whole browser writes. The shell does all others in two thirds of the time.
  if (!whole) wanted.push('chromium')
  if (!found || (found.whose === 'system' && found.path === whole?.path)) wanted.push('chromium-headless-shell')
  if (wanted.length > 0) await installWithApt(wanted)
}

const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.PLAYWRIGHT_CHROMIUM_PATH

/** Installs those of the packages that this system has. */
async function installWithApt(packages) {
  say(`installing ${packages.join(' and ')} with apt-get ...`)
  const from = performance.now()
  const command = `apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(apt-cache pkgnames | grep -xE '${packages.join('|')}')`
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((done) => child.once('close', done))
  say(
    `installing with apt-get: ${code === 0 ? 'done' : 'failed'} in ${((performance.now() - from) / 1000).toFixed(1)} s`,
  )
}

try {
  checkNode()
  process.chdir(root)
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH')
  await ensureInstalled(say)
  await ensureGenerated(say)
  if (only) await oneCheck(only)
  else if (asked('--quick')) await quickSteps()
  else await fullSteps()
} catch (error) {
  total.failed += 1
  console.log(error instanceof StepFailure ? `${error.output}\n${error.message}` : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed || !total.passed ? 1 : 0
