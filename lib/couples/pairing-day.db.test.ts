// The day on which two paired: one fact of the couple, whichever zones they have now.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { closeClients } from '@/lib/db/clients'
import { connect } from '@/lib/db/connection'
import { migrate } from '@/lib/db/migrate'
import { readDaysFed } from '@/lib/dashboard/reads'
import { readMonth, readMonthLines } from '@/lib/months/reads'
import { arbitraryZone } from '@/lib/testing/arbitrary-time'
import { as, outcome, paired } from '@/lib/testing/as-person'
import { bareCouple, type BareAccount } from '@/lib/testing/bare-accounts'
import { cloneDatabase, theCluster } from '@/lib/testing/cluster'
import { testDatabase } from '@/lib/testing/database'
import { SEALED_SQL } from '@/lib/testing/sealed'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseMonth } from '@/lib/time/month'
import { readPeople } from './reads'

const { owner } = await testDatabase()
const clock = putTestSeams('2026-11-24T12:00:00Z')
afterAll(closeClients)

/** The local day, computed without the product's code. */
const wallDay = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))

const move = (person: BareAccount, zone: string) =>
  owner.query('update person set zone = $1 where id = $2', [zone, person.id])

/** A couple whose two people were in these zones when they paired. */
async function pairedIn(instant: string, zones: readonly [string, string]) {
  clock.at(instant)
  const couple = await bareCouple(owner, clock.now(), zones)
  await owner.query(`update session set expires_at = '9000-01-01' where person_id in ($1, $2)`, [
    couple.a.id,
    couple.b.id,
  ])
  return couple
}

test.each([
  ['2026-02-01T05:00:00Z', 'Pacific/Honolulu', 'Europe/Lisbon', '2026-01-31'],
  ['2026-02-01T05:00:00Z', 'Europe/Lisbon', 'Pacific/Honolulu', '2026-01-31'],
  ['2026-01-31T12:00:00Z', 'Pacific/Kiritimati', 'Europe/Lisbon', '2026-01-31'],
  ['2026-01-31T12:00:00Z', 'Pacific/Kiritimati', 'Asia/Kathmandu', '2026-01-31'],
  ['2026-01-31T12:00:00Z', 'Pacific/Kiritimati', 'Pacific/Kiritimati', '2026-02-01'],
] as const)('paired at %s in %s and %s, they are a couple from %s on', async (instant, zone, otherZone, day) => {
  const { a, b } = await pairedIn(instant, [zone, otherZone])
  for (const person of [a, b]) expect(await as(person, async ({ viewer }) => viewer.startedOn)).toBe(day)
})

test('both have the same first month, and keep it wherever they travel', async () => {
  const { a, b } = await pairedIn('2026-02-01T05:00:00Z', ['Pacific/Honolulu', 'Europe/Lisbon'])
  clock.at('2026-02-15T12:00:00Z')
  const oldest = (person: BareAccount) =>
    as(person, async (scope) => {
      const { lines } = await readMonthLines(paired(scope), await readPeople(scope), { from: null, count: 12 })
      return lines.at(-1)?.month
    })
  for (const zone of ['Pacific/Honolulu', 'Pacific/Kiritimati', 'Europe/Lisbon']) {
    for (const person of [a, b]) {
      await move(person, zone)
      expect(await oldest(person)).toBe('2026-01')
      expect(await outcome(as(person, (scope) => readMonth(scope, parseMonth('2026-01'))))).toBe('done')
      expect(await outcome(as(person, (scope) => readMonth(scope, parseMonth('2025-12'))))).toBe('not-found')
    }
  }
})

