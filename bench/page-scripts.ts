// What the scripts of a page's first load weigh, gzipped each at level 6, against those of the bare page.
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstLoads } from '../lib/testing/first-load-js'
import { pageWeight } from '../lib/testing/page-weight'
import { fetchPage } from './bare-app.ts'
import type { MeasuredMetrics } from './metrics.ts'
import type { BenchWorld } from './two-apps.ts'

const root = path.join(import.meta.dirname, '..')

/** Measures `jsHome`, which is Today, and `jsHeaviest`, in kB. */
export async function measureScripts(world: BenchWorld): Promise<MeasuredMetrics> {
  const { bare } = await world.twoApps()
  const { scripts } = pageWeight(await fetchPage(bare.url))
  const sizes = await Promise.all(scripts.map((src) => fetchGzipped(new URL(src, bare.url))))
  const bareKb = sizes.reduce((sum, size) => sum + size, 0) / 1000
  const loads = firstLoads(root)
  const [heaviest] = loads
  const home = loads.find(({ page }) => page === '/today')
  if (!heaviest || !home) throw new Error('The build has no list of first loads.')
  const weighed = (bytes: number, note: string) => ({
    value: bytes / 1000,
    ratioToBare: bytes / 1000 / bareKb,
    note: `${note}bare ${bareKb.toFixed(0)} kB`,
  })
  return { jsHome: weighed(home.gzipped, ''), jsHeaviest: weighed(heaviest.gzipped, `${heaviest.page}; `) }
}

async function fetchGzipped(url: URL): Promise<number> {
  const answer = await fetch(url)
  if (answer.status !== 200) throw new Error(`${url.href} answered ${answer.status}.`)
  return gzipSync(await answer.arrayBuffer(), { level: 6 }).byteLength
}
