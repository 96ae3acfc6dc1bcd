import { roomy, served, type ServedApp } from './served.ts'
import { startRoundRobin } from './round-robin.ts'

export type ServedTwice = ServedApp &
  Readonly<{
    /** How many requests each of the two has answered. */
    answered: () => readonly number[]
  }>

/**
 * Serves two processes of the app on one database, behind a proxy that gives each request to the other one. What is done to the clock is
 * done to both.
 */
export async function servedTwice(): Promise<ServedTwice> {
  const front = await startRoundRobin()
  const origin = `http://localhost:${front.port}`
  const options = { limits: roomy, origins: [origin], trustProxyHops: 1 }
  const first = await served(options)
  const second = await served({ ...options, database: first })
  const both = [first, second]
  front.passTo(both.map(({ port }) => port))
  return {
    ...first,
    origin,
    port: front.port,
    at: async (instant) => void (await Promise.all(both.map((app) => app.at(instant)))),
    on: async (ms) => void (await Promise.all(both.map((app) => app.on(ms)))),
    flow: async () => void (await Promise.all(both.map((app) => app.flow()))),
    counts: async () => {
      const sums = new Map<string, number>()
      for (const counts of await Promise.all(both.map((app) => app.counts())))
        for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count)
      return Object.fromEntries(sums)
    },
    readOutput: () => both.map((app) => app.readOutput()).join(''),
    answered: front.answered,
    stop: async () => {
      await front.close()
      await second.stop()
      await first.stop()
    },
  }
}
