// Compressed bombs, bodies and headers that never end, lengths that are lies: whoever sends them slows nobody else and fills no memory.
import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import { childEnv } from '@/lib/env'
import { times } from '@/lib/testing/full-counts'
import type { HostileTally } from '@/lib/testing/hostile-tally'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { cookieOf, putSignedIn } from '@/lib/testing/signed-in'
import { reportFigure } from '@/lib/testing/soak/figure'
import { until } from '@/lib/testing/until'

const HOSTILE = times(5000, 50)
/** How many of each kind begin in a second. */
const OF_EACH = 8
/** Requests of the healthy client in each measured span. */
const HEALTHY = times(300, 20)

let app: ServedApp
beforeAll(async () => {
  app = await served({ at: '2026-11-24T12:00:00.000Z', limits: { ...roomy, bodySeconds: times(10, 1) } })
  await withConnection(app.ownerUrl, putSignedIn)
})
afterAll(() => app.stop())

const healthyFailures: string[] = []

/** Milliseconds of each of some requests of a healthy client, twenty a second. */
async function measureHealthy(): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < HEALTHY; n++) {
    const address = ['/api/rituals?limit=20', '/api/me', '/today'][n % 3] ?? ''
    const from = performance.now()
    const answer = await fetch(app.origin + address, { headers: { cookie: cookieOf('ben') } })
    await answer.arrayBuffer()
    took.push(performance.now() - from)
    if (answer.status !== 200) healthyFailures.push(`${address}: ${answer.status}`)
    await pause(Math.max(0, 50 - (performance.now() - from)))
  }
  return took
}

const p95 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0

/** Megabytes that the app holds in memory, where the system says so. */
function megabytesOfApp(): number {
  const file = `/proc/${app.pid}/status`
  return existsSync(file) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024 : 0
}

test('a healthy client is served as before, and memory stays', async () => {
  const attacker = fork(
    path.join(import.meta.dirname, '..', 'testing', 'hostile-load.ts'),
    [`${app.port}`, cookieOf('ana')],
    {
      execArgv: ['--import', 'tsx'],
      env: childEnv({ NODE_OPTIONS: undefined }),
    },
  )
  let tally: HostileTally = { sent: 0, answers: {}, unanswered: 0 }
  attacker.on('message', (message) => (tally = message as HostileTally))
  const answered = () => Object.values(tally.answers).reduce((sum, n) => sum + n, tally.unanswered)
  const [alone, attacked]: [number[], number[]] = [[], []]
  try {
    await measureHealthy() // both are warm then
    const before = megabytesOfApp()
    let most = before
    // in turns, so that a machine that is slower for a while is so for both
    for (let span = 0; tally.sent < HOSTILE; span++) {
      if (span > 0) {
        attacker.send(0)
        await until('the last ones are answered', () => answered() === tally.sent)
      }
      alone.push(...(await measureHealthy()))
      attacker.send(OF_EACH)
      await pause(1000)
      for (let part = 0; part < times(4, 1); part++) {
        attacked.push(...(await measureHealthy()))
        most = Math.max(most, megabytesOfApp())
      }
    }
    attacker.send(0)
    // one with slow headers has ten seconds
    await until('they are answered', () => answered() >= times(tally.sent, 0.6 * tally.sent))

    expect(healthyFailures).toEqual([])
    expect(Object.keys(tally.answers).filter((answer) => !/^(page [234]|4)\d\d$/.test(answer))).toEqual([])
    expect(app.readOutput()).not.toContain('"level":"error"')
    const ratio = p95(attacked) / p95(alone)
    const grown = Math.round(most - before)
    reportFigure('bombs', tally.sent, `p95 of a healthy client ${ratio.toFixed(2)} times its own, ${grown} MB more`)
    // times and sizes are asserted in soak alone, whose machine is its own
    if (times(1, 0)) expect(ratio).toBeLessThan(2)
    if (times(1, 0)) expect(grown).toBeLessThan(100)
  } finally {
    attacker.disconnect()
  }
})
