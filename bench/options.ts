// The arguments of `npm run bench`, and how often each thing is measured.
import { parseArgs } from 'node:util'
import { PlainFailure } from '../lib/plain-failure.ts'
import { metricKeys, type MetricKey } from './metrics.ts'

/** How often and how long. */
export type BenchCounts = Readonly<{
  /** Rounds of load, the seconds of each, and the seconds of warm-up before. */
  rounds: number
  seconds: number
  warmUp: number
  /** Starts of each app. */
  starts: number
  /** Visits of each page by the browser. */
  visits: number
  /** Rounds of opening 1,000 pages. */
  openings: number
  /** The lengths of one couple's history, in acts. The table is ten times as long. */
  histories: readonly number[]
  /** Rounds of the growth, and the requests of each at each length. */
  growthRounds: number
  growthRequests: number
}>

const whole: BenchCounts = {
  rounds: 5,
  seconds: 4,
  warmUp: 8,
  starts: 5,
  visits: 7,
  openings: 7,
  histories: [1e3, 1e4, 1e5, 1e6],
  growthRounds: 5,
  growthRequests: 40,
}

const quick: BenchCounts = {
  rounds: 2,
  seconds: 1,
  warmUp: 2,
  starts: 2,
  visits: 2,
  openings: 2,
  histories: [1e3, 1e4, 1e5],
  growthRounds: 2,
  growthRequests: 10,
}

export type BenchOptions = Readonly<{ only: readonly MetricKey[]; isQuick: boolean; counts: BenchCounts }>

/** Reads `--only=list20,today` and `--quick`. Throws a PlainFailure for anything else. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { only: named, quick: isQuick } = parse(args)
  const only = named?.split(',') ?? metricKeys
  const unknown = only.filter((key) => !isMetric(key))
  if (unknown.length > 0)
    throw new PlainFailure(`There is no metric ${unknown.join(', ')}. There are: ${metricKeys.join(', ')}.`)
  return { only: only.filter(isMetric), isQuick, counts: isQuick ? quick : whole }
}

const isMetric = (key: string): key is MetricKey => metricKeys.some((known) => known === key)

function parse(args: readonly string[]): { only?: string | undefined; quick: boolean } {
  const options = { only: { type: 'string' }, quick: { type: 'boolean', default: false } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new PlainFailure('npm run bench takes --only=list20,today and --quick.', { cause })
  }
}

/** The counts in words, for the head of the table. */
export const countsInWords = ({ isQuick, counts }: BenchOptions): string =>
  [
    `${isQuick ? 'A quick run' : 'A whole run'}: ${counts.rounds} rounds of ${counts.seconds} s for requests`,
    `${counts.starts} starts`,
    `${counts.visits} visits of a browser`,
    `${counts.openings} openings`,
    `${counts.growthRounds} rounds of ${counts.growthRequests} requests at each length of the history, to ${counts.histories.at(-1)?.toLocaleString('en')}`,
  ].join(', ')
