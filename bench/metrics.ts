// What the bench measures: the keys of results.json, the unit of each value, and the goals. The writer and the test of the file share it.
import * as z from 'zod'

/** `by` says which of the two figures has the bound. Growth and memory want little, requests want much. */
type BenchGoal = Readonly<
  { by: 'value' | 'ratioToBare'; atLeast: number } | { by: 'value' | 'ratioToBare'; atMost: number }
>

type BenchMetric = Readonly<{ name: string; unit: 'requests/s' | 'ms' | 'MB' | 'kB' | 'x'; goal: BenchGoal | null }>

const ratioAtLeast = (atLeast: number): BenchGoal => ({ by: 'ratioToBare', atLeast })
const ratioAtMost = (atMost: number): BenchGoal => ({ by: 'ratioToBare', atMost })
const valueAtMost = (atMost: number): BenchGoal => ({ by: 'value', atMost })

/** In the order of the table. A growth is the time of a request after it grew, as a multiple of the time before. */
export const METRICS = {
  list20: { name: 'List of 20 private pages', unit: 'requests/s', goal: ratioAtLeast(0.6) },
  create: { name: 'Adding a private page', unit: 'requests/s', goal: ratioAtLeast(0.6) },
  today: { name: 'Today', unit: 'requests/s', goal: ratioAtLeast(0.45) },
  week: { name: 'Week', unit: 'requests/s', goal: ratioAtLeast(0.4) },
  lately: { name: 'Lately', unit: 'requests/s', goal: ratioAtLeast(0.35) },
  month: { name: 'Month', unit: 'requests/s', goal: ratioAtLeast(0.4) },
  journal: { name: 'Journal', unit: 'requests/s', goal: ratioAtLeast(0.45) },
  coldStart: { name: 'Start to the first page', unit: 'ms', goal: ratioAtMost(2) },
  idleMemory: { name: 'Memory before the first request', unit: 'MB', goal: ratioAtMost(1.6) },
  peakMemory: { name: 'Most memory under load', unit: 'MB', goal: ratioAtMost(2) },
  jsHome: { name: 'First JavaScript of Today, gzipped', unit: 'kB', goal: valueAtMost(187) },
  jsHeaviest: { name: 'First JavaScript of the heaviest page', unit: 'kB', goal: valueAtMost(235) },
  lcp: { name: 'Largest contentful paint of Today', unit: 'ms', goal: ratioAtMost(2) },
  tbt: { name: 'Total blocking time of Today', unit: 'ms', goal: ratioAtMost(1.7) },
  open1000: { name: 'Opening 1,000 sealed pages', unit: 'ms', goal: null },
  growthToday: { name: 'Growth of Today', unit: 'x', goal: valueAtMost(1.5) },
  growthWeek: { name: 'Growth of Week', unit: 'x', goal: valueAtMost(1.5) },
  growthLately: { name: 'Growth of Lately', unit: 'x', goal: valueAtMost(1.5) },
  growthMonth: { name: 'Growth of Month', unit: 'x', goal: valueAtMost(1.5) },
  growthList: { name: 'Growth of the list of 20', unit: 'x', goal: valueAtMost(1.25) },
} as const satisfies Record<string, BenchMetric>

export type MetricKey = keyof typeof METRICS
export const metricKeys = Object.keys(METRICS) as readonly MetricKey[]

/**
 * A figure: `value` in the unit of its metric, `ratioToBare` as a multiple of what the bare app reached in the same run. `note` is for the
 * table alone: the counts, the CPU, the steps of a growth.
 */
export type Measured = Readonly<{ value: number; ratioToBare: number; note: string }>
export type MeasuredMetrics = Readonly<Partial<Record<MetricKey, Measured>>>

const figure = (unit: string) =>
  z.strictObject({ value: z.number().nonnegative(), unit: z.literal(unit), ratioToBare: z.number().nonnegative() })

/** The content of bench/results.json: every metric and nothing else. Numbers are finite, as zod takes no others. */
export const BenchResults = z.strictObject(
  Object.fromEntries(metricKeys.map((key) => [key, figure(METRICS[key].unit)])) as Record<
    MetricKey,
    ReturnType<typeof figure>
  >,
)
export type BenchResults = z.output<typeof BenchResults>

/** A figure with four digits, as it is kept, so that the table and the file say the same. */
export const withFourDigits = (measured: Measured): Measured => ({
  value: Number(measured.value.toPrecision(4)),
  ratioToBare: Number(measured.ratioToBare.toPrecision(4)),
  note: measured.note,
})

/** By how much a figure misses its goal, in the unit of what has the bound; 0 if it is met, null without a goal. */
export function missOf(key: MetricKey, measured: Pick<Measured, 'value' | 'ratioToBare'>): number | null {
  const goal: BenchGoal | null = METRICS[key].goal
  if (goal === null) return null
  const reached = measured[goal.by]
  return Math.max(0, 'atLeast' in goal ? goal.atLeast - reached : reached - goal.atMost)
}
