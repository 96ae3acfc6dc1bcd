// `npm test` and, with --quick, `npm run test:quick`: from a fresh clone to one line, `N passed, N failed`. Each step prints a line, and
// a step that fails prints its output. Layout, types, lint and imports count as one test each. `--changed` runs the unit tests that
// the changed files can reach, and no others; `--only=lint` runs one check alone.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { at, root, run } from './child.mjs'
import { chromiumIsMissing, ensureChromium } from './chromium.mjs'
import { takeFromDotEnv } from './dot-env.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'
import { runPlaywright, runVitest, testZone } from './run-tests.mjs'

const asked = (flag) => process.argv.includes(flag)
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)
const say = (line) => console.log(`fivefold  ${line}`)
const bin = (...parts) => at('node_modules', ...parts)
const total = { passed: 0, failed: 0 }

/** Runs one step, and adds what it counted: `work` answers `{ code, output, passed, failed }`. */
async function step(name, work) {
  const from = performance.now()
  const { code, output, passed, failed } = await work()
  if (code === 0 && passed + failed === 0) say(`${name}: there is nothing to run`)
  total.passed += passed
  total.failed += failed
  if (failed) console.log(output)
  say(`${name}: ${passed} passed, ${failed} failed in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

const vitest = (project, more) => step(`tests (${project})`, () => runVitest(project, more))

const playwright = () => step('tests (browser)', () => runPlaywright())

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
    ...['app', 'components', 'lib', 'scripts', 'e2e', 'bench', 'demo'],
    ...['instrumentation.ts', 'instrumentation-client.ts'].filter((name) => existsSync(at(name))),
  ],
  /** Files, exports and dependencies that nothing uses (knip.json). */
  unused: [bin('knip', 'bin', 'knip.js'), '--no-progress', '--cache', '--cache-location', cache('knip')],
}

/** A check counts as one test. */
const check = (name) =>
  step(name, async () => {
    const { code, output } = await run(checks[name], { env: { TZ: testZone } })
    return { code, output, passed: Number(code === 0), failed: Number(code !== 0) }
  })

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

const lint = () => check('lint').then(() => check('unused'))
const types = () => check('layout').then(() => check('types'))
const importsAndUnits = () => check('imports').then(() => vitest('unit', asked('--changed') ? ['--changed'] : []))

/** The checks and the unit tests, one line of them on each core. */
async function quickSteps() {
  await writeRouteTypes()
  await together(lint(), types().then(importsAndUnits))
}

async function oneCheck(name) {
  if (!checks[name])
    throw new StepFailure(`There is no check called ${name}: there are ${Object.keys(checks).join(', ')}.`)
  if (name === 'types') await writeRouteTypes()
  await check(name)
}

/**
 * All steps, in two lines that run beside each other: a worker waits now and then, for a database, an app or a person, and what is in the
 * other line fills the time. Database, HTTP and browser share one cluster, with a database each.
 */
async function fullSteps() {
  const { register } = await import('tsx/esm/api')
  register()
  const { startTestCluster, passToChildren } = await import('../lib/testing/cluster.ts')
  await writeRouteTypes()
  const chromium = ensureChromium(say)
  const built = types().then(() => ensureBuilt(say)) // a build writes what the types are checked against
  const stopCluster = startTestCluster().then(({ cluster, stop }) => {
    passToChildren(cluster)
    return stop
  })
  const ready = Promise.all([built, stopCluster])
  try {
    await together(
      chromium,
      ready,
      ready
        .then(() => vitest('db'))
        .then(() => chromium)
        .then(() => withChromium(playwright)),
      lint()
        .then(importsAndUnits)
        .then(() => ready)
        .then(() => vitest('http')),
    )
  } finally {
    await stopCluster.then(
      (stop) => stop(),
      () => {},
    )
  }
}

async function withChromium(work) {
  const missing = await chromiumIsMissing()
  if (!missing) return work()
  total.failed += 1
  say(missing)
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
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed || !total.passed ? 1 : 0
