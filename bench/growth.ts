// How each page and the list grow while one couple's history grows from 10^3 acts to 10^6, and the tables from 10^4 to 10^7. Every length is a
// database and a process of its own, all of them up at once; each request goes to all in turn, so that they meet the same load.
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { PlainFailure } from '../lib/plain-failure.ts'
import { cloneDatabase } from '../lib/testing/cluster.ts'
import { roomy, served } from '../lib/testing/served'
import { fetchPage, makeBareTable } from './bare-app.ts'
import { BYTES_AN_ACT, growthNow, seedHistory } from './growth-seed.ts'
import { median } from './harness.ts'
import type { Measured, MeasuredMetrics, MetricKey } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import type { BenchWorld } from './two-apps.ts'

/** The path of each page, and the one of the bare app that it is compared with. */
const paths = {
  growthToday: { ours: '/today', bare: '/' },
  growthWeek: { ours: '/week', bare: '/' },
  growthLately: { ours: '/lately', bare: '/' },
  growthMonth: { ours: '/months/2026-11', bare: '/' },
  growthList: { ours: '/api/entries?limit=20', bare: '/api/list?owner=' },
} as const satisfies Partial<Record<MetricKey, Readonly<{ ours: string; bare: string }>>>

/** For the log of the database, and for sorting while indexes are built. */
const SPARE_BYTES = 3e9

type GrowthKey = keyof typeof paths
const isGrowth = (key: MetricKey): key is GrowthKey => key in paths

/** One length of the history, and the apps over it. `get` returns the ms of a whole request. */
type Step = Readonly<{ history: number; get: (app: 'ours' | 'bare', key: GrowthKey) => Promise<number> }>
type StoppableStep = Step & Readonly<{ stop: () => Promise<void> }>

/** Measures growths. Needs about 18 GB in the folder of temporary files for a history of 10^6; throws a PlainFailure without. */
export async function measureGrowth(
  world: BenchWorld,
  { histories, growthRounds, growthRequests }: BenchCounts,
  only: readonly MetricKey[],
): Promise<MeasuredMetrics> {
  demandRoom(histories)
  const keys = only.filter(isGrowth)
  const steps: StoppableStep[] = []
  try {
    for (const history of histories) steps.push(await startStep(world, history))
    const rounds = new Map<GrowthKey, Round[]>(keys.map((key) => [key, []]))
    for (const key of keys) await timesOf(steps, key, growthRequests) // warm up
    for (let round = 0; round < growthRounds; round += 1)
      for (const key of round % 2 === 0 ? keys : [...keys].reverse())
        rounds.get(key)?.push(await timesOf(steps, key, growthRequests))
    return Object.fromEntries([...rounds].map(([key, found]) => [key, growthOf(found, histories)]))
  } finally {
    for (const step of steps) await step.stop()
  }
}

function demandRoom(histories: readonly number[]): void {
  const { bavail, bsize } = statfsSync(tmpdir())
  const needed = histories.reduce((sum, history) => sum + history, 0) * BYTES_AN_ACT
  if (bavail * bsize > needed + SPARE_BYTES) return
  throw new PlainFailure(
    `The growth needs ${Math.ceil((needed + SPARE_BYTES) / 1e9)} GB in ${tmpdir()}: make room there, or run it with --quick.`,
  )
}

async function startStep({ cluster, builtBare }: BenchWorld, history: number): Promise<StoppableStep> {
  const began = performance.now()
  const database = await cloneDatabase(cluster)
  const { id, cookie } = await seedHistory(cluster, database, history)
  await makeBareTable(database.ownerUrl, history)
  console.log(`  ${history.toLocaleString('en')} acts in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const app = await served({ limits: roomy, at: growthNow, database })
  const bare = await builtBare.start(database.ownerUrl)
  const addresses = (key: GrowthKey) => ({
    ours: app.origin + paths[key].ours,
    bare: bare.url + paths[key].bare + (key === 'growthList' ? id : ''),
  })
  return {
    history,
    get: async (name, key) => {
      const start = performance.now()
      await fetchPage(addresses(key)[name], name === 'ours' ? { cookie } : {})
      return performance.now() - start
    },
    stop: async () => {
      await bare.stop()
      await app.stop()
      await database.drop()
    },
  }
}

/** The median ms of a request at each step, in the order of the steps. */
type Round = Readonly<Record<'ours' | 'bare', readonly number[]>>

async function timesOf(steps: readonly Step[], key: GrowthKey, requests: number): Promise<Round> {
  const times = steps.map(() => ({ ours: [] as number[], bare: [] as number[] }))
  for (let n = 0; n < requests; n += 1)
    for (const [index, step] of steps.entries())
      for (const name of ['ours', 'bare'] as const) times[index]?.[name].push(await step.get(name, key))
  return { ours: times.map(({ ours }) => median(ours)), bare: times.map(({ bare }) => median(bare)) }
}

/** The last step as a multiple of the first. */
const lastToFirst = (steps: readonly number[]) => (steps.at(-1) ?? NaN) / (steps[0] ?? NaN)

function growthOf(rounds: readonly Round[], histories: readonly number[]): Measured {
  const grown = rounds.map(({ ours, bare }) => ({ ours: lastToFirst(ours), bare: lastToFirst(bare) }))
  const steps = histories.map((_, index) => median(rounds.map(({ ours }) => ours[index] ?? NaN)).toFixed(1))
  const power = (history: number | undefined) => `10^${Math.round(Math.log10(history ?? NaN))}`
  return {
    value: median(grown.map(({ ours }) => ours)),
    ratioToBare: median(grown.map(({ ours, bare }) => ours / bare)),
    note: `${steps.join(', ')} ms at ${power(histories[0])} to ${power(histories.at(-1))}`,
  }
}
