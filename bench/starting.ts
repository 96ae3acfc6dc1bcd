// From the start of a process to its first page with a database, `npm start` and the bare app in turn; and the memory of each before its
// first request, once Next has loaded the bare app's pages ahead.
import { setTimeout } from 'node:timers/promises'
import type { StartUntil } from './bare-app.ts'
import { median } from './harness.ts'
import { memoryOf } from './machine.ts'
import type { MeasuredMetrics } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import { makeProduct } from './product.ts'
import type { BenchWorld } from './two-apps.ts'

/** In the bare app Next loads every page ahead after it is ready, which takes some seconds. Ours has that off (next.config.js). */
const UNTIL_IDLE_MS = 10_000

type Start = Readonly<{ ours: number; bare: number }>

const ratiosOf = (starts: readonly Start[]) => starts.map(({ ours, bare }) => ours / bare)

/** Measures `coldStart` and `idleMemory`. Both apps use the database of the run, which is up. */
export async function measureStarts(world: BenchWorld, { starts }: BenchCounts): Promise<MeasuredMetrics> {
  const product = await makeProduct(world)
  const apps = { ours: product.start, bare: (until: StartUntil) => world.builtBare.start(product.bareUrl, until) }
  const times: Start[] = []
  const memory: Start[] = []
  try {
    for (let round = 0; round < starts; round += 1) {
      const took = { ours: 0, bare: 0 }
      for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const running = await apps[name]('page')
        took[name] = running.msToReady
        await running.stop()
      }
      times.push(took)
    }
    for (let round = 0; round < Math.min(starts, 3); round += 1) {
      const [ours, bare] = await Promise.all([apps.ours('listening'), apps.bare('listening')])
      await setTimeout(UNTIL_IDLE_MS)
      memory.push({ ours: memoryOf(ours.pid).now, bare: memoryOf(bare.pid).now })
      await Promise.all([ours.stop(), bare.stop()])
    }
  } finally {
    await product.remove()
  }
  return {
    coldStart: {
      value: median(times.map(({ ours }) => ours)),
      ratioToBare: median(ratiosOf(times)),
      note: `bare ${median(times.map(({ bare }) => bare)).toFixed(0)} ms; ${times.length} starts`,
    },
    idleMemory: {
      value: median(memory.map(({ ours }) => ours)),
      ratioToBare: median(ratiosOf(memory)),
      note: `bare ${median(memory.map(({ bare }) => bare)).toFixed(0)} MB; ${memory.length} starts`,
    },
  }
}
