// Two processes of the app on one database, without sticky sessions: consecutive requests of one browser are answered by different ones.
import type { ServedApp } from '../lib/testing/served.ts'
import { servedTwice, type ServedTwice } from '../lib/testing/served-twice.ts'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { expect, test as base } from './fixtures'
import { liveWeek, liveWeekTitle, weekBegins } from './stories/live-week'
import { walk, walkBegins, walkTitle } from './stories/walk'

const test = base.extend<object, { twice: ServedTwice; app: ServedApp }>({
  twice: [
    async ({}, use) => {
      const twice = await servedTwice()
      await use(twice)
      await twice.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  app: [async ({ twice }, use) => use(twice), { scope: 'worker' }],
})

test.describe.configure({ mode: 'default' }) // one pair of processes serves both stories

test.describe('the walk', () => {
  test.use({ moment: walkBegins })
  test(walkTitle, async ({ twice, twoPeople, allow }) => {
    await throughBoth(twice, () => walk({ twoPeople, allow }))
  })
})

test.describe('the live week', () => {
  test.use({ moment: weekBegins })
  test(liveWeekTitle, async ({ twice, app, twoPeople }) => {
    await throughBoth(twice, () => liveWeek({ app, twoPeople }))
  })
})

/** Tells a story, of which each process has to answer a good part. */
async function throughBoth(twice: ServedTwice, story: () => Promise<void>): Promise<void> {
  const before = twice.answered()
  await story()
  const answered = twice.answered().map((count, n) => count - (before[n] ?? 0))
  for (const count of answered) expect(count).toBeGreaterThan(100)
  reportFigure('twins', 1, `${answered.join(' and ')} requests`)
}
