// The table of a run, and the two files that keep it: bench/results.json, and bench/README.md between its markers.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release } from 'node:os'
import path from 'node:path'
import {
  BenchResults,
  METRICS,
  metricKeys,
  missOf,
  type Measured,
  type MeasuredMetrics,
  type MetricKey,
} from './metrics.ts'
import { countsInWords, type BenchOptions } from './options.ts'

const jsonFile = path.join(import.meta.dirname, 'results.json')
const readme = path.join(import.meta.dirname, 'README.md')
const markers = ['<!-- The table begins here. `npm run bench` writes it. -->', '<!-- The table ends here. -->'] as const

/** The table in Markdown, with the counts, the machine and the day of the run above it. `milliseconds` are since 1970. */
export function tableOf(measured: MeasuredMetrics, options: BenchOptions, milliseconds: number): string {
  const day = new Date(milliseconds).toISOString().slice(0, 10)
  const machine = `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim()}, ${process.platform} ${release()}`
  return [
    `${countsInWords(options)}. Measured on ${day} with ${machine}.`,
    '',
    '| metric | key | figure | of bare | goal | | beside it |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...metricKeys.flatMap((key) => (measured[key] ? [rowOf(key, measured[key])] : [])),
  ].join('\n')
}

function rowOf(key: MetricKey, measured: Measured): string {
  const { name, unit } = METRICS[key]
  const cells = [
    name,
    `\`${key}\``,
    inUnit(measured.value, unit),
    inUnit(measured.ratioToBare, 'x'),
    ...goalCells(key, measured),
  ]
  return `| ${cells.join(' | ')} | ${measured.note} |`
}

/** The goal, and whether it was met: by how much not, in its own unit. */
function goalCells(key: MetricKey, measured: Measured): [string, string] {
  const { goal, unit } = METRICS[key]
  const missed = missOf(key, measured)
  if (goal === null || missed === null) return ['-', '']
  const goalUnit = goal.by === 'ratioToBare' ? 'x' : unit
  const bound =
    'atLeast' in goal ? `at least ${inUnit(goal.atLeast, goalUnit)}` : `at most ${inUnit(goal.atMost, goalUnit)}`
  return [
    goal.by === 'ratioToBare' ? `${bound} of bare` : bound,
    missed === 0 ? 'met' : `**missed by ${inUnit(missed, goalUnit)}**`,
  ]
}

/** Ratios have two digits, all else as many as it takes for three in all. */
function inUnit(value: number, unit: string): string {
  if (unit === 'x') return `${value.toFixed(2)}x`
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`
}

/** Writes both files. Throws unless every metric was measured. */
export function keepResults(measured: MeasuredMetrics, table: string): void {
  const results = BenchResults.parse(
    Object.fromEntries(
      Object.entries(measured).map(([key, { value, ratioToBare }]) => [
        key,
        { value, unit: METRICS[key as MetricKey].unit, ratioToBare },
      ]),
    ),
  )
  const ordered = Object.fromEntries(metricKeys.map((key) => [key, results[key]]))
  writeFileSync(jsonFile, `${JSON.stringify(ordered, null, 2)}\n`)
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table))
}

/** A text with the table between its markers. Throws without them. */
export function withTable(text: string, table: string): string {
  const [first, last] = markers
  const [begin, end] = [text.indexOf(first), text.indexOf(last)]
  if (begin < 0 || end < begin) throw new Error('bench/README.md has lost the markers of its table.')
  return `${text.slice(0, begin + first.length)}\n\n${table}\n\n${text.slice(end)}`
}
