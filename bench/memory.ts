// The most memory of the process of each app under load: lists of 20 and Today against the bare app's list and page, with ten connections
// and then with fifty.
import { loadOf, type Target } from './harness.ts'
import { memoryOf } from './machine.ts'
import type { MeasuredMetrics } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import type { BenchWorld } from './two-apps.ts'

/** Loads the targets in turn, and reads the most that their process ever held, in MB. */
async function peakOf(targets: readonly [Target, Target], seconds: number): Promise<number> {
  for (const connections of [10, 50]) for (const target of targets) await loadOf(target, seconds, connections)
  return memoryOf(targets[0].pid).peak
}

/** Measures `peakMemory`. Each app gets the same loads, so that earlier measures of the run decide nothing. */
export async function measureMemory(world: BenchWorld, { seconds }: BenchCounts): Promise<MeasuredMetrics> {
  const { app, bare, cookie, couple } = await world.twoApps()
  const ours = { headers: { cookie }, pid: app.pid }
  const peak = await peakOf(
    [
      { ...ours, url: `${app.origin}/api/entries?limit=20` },
      { ...ours, url: `${app.origin}/today` },
    ],
    seconds,
  )
  const { pid } = bare
  const barePeak = await peakOf(
    [
      { url: `${bare.url}/api/list?owner=${couple.a.id}`, pid },
      { url: bare.url, pid },
    ],
    seconds,
  )
  const note = `bare ${barePeak} MB; loads of ${seconds} s with 10 and 50 connections`
  return { peakMemory: { value: peak, ratioToBare: peak / barePeak, note } }
}
