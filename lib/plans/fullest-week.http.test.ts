// A week of plans as JSON, with the most that a partner can store in it: the page's poll brings all of it.
import { expect, test } from 'vitest'
import { everyPageMoment } from '@/lib/testing/every-page'
import { fillByPartner, WIDEST } from '@/lib/testing/partner-fills'
import { newCouple } from '@/lib/testing/people'
import { sharedApp } from '@/lib/testing/served'

const MOST_BYTES = 4 * 1024 * 1024

test('a week with the most that a partner can store is at most 4 MiB', async () => {
  const app = await sharedApp(everyPageMoment)
  const couple = await newCouple(app)
  await fillByPartner(app, couple, WIDEST.json)
  const sizes = await Promise.all(
    ['2026-W47', '2026-W48', '2026-W49'].map(async (week) => {
      const answer = await couple.a.device.fetch(`/api/weeks/${week}`)
      expect(answer.status).toBe(200)
      return (await answer.arrayBuffer()).byteLength
    }),
  )
  expect(Math.max(...sizes)).toBeGreaterThan(1024 * 1024)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BYTES)
})
