// The rules by which Citus spreads tables over machines, compared with the catalogue and with the statements that are sent. Citus is not in
// Debian, so it is not run: docs/scaling.md.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { readCheckIn } from '@/lib/check-ins/reads'
import { readCouple, readHopes } from '@/lib/couples/reads'
import { readDashboard } from '@/lib/dashboard/reads'
import { readCoupleReplies, readEntries, readSharedEntries } from '@/lib/journal/reads'
import { keepEntries } from '@/lib/journal/writes'
import { readMoments } from '@/lib/moments/reads'
import { readMonth } from '@/lib/months/reads'
import { readLines } from '@/lib/plans/line-reads'
import { readPlan, readWeek } from '@/lib/plans/reads'
import { readPlansToday } from '@/lib/plans/today-reads'
import { readOpenRituals, readRitual, readRituals } from '@/lib/rituals/reads'
import { as, paired } from '@/lib/testing/as-person'
import { lastingCouple } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { agreed, item, noon, onePlan, sealed } from '@/lib/testing/limit-fillings'
import { putTestSeams } from '@/lib/testing/test-seams'
import { parseMonth } from '@/lib/time/month'
import { weekIdSchema } from '@/lib/time/schemas'
import { closeClients } from './clients'
import type { Client } from './connection'

const { owner } = await testDatabase()
const clock = putTestSeams(noon)
afterAll(closeClients)

async function list(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql)
  return rows.map(({ name }) => name)
}

/** Tables with this column are spread by it. */
const tablesWith = (column: string) =>
  list(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = '${column}' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
// Every machine has the memberships: only there can one index see that a person has one partner at most.
const ofCouples = (await tablesWith('couple_id')).filter((table) => table !== 'membership')
const ofOwners = await tablesWith('owner_id')

test('each table is spread by the couple or by the owner, or is one of those that every machine has', async () => {
  const all = await list(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' order by 1`,
  )
  expect(ofCouples.filter((table) => ofOwners.includes(table))).toEqual([])
  expect(all.filter((table) => !ofCouples.includes(table) && !ofOwners.includes(table))).toEqual([
    ...['account', 'couple', 'invite', 'known_device', 'membership', 'person', 'session', 'throttle'],
  ])
})

test('each unique index of a table that is spread has the column by which it is spread', async () => {
  expect(
    await list(`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      where i.indisunique and c.relname = any ('{${[...ofCouples, ...ofOwners].join()}}')
        and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname in ('couple_id', 'owner_id'))`),
  ).toEqual([])
})

test('a foreign key between tables that are spread has the column on both sides; none leads into them from outside', async () => {
  const keys = await owner.query<{ name: string; from: string; to: string; pairs: string[] }>(
    `select k.conname as name, f.relname as from, t.relname as to,
       (select array_agg(a.attname || '=' || b.attname) from unnest(k.conkey, k.confkey) as p (x, y)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.x join pg_attribute b on b.attrelid = k.confrelid and b.attnum = p.y) as pairs
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  )
  expect(keys.rows.length).toBeGreaterThan(20)
  const wrong = keys.rows.filter(({ from, to, pairs }) => {
    if (ofCouples.includes(to)) return !(ofCouples.includes(from) && pairs.includes('couple_id=couple_id'))
    if (ofOwners.includes(to)) return !(ofOwners.includes(from) && pairs.includes('owner_id=owner_id'))
    return false
  })
  expect(wrong).toEqual([])
})

test('each statement on a table that is spread names the couple or the owner', async () => {
  const two = await lastingCouple(owner, clock.now())
  const sent = vi.spyOn(Object.getPrototypeOf(owner) as Client, 'query') // on every connection
  const planId = await onePlan(two)
  const ritualId = await agreed(two)
  const week = weekIdSchema.parse('2026-W48')
  await as(two.a, (scope) => item(two, planId)(paired(scope)))
  await as(two.a, (scope) => keepEntries(scope, { entries: [{ id: randomUUID(), sealed: sealed() }] }))
  await as(two.a, async (scope) => {
    const ours = paired(scope)
    await readWeek(ours, week)
    await readPlan(ours, planId)
    await readPlansToday(ours)
    await readCheckIn(ours, week)
    await readOpenRituals(ours)
    await readRitual(scope, ritualId)
    await readRituals(scope, {})
    await readDashboard(ours, {})
    await readMonth(scope, parseMonth('2026-11'))
    await readCouple(scope)
    await readHopes(scope)
    await readMoments(scope, {})
    await readSharedEntries(scope, {})
    await readCoupleReplies(scope, {})
    await readLines(scope, {})
    await readEntries(scope, {})
  })
  const statements = sent.mock.calls.map(([config]) =>
    typeof config === 'string' ? config : (config as { text: string }).text,
  )
  sent.mockRestore()
  const names = (table: string) => new RegExp(`\\b(from|join|into|update)\\s+("?public"?\\.)?"?${table}"?\\b`, 'i')
  const on = (tables: readonly string[]) => statements.filter((text) => tables.some((table) => names(table).test(text)))
  expect(on(ofCouples).length).toBeGreaterThan(15)
  expect(on(ofCouples).filter((text) => !/couple_id/.test(text))).toEqual([])
  expect(on(ofOwners).length).toBeGreaterThan(0)
  expect(on(ofOwners).filter((text) => !/owner_id/.test(text))).toEqual([])
})
