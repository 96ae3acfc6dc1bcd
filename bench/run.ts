// `npm run bench`: measures everything against a bare app that is built and run beside ours, prints a table, and keeps it in bench/README.md
// and bench/results.json. `-- --only=list20,today` measures some and keeps nothing, `-- --quick` measures all a little.
import { lastWords } from '../lib/plain-failure.ts'
import { measureBrowser } from './browser.ts'
import { measureGrowth } from './growth.ts'
import { measureMemory } from './memory.ts'
import { metricKeys, withFourDigits, type Measured, type MeasuredMetrics, type MetricKey } from './metrics.ts'
import { measureOpening } from './opening.ts'
import { readOptions, type BenchCounts, type BenchOptions } from './options.ts'
import { measurePages } from './pages.ts'
import { measureScripts } from './page-scripts.ts'
import { measureRequests } from './requests.ts'
import { keepResults, tableOf } from './results.ts'
import { measureStarts } from './starting.ts'
import { startBenchWorld, type BenchWorld } from './two-apps.ts'

type Family = Readonly<{
  keys: readonly MetricKey[]
  measure: (world: BenchWorld, counts: BenchCounts, only: readonly MetricKey[]) => Promise<MeasuredMetrics>
}>

/** In the order of a run. The growth comes last: it starts eight processes and fills the disk's cache. */
const families: readonly Family[] = [
  { keys: ['list20', 'create'], measure: measureRequests },
  { keys: ['today', 'week', 'lately', 'month', 'journal'], measure: measurePages },
  { keys: ['peakMemory'], measure: measureMemory },
  { keys: ['coldStart', 'idleMemory'], measure: measureStarts },
  { keys: ['jsHome', 'jsHeaviest'], measure: measureScripts },
  { keys: ['lcp', 'tbt'], measure: measureBrowser },
  { keys: ['open1000'], measure: measureOpening },
  { keys: ['growthToday', 'growthWeek', 'growthLately', 'growthMonth', 'growthList'], measure: measureGrowth },
]

/** Measures family by family. What fails is printed, and leaves the figures of the others. */
async function measureAll({ only, counts }: BenchOptions): Promise<MeasuredMetrics> {
  const world = await startBenchWorld()
  const measured: Partial<Record<MetricKey, Measured>> = {}
  try {
    for (const { keys, measure } of families) {
      const wanted = keys.filter((key) => only.includes(key))
      if (wanted.length === 0) continue
      const began = performance.now()
      console.log(`${wanted.join(', ')} ...`)
      try {
        const found = await measure(world, counts, wanted)
        for (const key of wanted) if (found[key]) measured[key] = withFourDigits(found[key])
      } catch (error) {
        console.error(`${wanted.join(', ')}: ${lastWords(error)}`)
      }
      console.log(`  ${((performance.now() - began) / 1000).toFixed(0)} s`)
    }
  } finally {
    await world.stop()
  }
  return measured
}

// A Ctrl-C ends this process alone: its children see that and end, and remove what they made.
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143))
try {
  const options = readOptions(process.argv.slice(2))
  const measured = await measureAll(options)
  const table = tableOf(measured, options, performance.timeOrigin + performance.now())
  console.log(`\n${table}\n`)
  const missing = options.only.filter((key) => !measured[key])
  if (missing.length > 0) throw new Error(`Not measured: ${missing.join(', ')}. Nothing was kept.`)
  if (options.only.length === metricKeys.length) keepResults(measured, table)
} catch (error) {
  console.error(lastWords(error))
  process.exitCode = 1
}
