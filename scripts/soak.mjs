// `npm run soak`: every suite of lib/testing/soak/suites.ts with its full count, a line for each. `npm run soak -- races kills` runs these two.
// Ends with 1 if a suite had a fault or did less than its count.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensurePackages } from './apt.mjs'
import { root } from './child.mjs'
import { chromiumIsMissing, ensureChromium } from './chromium.mjs'
import { takeFromDotEnv } from './dot-env.mjs'
import { checkNode, ensureBuilt, ensureGenerated, ensureInstalled, StepFailure } from './prepare.mjs'
import { runPlaywright, runVitest } from './run-tests.mjs'

/** Longer than any suite takes, and than all of them: what hangs is ended, so that the whole ends by itself. */
const [SUITE_MS, WHOLE_MS] = [15 * 60_000, 60 * 60_000]

const say = (line) => console.log(`fivefold  ${line}`)
const secondsSince = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`
const inFull = (count) => count.toLocaleString('en')

/** The suites that were asked for, in their order; all if none was named. */
function choose(suites, names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
  if (unknown.length > 0)
    throw new StepFailure(
      `There is no suite called ${unknown.join(', ')}: there are ${suites.map(({ name }) => name).join(', ')}.`,
    )
  return names.length > 0 ? suites.filter(({ name }) => names.includes(name)) : suites
}

/** Runs one suite until `ends` at most, prints its line, and returns how many faults it had. */
async function runSuite({ name, project, files, counted, count, packages = [] }, ends) {
  const from = performance.now()
  if (packages.length > 0) await ensurePackages(say, packages)
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-figures-'))
  const figuresFile = path.join(folder, 'figures')
  const options = {
    env: { FULL_COUNTS: '1', FIGURES_FILE: figuresFile },
    withinMs: Math.max(0, Math.min(SUITE_MS, ends - from)),
  }
  try {
    const { failed, output } =
      project === 'browser' ? await runPlaywright(files, options) : await runVitest(project, files, options)
    const figures = readFigures(figuresFile).filter(({ suite }) => suite === name)
    const done = figures.reduce((sum, figure) => sum + figure.count, 0)
    const faults = failed + Number(failed === 0 && done < count)
    if (failed > 0) console.log(output)
    const more = figures.flatMap((figure) => figure.more ?? [])
    say(
      [
        `${name}: ${inFull(done)} ${counted}${done < count ? ` of ${inFull(count)}` : ''}`,
        `${faults} ${faults === 1 ? 'fault' : 'faults'}`,
        ...[...more, secondsSince(from)],
      ].join(', '),
    )
    return faults
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readFigures(file) {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

async function runSuites(chosen) {
  const { startTestCluster, passToChildren } = await import('../lib/testing/cluster.ts')
  const { cluster, stop } = await startTestCluster()
  passToChildren(cluster)
  const ends = performance.now() + WHOLE_MS
  let faults = 0
  try {
    for (const suite of chosen) faults += await runSuite(suite, ends)
  } finally {
    await stop()
  }
  return faults
}

async function soak() {
  checkNode()
  process.chdir(root)
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH')
  await ensureInstalled(say)
  await ensureGenerated(say)
  const { register } = await import('tsx/esm/api')
  register()
  const { suites } = await import('../lib/testing/soak/suites.ts')
  const chosen = choose(suites, process.argv.slice(2))
  if (chosen.some(({ project }) => !['unit', 'db'].includes(project))) await ensureBuilt(say)
  if (chosen.some(({ project }) => project === 'browser')) {
    await ensureChromium(say)
    const missing = await chromiumIsMissing()
    if (missing) throw new StepFailure(missing)
  }
  const from = performance.now()
  const faults = await runSuites(chosen)
  say(`soak: ${chosen.length} suites, ${faults} faults in ${((performance.now() - from) / 60_000).toFixed(1)} minutes`)
  return faults
}

try {
  process.exitCode = (await soak()) > 0 ? 1 : 0
} catch (error) {
  process.exitCode = 1
  console.log(error instanceof StepFailure ? `${error.output}\n${error.message}`.trim() : error)
}
