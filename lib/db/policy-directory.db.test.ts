// The directory: people, their accounts, sessions, couples and invites. What each person may see and change of ana's
// rows.
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/database'
import { policyNow, couples, may, putPeople, who, whoMay, type PolicyName } from '@/lib/testing/policy-people'
import { bundleOf } from '@/lib/testing/sealed'

const { owner, web } = await testDatabase()
const A = `'${who.ana}'`

beforeAll(() => putPeople(owner))

test('who sees ana’s rows', async () => {
  const sees = (sql: string) => whoMay(web, async () => ((await web.query(sql)).rowCount ?? 0) > 0)
  expect(await sees(`select id from person where id = ${A}`)).toEqual(['ana', 'ben'])
  expect(await sees(`select keyring from account where person_id = ${A}`)).toEqual(['ana'])
  expect(await sees(`select auth_hash from account where person_id = ${A}`)).toEqual([])
  expect(await sees(`select label from session where person_id = ${A}`)).toEqual(['ana'])
  expect(await sees(`select secret_hash from session where person_id = ${A}`)).toEqual([])
  expect(await sees('select 1 from known_device')).toEqual([])
  expect(await sees('select 1 from throttle')).toEqual([])
  await owner.query(`insert into sealed_use (owner_id, shard, bytes) values (${A}, 0, 4096)`)
  expect(await sees(`select bytes from sealed_use where owner_id = ${A}`)).toEqual(['ana'])
  expect(await sees(`select 1 from couple where id = '${couples.now}'`)).toEqual(['ana', 'ben'])
  expect(await sees(`select 1 from membership where couple_id = '${couples.now}' and person_id = ${A}`)).toEqual([
    'ana',
    'ben',
  ])
  expect(await sees(`select 1 from membership where couple_id = '${couples.former}' and person_id = ${A}`)).toEqual([
    'ana',
  ])
})

test('who changes or deletes ana’s rows', async () => {
  const changes = (sql: string) => whoMay(web, async () => (await web.query(sql)).rowCount === 1)
  expect(await changes(`update person set name = 'Z' where id = ${A}`)).toEqual(['ana'])
  expect(await changes(`update account set keyring = repeat('z', 80) where person_id = ${A}`)).toEqual(['ana'])
  expect(await changes(`update account set auth_hash = repeat('z', 32)::bytea where person_id = ${A}`)).toEqual([])
  expect(await changes(`update session set only_me = true where id = ${A}`)).toEqual(['ana'])
  expect(await changes(`delete from session where id = ${A}`)).toEqual(['ana'])
  expect(await changes(`update sealed_use set bytes = 0 where owner_id = ${A}`)).toEqual([])
  expect(await changes(`insert into sealed_use (owner_id, shard, bytes) values ('${who.xan}', 0, 0)`)).toEqual([])
  expect(
    await changes(`update membership set left_at = '${policyNow}' where person_id = ${A} and left_at is null`),
  ).toEqual([])
  expect(await changes(`update couple set ended_at = '${policyNow}' where id = '${couples.now}'`)).toEqual([])
})

test('only its inviter sees an invite, and only a person without a couple makes one', async () => {
  const invite = (
    owner: PolicyName,
  ) => `insert into invite (pair_id, inviter_id, token_hash, inviter_bundle, inviter_mac, week_start, created_at, expires_at)
    values (gen_random_uuid(), '${who[owner]}', repeat('t', 32)::bytea, '${JSON.stringify(bundleOf(who[owner]))}', repeat('m', 43), 1, '${policyNow}', '2026-11-27T12:00:00Z')`
  const makes = (person: PolicyName, owner: PolicyName) =>
    may(web, person, async () => (await web.query(invite(owner))).rowCount === 1)
  expect([
    await makes('eve', 'eve'),
    await makes('ana', 'ana'),
    await makes('eve', 'ana'),
    await makes('xan', 'xan'),
  ]).toEqual([true, false, false, true])
  await owner.query(invite('eve'))
  expect(await whoMay(web, async () => (await web.query('select pair_id from invite')).rowCount === 1)).toEqual(['eve'])
  await owner.query('delete from invite')
})
