// Runs the tests of a project, and counts them from its report. A test that is skipped proves nothing, so it counts as failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, run } from './child.mjs'

/** A zone that is unlikely to be a developer's own. */
export const testZone = 'Asia/Kathmandu'

const bin = (...parts) => at('node_modules', ...parts)

/** Vitest, for one project of vitest.config.ts; `more` are files and flags. Answers `{ code, output, passed, failed }`. */
export const runVitest = (project, more = [], options = {}) =>
  withReport(
    ({ numPassedTests, numTotalTests }) => ({ passed: numPassedTests, failed: numTotalTests - numPassedTests }),
    (report) =>
      runTests(
        [
          ...[bin('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json'],
          ...[`--outputFile.json=${report}`, '--passWithNoTests', ...more],
        ],
        options,
      ),
  )

/** Playwright, as `runVitest`. */
export const runPlaywright = (more = [], options = {}) =>
  withReport(
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }),
    (report) =>
      runTests(
        [bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', '--pass-with-no-tests', ...more],
        { ...options, env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
      ),
  )

const runTests = (args, { env = {}, ...options }) => run(args, { ...options, env: { TZ: testZone, ...env } })

async function withReport(read, work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-report-'))
  const report = path.join(folder, 'report.json')
  try {
    const { code, output } = await work(report)
    const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
    if (code !== 0 && counted.failed === 0) counted.failed = 1 // an error outside of any test
    return { code, output, ...counted }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
