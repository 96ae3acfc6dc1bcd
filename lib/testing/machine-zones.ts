// Runs tests in other time zones of the machine, which shows an accidental use of local time.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const MACHINES = [
  { zone: 'Asia/Kathmandu', minutesInJuly: 345 },
  { zone: 'America/New_York', minutesInJuly: -240 },
  { zone: 'Pacific/Kiritimati', minutesInJuly: 840 },
  { zone: 'Pacific/Pago_Pago', minutesInJuly: -660 },
]

/** Declares the same tests for each of four zones of the machine, and a test that the zone is set. */
export function onMachinesElsewhere(declareTests: () => void): void {
  describe.each(MACHINES)('on a machine in $zone', ({ zone, minutesInJuly }) => {
    beforeAll(() => void vi.stubEnv('TZ', zone))
    afterAll(() => void vi.unstubAllEnvs())
    test('the machine is there', () => {
      expect(-new Date('2026-07-01T12:00:00Z').getTimezoneOffset()).toBe(minutesInJuly)
    })
    declareTests()
  })
}
