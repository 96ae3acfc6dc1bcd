// `npm test` and, with --quick, `npm run test:quick`: from a bare clone to one line, `N passed, N failed`. A line for each step; what
// a failing step said is shown. Types, lint and imports count as one each.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, root, run } from './child.mjs'
import { takeFromDotEnv } from './dot-env.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'

const quick = process.argv.includes('--quick')
const say = (line) => console.log(`fivefold  ${line}`)
const bin = (...parts) => at('node_modules', ...parts)
const reports = mkdtempSync(path.join(tmpdir(), 'fivefold-reports-'))
const total = { passed: 0, failed: 0 }

/** Runs one step and adds what it counted. `count` answers `{ passed, failed }` from the exit code. */
async function step(name, args, { count = asOne, env = {} } = {}) {
  const from = performance.now()
  const { code, said } = await run(args, { env: { TZ: 'Asia/Kathmandu', ...env } })
  const counted = count(code)
  if (code !== 0 && counted.failed === 0) counted.failed = 1 // an error outside of any test
  if (code === 0 && counted.passed + counted.failed === 0) say(`${name}: there is nothing to run`)
  total.passed += counted.passed
  total.failed += counted.failed
  if (counted.failed) console.log(said)
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

function vitest(project) {
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

async function quickSteps() {
  rmSync(at('.next', 'dev', 'types'), { recursive: true, force: true }) // left by npm run dev, of routes that may be gone
  const { code, said } = await run([bin('next', 'dist', 'bin', 'next'), 'typegen'])
  if (code !== 0) throw new StepFailure('Making the types of the routes failed; what it said stands above.', said)
  const cruised = [
    'app',
    'components',
    'lib',
    'scripts',
    'e2e',
    'bench',
    'proxy.ts',
    'instrumentation.ts',
    'instrumentation-client.ts',
  ].filter((name) => existsSync(at(name)))
  // No rule looks beyond its own file, so a file whose words and rules are the same is in order still. `npm ci` takes the cache with it.
  const cache = [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    at('node_modules', '.cache', 'eslint') + path.sep,
  ]
  await Promise.all([
    step('lint', [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', ...cache]), // the longest, and on one core
    step('types', [bin('typescript-7', 'bin', 'tsc'), '--noEmit'])
      .then(() =>
        step('imports', [
          bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          ...cruised,
        ]),
      )
      .then(() => vitest('unit')),
  ])
}

/** Database, HTTP and browser share one cluster, with a database each. */
async function fullSteps() {
  await ensureBuilt(say)
  const { register } = await import('tsx/esm/api')
  register()
  const { startTestCluster, tellChildren } = await import('../lib/testing/cluster.ts')
  const { cluster, stop } = await startTestCluster()
  tellChildren(cluster)
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
  await quickSteps()
  if (!quick) await fullSteps()
} catch (error) {
  total.failed += 1
  console.log(error instanceof StepFailure ? `${error.said}\n${error.message}` : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed || !total.passed ? 1 : 0
