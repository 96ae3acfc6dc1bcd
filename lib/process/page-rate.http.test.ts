// Pages are counted for each person, as routes are: over the rate they answer 429, and nobody else's are slower.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCouple, type Couple } from '@/lib/testing/people'
import { roomy, served, type ServedApp } from '@/lib/testing/served'

const PAGES = 4
const OF_NETWORK = 6

let app: ServedApp
let couple: Couple
beforeAll(async () => {
  const limits = { ...roomy, pagesPerMinute: PAGES, networkPagesPerMinute: OF_NETWORK }
  app = await served({ at: '2026-11-24T12:00:00.000Z', limits, trustProxyHops: 1 })
  couple = await newCouple(app)
})
afterAll(() => app.stop())

const from = (address: string, cookie?: string) =>
  fetch(`${app.origin}/sign-in`, { headers: { 'x-forwarded-for': address, ...(cookie && { cookie }) } })

const statusesOf = async (times: number, get: () => Promise<Response>) => {
  const statuses: number[] = []
  for (let time = 0; time < times; time += 1) statuses.push((await get()).status)
  return statuses
}

test('a person’s pages over the rate answer 429 with a plain page that says when, and the partner’s go on', async () => {
  const { a, b } = couple
  const open = () => a.device.fetch('/settings')
  // the first one tells whose session this is, and counts for the network
  expect(await statusesOf(PAGES + 1, open)).toEqual(Array(PAGES + 1).fill(200))
  await app.on(30_000)
  const refused = await open()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
  expect(refused.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(await refused.text()).toContain('Wait 30 seconds, then load this page again.')
  expect((await b.device.fetch('/settings')).status).toBe(200)
  expect((await a.device.fetch('/api/me')).status).toBe(200) // routes count on their own
  await app.on(29_000)
  expect(await (await open()).text()).toContain('Wait 1 second, then')
  await app.on(1_000)
  expect((await open()).status).toBe(200)
})

test('whoever is not signed in counts for their network, with made-up cookies too', async () => {
  await app.on(60_000)
  let made = 0
  const madeUp = () => `fivefold-session=${String((made += 1)).padStart(43, 'A')}`
  expect(await statusesOf(OF_NETWORK, () => from('198.51.100.7:4711', madeUp()))).toEqual(Array(OF_NETWORK).fill(200))
  expect((await from('198.51.100.9', madeUp())).status).toBe(429)
  expect((await from('[2001:db8::1]:443')).status).toBe(200)
})

test('an address that is no page is not counted', async () => {
  await app.on(60_000)
  expect(await statusesOf(OF_NETWORK + 3, () => fetch(`${app.origin}/icon.svg`))).toEqual(
    Array(OF_NETWORK + 3).fill(200),
  )
})
