// Our pages against a bare page of the same framework that reads 20 rows, for two with eight full weeks behind them. Bytes, elements and
// statements are the same on every machine: lib/testing/page-weight.http.test.ts has their ceilings.
import { compareLoads, type Target } from './harness.ts'
import type { MeasuredMetrics, MetricKey } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import { inRequests } from './requests.ts'
import type { BenchWorld } from './two-apps.ts'

/** The path of each page that is measured, in the week of `afterEightWeeks`. */
export const pagePaths = {
  today: '/today',
  week: '/week',
  lately: '/lately',
  month: '/months/2026-11',
  journal: '/journal',
} as const satisfies Partial<Record<MetricKey, string>>

const isPage = (key: MetricKey): key is keyof typeof pagePaths => key in pagePaths

export async function measurePages(
  world: BenchWorld,
  counts: BenchCounts,
  only: readonly MetricKey[],
): Promise<MeasuredMetrics> {
  const { app, bare, cookie, postmaster } = await world.twoApps()
  const pages = only.filter(isPage)
  const targets: Record<string, Target> = Object.fromEntries(
    pages.map((key) => [key, { url: app.origin + pagePaths[key], headers: { cookie }, pid: app.pid }]),
  )
  const loads = await compareLoads({ url: bare.url, pid: bare.pid }, targets, counts, postmaster)
  return Object.fromEntries(pages.map((key) => [key, inRequests(loads[key])]))
}
