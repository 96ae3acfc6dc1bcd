// A week of plans as JSON, with the most that a partner can store in it: the page's poll brings all of it.
import { expect, test } from 'vitest'
import { everyPageMoment } from '@/lib/testing/every-page'
import { fillByPartner, WIDEST } from '@/lib/testing/partner-fills'
import { newCouple } from '@/lib/testing/people'
import { sharedApp } from '@/lib/testing/served'
import { until } from '@/lib/testing/until'

const MOST_BYTES = 4 * 1024 * 1024

test('a week with the most that a partner can store is at most 4 MiB', async () => {
  const app = await sharedApp(everyPageMoment)
  const couple = await newCouple(app)
  await fillByPartner(app, couple, WIDEST.json)
  const sizes: number[] = []
  for (const week of ['2026-W47', '2026-W48', '2026-W49'])
    await until(`the week ${week} is answered`, async () => {
      const answer = await couple.a.device.fetch(`/api/weeks/${week}`)
      const { byteLength } = await answer.arrayBuffer()
      if (answer.status === 503) return false // a machine that is busy with other tests: a device asks again too
      expect(answer.status).toBe(200)
      sizes.push(byteLength)
      return true
    })
  expect(Math.max(...sizes)).toBeGreaterThan(1024 * 1024)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES)
})
