import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Plan } from '@/lib/plans/contract'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { Ahead } from './ahead'
import type { LiveWeek } from './use-week'

const plan = (time: string | null) =>
  ({
    ...{ id: 'plan', title: 'The night train', plannedOn: parseDay('2026-12-31'), minutes: 60 },
    ...{ time: time && parseWallTime(time), zone: parseZone('Europe/Lisbon') },
  }) as unknown as Plan

const shown = (zone: string, time: string | null) => {
  const me = { id: 'me', name: 'Noor', slot: 1 as const, zone: parseZone(zone) }
  const live = { week: { ahead: [plan(time)], aheadFrom: null }, change: () => {} } as unknown as LiveWeek
  const now = new Date('2026-11-24T12:00:00Z')
  return renderToStaticMarkup(
    <Ahead live={live} coupleId="couple" weekStart={1} now={now} me={me} partner={null} locale="en-GB" />,
  )
}

test.each([
  ['Europe/Lisbon', '23:30', 'Thursday 31 December 2026<'],
  ['Asia/Tokyo', '23:30', 'Thursday 31 December 2026, Fri 08:30 for you<'],
  ['America/New_York', '00:30', 'Thursday 31 December 2026, Wed 19:30 for you<'],
  ['Asia/Tokyo', null, 'Thursday 31 December 2026<'],
])('in %s a plan at %s in Lisbon is further ahead on the day that its week has', (zone, time, day) => {
  expect(shown(zone, time)).toContain(day)
})
