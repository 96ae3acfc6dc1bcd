// What the app answers as saved survives a crash of the app and of the database: both are killed at random moments while people write
// over HTTP.
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AcknowledgedWrites } from '@/lib/testing/acknowledged'
import { times } from '@/lib/testing/full-counts'
import { killedPostgres, type KilledPostgres } from '@/lib/testing/killed-postgres'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { servedCouples, type ServedCouple } from '@/lib/testing/served-couples'
import { reportFigure } from '@/lib/testing/soak/figure'
import { until } from '@/lib/testing/until'
import { withConnection } from './connection'

const noon = '2026-11-24T12:00:00.000Z'
/** How often each of the two is killed. */
const KILLS = times(20, 1)
const WRITES = times(10_000, 150)
const WRITERS = 6
/** A busy machine is slow to start again. */
const patienceMs = 90_000

let postgres: KilledPostgres
let app: ServedApp
const couples: ServedCouple[] = []

/** Starts the app; after a kill on its former port. */
const serve = (port = 0) => served({ database: postgres.database, port, at: noon, limits: roomy })

beforeAll(async () => {
  postgres = await killedPostgres()
  app = await serve()
  const { newCouple, close } = await servedCouples(app, noon)
  for (let n = 0; n < WRITERS; n++) couples.push(await newCouple())
  await close()
})
afterAll(async () => {
  await app.stop()
  await postgres.remove()
})

const killApp = async () => {
  process.kill(app.pid, 'SIGKILL')
  await app.stop()
  app = await serve(app.port)
}

const killPostgres = async () => {
  postgres.kill()
  await until('the database is up again', postgres.revive, patienceMs)
}

test('what was answered as saved is complete after the app and the database were killed', async () => {
  const writes = new AcknowledgedWrites()
  let over = false
  const writers = couples.map((couple, n) => writes.write(app.origin, couple, n % 2 ? couple.a : couple.b, () => over))
  const killing = async () => {
    for (let n = 1; n <= 2 * KILLS; n++) {
      const enough = (n / (2 * KILLS + 1)) * WRITES
      await until('more is saved', () => writes.count >= enough, patienceMs)
      await pause(randomInt(300))
      await (n % 2 ? killApp() : killPostgres())
    }
    await until('everything is saved', () => writes.count >= WRITES, 3 * patienceMs)
  }
  // a writer that fails ends the test at once
  await Promise.race([killing(), ...writers.map((writer) => writer.then(() => new Promise<never>(() => {})))])
  over = true
  await Promise.all(writers)

  await withConnection(postgres.database.ownerUrl, async (db) => {
    expect(await writes.lost(db)).toEqual([])
    const [acknowledged, stored] = await writes.checksums(db)
    expect(stored).toBe(acknowledged)
  })
  reportFigure('kills', writes.count, `${KILLS} kills of the app and ${KILLS} of PostgreSQL`)
})
