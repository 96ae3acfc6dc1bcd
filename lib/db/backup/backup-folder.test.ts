import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder'
import { listBackups, newBackupPath, removeSurplusBackups, surplusBackups, type KeptBackup } from './backup-folder'

const DAY_MS = 86_400_000
const backup = (madeAt: Date): KeptBackup => ({ name: madeAt.toISOString(), madeAt })
const daysOf = (backups: readonly KeptBackup[]) => backups.map(({ madeAt }) => madeAt.toISOString().slice(0, 10))

/** What is left after a backup at three o'clock of every night from `from` on, and a clearing after each. */
function nights(from: string, count: number): KeptBackup[] {
  let kept: KeptBackup[] = []
  for (let night = 0; night < count; night++) {
    const now = new Date(Date.parse(`${from}T03:00:00Z`) + night * DAY_MS)
    kept = [backup(now), ...kept]
    const surplus = new Set(surplusBackups(kept, now))
    kept = kept.filter((each) => !surplus.has(each))
  }
  return kept
}

test('after a year of nights there are seven days, four weeks and six months', () => {
  expect(daysOf(nights('2025-11-25', 365))).toEqual([
    ...['2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18'],
    ...['2026-11-15', '2026-11-08'],
    ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
  ])
})

test('whatever was made when, the newest and the last two days stay, and nothing is older than six months', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  const instants = fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(instants, (hours) => {
      const all = hours.map((ago) => backup(new Date(now.getTime() - ago * 3_600_000)))
      const surplus = new Set(surplusBackups(all, now))
      const kept = all.filter((each) => !surplus.has(each))
      const newest = Math.min(...hours)
      for (const [place, ago] of hours.entries()) {
        const each = all[place]
        if (!each) continue
        if (ago < 48) expect(kept).toContain(each)
        if (ago > 184 * 24 && ago !== newest) expect(kept).not.toContain(each)
      }
      expect(kept.some(({ madeAt }) => madeAt.getTime() === now.getTime() - newest * 3_600_000)).toBe(true)
      const inThatTime = kept.filter(({ madeAt }) => now.getTime() - madeAt.getTime() >= 48 * 3_600_000)
      expect(inThatTime.length).toBeLessThanOrEqual(7 + 4 + 6)
    }),
  )
})

test('only backups of the folder are removed, and what a killed process left', () => {
  const data = temporaryFolder()
  const now = new Date('2026-11-24T12:00:00Z')
  expect(listBackups(data)).toEqual([])
  removeSurplusBackups(data, now)
  const folder = path.join(data, 'backups')
  mkdirSync(folder)
  const old = new Date('2025-01-01T00:00:00Z')
  const put = (name: string) => {
    writeFileSync(path.join(folder, name), '')
    utimesSync(path.join(folder, name), old, old)
  }
  for (const name of ['notes.txt', 'home.backup', 'fivefold-2025-01-01T00-00-00Z-hand.backup.part-7']) put(name)
  writeFileSync(newBackupPath(data, now, 'night'), '')
  writeFileSync(newBackupPath(data, old, 'migration'), '')
  removeSurplusBackups(data, now)
  expect(readdirSync(folder).sort()).toEqual(['fivefold-2026-11-24T12-00-00Z-night.backup', 'home.backup', 'notes.txt'])
})
