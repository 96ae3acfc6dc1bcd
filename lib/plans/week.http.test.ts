import { beforeAll, expect, test } from 'vitest'
import { deleteCouple } from '@/lib/couples/contract'
import { agreedRitual } from '@/lib/testing/agreed-ritual'
import { newCouple, type Couple } from '@/lib/testing/people'
import { sharedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { weekIdSchema } from '@/lib/time/schemas'
import { addItem, fetchWeekIfChanged, fetchWeek, savePlan, sendReady } from './device'

const week = weekIdSchema.parse('2026-W48')
const still = new AbortController().signal
let couple: Couple

beforeAll(async () => {
  couple = await newCouple(await sharedApp('2026-11-24T12:00:00.000Z'))
  await agreedRitual(couple, { startsOn: parseDay('2026-11-23') })
})

test('a device that names its version gets nothing until something changes, then the whole week', async () => {
  const { a, b, id } = couple
  const first = await fetchWeekIfChanged(a.device, week, null, still)
  if (!first) throw new Error('The first time there is an answer.')
  expect(first.etag).toMatch(/^"[\w-]{43}"$/)
  expect(await fetchWeekIfChanged(a.device, week, first.etag, still)).toBeNull()
  const [plan] = first.answer.plans
  if (!plan) throw new Error('Nothing is planned.')
  await savePlan(b.device, id, plan, { what: 'Lentils' })
  const next = await fetchWeekIfChanged(a.device, week, first.etag, still)
  expect(next?.answer.plans[0]).toMatchObject({ what: 'Lentils', version: 1 })
  expect(next?.etag).not.toBe(first.etag)
  // Ticked items and who is set count as changes too.
  const pot = await addItem(b.device, id, plan, {
    id: crypto.randomUUID(),
    text: 'The pot',
    whoId: null,
    done: false,
    removed: false,
  })
  expect(pot.version).toBe(1)
  await sendReady(b.device, await fetchWeek(b.device, week), true)
  const then = await fetchWeekIfChanged(a.device, week, next?.etag ?? null, still)
  expect(then?.answer).toMatchObject({ ready: [{ personId: b.id, holds: true }] })
  expect(await fetchWeekIfChanged(a.device, week, then?.etag ?? null, still)).toBeNull()
})

test('a 304 has no body and is not stored, and both get the same bytes', async () => {
  const { a, b } = couple
  const [ofA, ofB] = [await a.device.fetch(`/api/weeks/${week}`), await b.device.fetch(`/api/weeks/${week}`)]
  expect(await ofA.text()).toBe(await ofB.text())
  const same = await a.device.fetch(`/api/weeks/${week}`, {
    headers: { 'if-none-match': ofA.headers.get('etag') ?? '' },
  })
  expect([same.status, same.headers.get('cache-control'), same.headers.get('etag'), await same.text()]).toEqual([
    304,
    'no-store',
    ofA.headers.get('etag'),
    '',
  ])
  for (const other of ['"nothing"', '*', 'W/"x"'])
    expect((await a.device.fetch(`/api/weeks/${week}`, { headers: { 'if-none-match': other } })).status).toBe(200)
})

test('after parting the next poll is refused', async () => {
  const { a, b } = couple
  const had = await fetchWeekIfChanged(b.device, week, null, still)
  await a.device.call(deleteCouple, {})
  await expect(fetchWeekIfChanged(b.device, week, had?.etag ?? null, still)).rejects.toMatchObject({
    code: 'not-paired',
  })
})
