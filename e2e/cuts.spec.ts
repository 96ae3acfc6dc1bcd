// The network of an open week is cut and comes back, again and again, at other moments and for other times.
import { addPlan, savePlan } from '../lib/plans/device.ts'
import { times } from '../lib/testing/full-counts.ts'
import { newCouple } from '../lib/testing/people.ts'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { parseDay } from '../lib/time/day.ts'
import { parseZone } from '../lib/time/zone.ts'
import { takeDevice } from './acts/devices'
import { card } from './acts/plans'
import { expect, test } from './fixtures'

test.use({ moment: '2026-10-20T19:00:00.000Z' })

const CUTS = times(200, 10)

test('after every cut of the network, however long, the page shows the saved plans', async ({ app, page, allow }) => {
  allow({ offline: true })
  const { a, b, id } = await newCouple(app)
  const walk = {
    kind: 'together' as const,
    title: 'A walk',
    onDate: parseDay('2026-10-22'),
    zone: parseZone('Europe/Lisbon'),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: '',
  }
  let plan = await addPlan(b.device, id, { ...walk, id: crypto.randomUUID() })
  await takeDevice(page, a)
  await page.goto('/week/2026-W43')
  const late: string[] = []
  let slowest = 0
  for (let cut = 1; cut <= CUTS; cut++) {
    // at different moments of the half second between two polls
    await page.waitForTimeout((cut * 173) % 500)
    await page.context().setOffline(true)
    await page.waitForTimeout((cut * 311) % 900)
    plan = (await savePlan(b.device, id, plan, { what: `Along the river, ${cut}.` })).now
    const from = performance.now()
    await page.context().setOffline(false)
    await expect(card(page, 'A walk')).toContainText(`Along the river, ${cut}.`)
    const took = performance.now() - from
    slowest = Math.max(slowest, took)
    if (took > 2000) late.push(`cut ${cut}: ${Math.round(took)} ms`)
  }
  await expect(page.getByText('What you see may have changed.')).toHaveCount(0)
  reportFigure('cuts', CUTS, `slowest ${(slowest / 1000).toFixed(1)} s`)
  // a time is asserted in soak alone, whose machine is its own
  expect(times(late.length, 0), late.join('; ')).toBe(0)
})
