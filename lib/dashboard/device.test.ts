// How far back what fed is fetched: the last eight weeks in pages, then half a year at a time.
import { expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import type { Answer } from '@/lib/http/contract'
import { parseDay } from '@/lib/time/day'
import type { getDashboard } from './contract'
import { fetchDashboard, isWhole, sourcesOf } from './device'

type Part = Readonly<{ days: readonly string[]; next?: string; first?: string }>

/** A server that answers these parts in turn, and what it was asked for. */
function serverOf(parts: readonly Part[]) {
  const asked: unknown[] = []
  const left = [...parts]
  const call = async (_: unknown, input: unknown): Promise<Answer<typeof getDashboard>> => {
    asked.push(input)
    const { days = [], next = null, first = '2026-10-05' } = left.shift() ?? { days: [] }
    const feedings = days.map((day) => ({
      personId: 'noor',
      day: parseDay(day),
      type: 'physical' as const,
      source: 'moment' as const,
      sourceId: day,
      pageId: null,
    }))
    return {
      people: ['noor', 'elias'],
      first: parseDay(first),
      last: parseDay('2026-11-29'),
      feedings,
      plans: [],
      next,
    }
  }
  return { asked, device: { call } as unknown as Pick<Device, 'call'> }
}

const pairedOn = parseDay('2026-05-01')

test('after the last weeks come those before them, until the day on which the two paired', async () => {
  const { device, asked } = serverOf([
    { days: ['2026-11-24', '2026-11-20'], next: '2026-11-20.a' },
    { days: ['2026-10-05'] },
    { days: ['2026-10-04', '2026-09-01'], next: '2026-09-01.b' },
    { days: ['2026-04-30'], first: '1999-01-01' },
  ])
  let dashboard = await fetchDashboard(device)
  const whole = [isWhole(dashboard, pairedOn)]
  for (let part = 1; part < 4; part += 1) {
    dashboard = await fetchDashboard(device, dashboard)
    whole.push(isWhole(dashboard, pairedOn))
  }
  expect(asked).toEqual([
    {},
    { after: '2026-11-20.a' },
    { before: '2026-10-05', weeks: 26 },
    { before: '2026-10-05', weeks: 26, after: '2026-09-01.b' },
  ])
  expect(whole).toEqual([false, false, false, true])
  expect(dashboard.first).toBe('2026-04-06') // what was asked for, whatever is answered
  expect(sourcesOf(dashboard).map(({ day }) => day)).toEqual([
    '2026-11-24',
    '2026-11-20',
    '2026-10-05',
    '2026-10-04',
    '2026-09-01',
    '2026-04-30',
  ])
})

test('rows of weeks that were not asked for are left out', async () => {
  const { device } = serverOf([{ days: ['2026-11-24'] }, { days: ['2026-11-25', '2026-10-05', '2026-10-01'] }])
  const dashboard = await fetchDashboard(device, await fetchDashboard(device))
  expect(sourcesOf(dashboard).map(({ day }) => day)).toEqual(['2026-11-24', '2026-10-01'])
})
