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

async function quickSteps() {
  await writeRouteTypes()
  await Promise.all([
    check('lint').then(() => check('unused')), // each on one core
    check('layout')
      .then(() => check('types'))
      .then(() => check('imports'))
      .then(() => vitest('unit', asked('--changed') ? ['--changed'] : [])),
  ])
}

async function oneCheck(name) {
  if (!checks[name])
    throw new StepFailure(`There is no check called ${name}: there are ${Object.keys(checks).join(', ')}.`)
  if (name === 'types') await writeRouteTypes()
  await check(name)
}

/** Database, HTTP and browser share one cluster, with a database each. */
async function fullSteps() {
  await ensureBuilt(say)
  const { register } = await import('tsx/esm/api')
  register()
  const { startTestCluster, passToChildren } = await import('../lib/testing/cluster.ts')
  const { cluster, stop } = await startTestCluster()
  passToChildren(cluster)
  try {
    await vitest('db')
    await vitest('http')
    await withChromium(playwright)
  } finally {
    await stop()
  }
}

async function withChromium(work) {
  const { chromium } = await import('@playwright/test')
  const { findChromium, missingChromium } = await import('../lib/testing/find-chromium.ts')
  const found = () =>
    findChromium({ given: process.env.PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() })
  if (!found() && mayInstall()) await installChromium()
  if (found()) return work()
  total.failed += 1
  say(missingChromium)
}

const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.PLAYWRIGHT_CHROMIUM_PATH

async function installChromium() {
  say('installing a Chromium with apt-get ...')
  const from = performance.now()
  const command =
    'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$(apt-cache show chromium-headless-shell >/dev/null 2>&1 && echo chromium-headless-shell || echo chromium)"'
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((done) => child.once('close', done))
  say(`installing a Chromium: ${code === 0 ? 'done' : 'failed'} in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

try {
  checkNode()
  process.chdir(root)
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH')
  await ensureInstalled(say)
  await ensureGenerated(say)
  if (only) await oneCheck(only)
  else await quickSteps()
  if (!only && !asked('--quick')) await fullSteps()
} catch (error) {
  total.failed += 1
  console.log(error instanceof StepFailure ? `${error.output}\n${error.message}` : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed || !total.passed ? 1 : 0
