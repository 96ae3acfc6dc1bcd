// Lists of 20 private pages, for a person with 1,000 of them, and adding one, against the bare routes, which answer the same bytes.
import { randomUUID } from 'node:crypto'
import { compareLoads, type ComparedLoad, type Target } from './harness.ts'
import type { Measured, MeasuredMetrics, MetricKey } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import type { BenchWorld } from './two-apps.ts'

const sealed = 'Wlpa'.repeat(467)
const body = () => ({ entries: [{ id: randomUUID(), sealed }] })

export async function measureRequests(
  world: BenchWorld,
  counts: BenchCounts,
  only: readonly MetricKey[],
): Promise<MeasuredMetrics> {
  const { app, bare, couple, postmaster } = await world.twoApps()
  const { a, b } = couple
  const theirs = { url: `${bare.url}/api/list?owner=${a.id}`, pid: bare.pid }
  const ours = (path: string, device: (typeof a)['device']) => ({
    url: app.origin + path,
    headers: { cookie: device.jar.header(), origin: app.origin },
    pid: app.pid,
  })
  const pairs: Readonly<Partial<Record<MetricKey, readonly [Target, Target]>>> = {
    list20: [theirs, ours('/api/entries?limit=20', a.device)],
    // Each writes for a person of its own: there is a limit to what somebody stores.
    create: [
      { ...theirs, body },
      { ...ours('/api/entries', b.device), body },
    ],
  }
  const measured: Partial<Record<MetricKey, Measured>> = {}
  for (const key of only) {
    const [bareTarget, target] = pairs[key] ?? []
    if (!bareTarget || !target) continue
    await demandSameAnswer(bareTarget, target)
    measured[key] = inRequests((await compareLoads(bareTarget, { [key]: target }, counts, postmaster))[key])
  }
  return measured
}

/** Throws if the two send different answers, apart from what differs by row, the id and the instant. */
async function demandSameAnswer(...targets: readonly Target[]): Promise<void> {
  const [first, second] = await Promise.all(
    targets.map(async ({ url, headers = {}, body: bodyOf }) => {
      const json = { ...headers, 'content-type': 'application/json' }
      const posted = bodyOf && { method: 'POST', headers: json, body: JSON.stringify(bodyOf()) }
      return (await (await fetch(url, posted ?? { headers })).text()).replace(/"(id|addedAt|next)":"[^"]*"/g, '"$1":""')
    }),
  )
  if (first !== second)
    throw new Error(`The two answer differently: ${first?.slice(0, 300)} | ${second?.slice(0, 300)}`)
}

/** The figure of a compared load, with its CPU and rounds beside it. */
export function inRequests(load: ComparedLoad | undefined): Measured {
  if (!load) throw new Error('A load was not measured.')
  const { perSecond, cpuMs, ratio, cpuRatio, rounds, noisy } = load
  const note = `CPU ${cpuMs.toFixed(2)} ms, ${cpuRatio.toFixed(2)}x; ${rounds} rounds${noisy > 0 ? `, ${noisy} noisy` : ''}`
  return { value: perSecond, ratioToBare: ratio, note }
}