test('a day before they paired feeds nothing, keeps nothing, and makes no week', async () => {
  const { a, b, coupleId } = await pairedIn('2026-01-28T12:00:00Z', ['Europe/Lisbon', 'Europe/Lisbon'])
  clock.at('2026-02-15T12:00:00Z')
  for (const day of ['2025-12-29', '2026-01-27', '2026-01-28', '2026-02-03']) {
    const [moment, plan] = [crypto.randomUUID(), crypto.randomUUID()]
    await owner.query(
      `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
       values ($1, $2, $3, 1, $4, '{physical}', 'me', ${SEALED_SQL}, now(), now())`,
      [coupleId, moment, a.id, day],
    )
    await owner.query(
      `insert into moment_part (couple_id, moment_id, person_id, day, types) values ($1, $2, $3, $4, '{physical}')`,
      [coupleId, moment, a.id, day],
    )
    await owner.query(
      `insert into plan (couple_id, id, on_date, version, title, types, planned_on, time, minutes, zone)
       values ($1, $2, $3, 1, 'Soup', '{spiritual}', $3, '20:00', 60, 'Europe/Lisbon')`,
      [coupleId, plan, day],
    )
    await owner.query(
      `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ($1, $2, $3, $4, '{spiritual}', true)`,
      [coupleId, plan, b.id, day],
    )
  }
  const fed = await as(a, async (scope) => readDaysFed(paired(scope), await readPeople(scope)))
  expect(fed?.types.map(({ type, perWeek }) => [type, perWeek.map((weeks) => weeks.join(''))])).toEqual([
    ['emotional', ['00000000', '00000000']],
    ['physical', ['00001100', '00000000']],
    ['intellectual', ['00000000', '00000000']],
    ['experiential', ['00000000', '00000000']],
    ['spiritual', ['00000000', '00001100']],
  ])
  const january = await as(b, (scope) => readMonth(scope, parseMonth('2026-01')))
  expect(january.kept.map(({ day }) => day)).toEqual(['2026-01-28'])
  expect(january.fed.filter(({ days }) => days > 0).map(({ type, days }) => [type, days])).toEqual([
    ['physical', 1],
    ['spiritual', 1],
  ])
})

test('couples from before the day was kept take it from the instant and both zones', async () => {
  const database = await cloneDatabase(theCluster(), 'template0')
  const old = await connect(database.ownerUrl)
  const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  try {
    for (const name of readdirSync('prisma/migrations').filter((name) => name.startsWith('0') && name < '0013'))
      cpSync(path.join('prisma/migrations', name), path.join(folder, name), { recursive: true })
    await migrate(database.ownerUrl, folder)
    const recent = fc.nat(365 * 24 * 2).map((hours) => new Date(Date.UTC(2024, 11, 1) + hours * 3_600_000))
    const cases = fc.sample(fc.tuple(recent, arbitraryZone, arbitraryZone), 40)
    const expected = new Map<string, string>()
    const put = async (instant: Date, zones: readonly [string, string], day: string) => {
      const id = crypto.randomUUID()
      await old.query('insert into couple (id, week_start, started_at) values ($1, 1, $2)', [id, instant.toISOString()])
      for (const [index, zone] of zones.entries()) {
        const person = crypto.randomUUID()
        await old.query(`insert into person (id, name, zone, bundle) values ($1, 'Somebody', $2, '{}')`, [person, zone])
        await old.query('insert into membership (couple_id, person_id, slot, joined_at) values ($1, $2, $3, $4)', [
          id,
          person,
          index + 1,
          instant.toISOString(),
        ])
      }
      expected.set(id, day)
    }
    for (const [instant, ...zones] of cases) {
      const days = zones.map((zone) => wallDay(instant.toISOString(), zone)).sort()
      await put(instant, zones, days[0] ?? '')
    }
    // A zone that PostgreSQL does not know counts as UTC.
    await put(new Date('2026-11-24T23:00:00Z'), ['Mars/Olympus_Mons', 'Asia/Kathmandu'], '2026-11-24')
    cpSync('prisma/migrations', folder, { recursive: true })
    await migrate(database.ownerUrl, folder)
    const { rows } = await old.query<{ id: string; day: string }>('select id, started_on::text as day from couple')
    expect(new Map(rows.map(({ id, day }) => [id, day]))).toEqual(expected)
  } finally {
    await old.end()
    await database.drop()
    rmSync(folder, { recursive: true })
  }
})
