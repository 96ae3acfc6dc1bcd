// Rules for every table, checked against PostgreSQL's catalogue, so that they apply to new tables too.
import { expect, test } from 'vitest'
import { BYTE_SIZES } from '@/lib/http/bytes'
import { testDatabase } from '@/lib/testing/database'

const { owner } = await testDatabase()
const web = 'fivefold_web'
const bookkeeping = '_prisma_migrations'

async function list(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql)
  return rows.map(({ name }) => name)
}

test('row-level security is enabled on every table and forced on none, so that the owner passes it', async () => {
  const tables = `from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and relname <> '${bookkeeping}'`
  expect(await list(`select relname as name ${tables} and (not relrowsecurity or relforcerowsecurity)`)).toEqual([])
  expect((await list(`select relname as name ${tables}`)).length).toBeGreaterThan(15)
})

test('each command that the web role may run on a table has a policy', async () => {
  expect(
    await list(`
    select g.table_name || ' ' || lower(g.privilege_type) as name
    from (select distinct table_name, privilege_type from information_schema.column_privileges where grantee = '${web}'
          union select distinct table_name, privilege_type from information_schema.table_privileges where grantee = '${web}') g
    join pg_class c on c.relname = g.table_name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    where not exists (select from pg_policy p where p.polrelid = c.oid
      and p.polcmd = case g.privilege_type when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' when 'DELETE' then 'd' end)`),
  ).toEqual([])
})

test('no policy lets a forgotten enter pass: each calls the gate, which fails without its settings', async () => {
  const expressions = await list(
    `select coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as name from pg_policy`,
  )
  expect(expressions.length).toBeGreaterThan(60)
  expect(expressions.filter((text) => /current_setting|nullif|coalesce/i.test(text))).toEqual([])
  // `SELECT gate.person() AS person`: evaluated once per statement
  expect(
    expressions.filter(
      (text) => !/SELECT gate\.(person|couple|session)\(\)/.test(text) || /(?<!SELECT )gate\./.test(text),
    ),
  ).toEqual([])
  expect(
    await list(`select proname || ': ' || pg_get_function_sqlbody(oid) as name from pg_proc
      where pronamespace = 'gate'::regnamespace and prolang = (select oid from pg_language where lanname = 'sql') order by 1`),
  ).toEqual([
    `couple: RETURN (current_setting('app.couple'::text))::uuid`,
    `person: RETURN (current_setting('app.person'::text))::uuid`,
    `session: RETURN (current_setting('app.session'::text))::uuid`,
  ])
})

test('the web role owns nothing, is not a superuser, and bypasses no policy', async () => {
  expect(
    await list(`select relname as name from pg_class where relowner = '${web}'::regrole
    union all select proname from pg_proc where proowner = '${web}'::regrole`),
  ).toEqual([])
  expect(
    await list(
      `select rolname as name from pg_roles where rolname = '${web}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    ),
  ).toEqual([])
})

test('these functions run with their owner’s rights, and the web role may call one of them', async () => {
  const definers = `from pg_proc where prosecdef and pronamespace in ('public'::regnamespace, 'gate'::regnamespace)`
  expect(await list(`select proname as name ${definers} order by 1`)).toEqual([
    'count_sealed',
    'enter',
    'felt_goes_with_mark',
    'parts_follow',
    'replies_follow',
    'reply_keeps_page',
    'reveal',
  ])
  expect(await list(`select proname as name ${definers} and has_function_privilege('${web}', oid, 'execute')`)).toEqual(
    ['enter'],
  )
  expect(
    await list(`select proname as name ${definers} and not (proconfig @> array['search_path=pg_catalog, pg_temp'])`),
  ).toEqual([])
})

test('the web role deletes only rows whose ids the server made', async () => {
  expect(
    await list(
      `select distinct table_name as name from information_schema.table_privileges where grantee = '${web}' and privilege_type in ('DELETE', 'TRUNCATE')`,
    ),
  ).toEqual(['session'])
})

test('couple-owned tables begin every key with couple_id, own-only tables with owner_id', async () => {
  expect(
    await list(`
    select c.conrelid::regclass || ' ' || c.conname as name from pg_constraint c
    join pg_attribute first on first.attrelid = c.conrelid and first.attnum = c.conkey[1]
    where c.contype in ('p', 'u') and c.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname in ('couple_id', 'owner_id') and not a.attisdropped)
      and first.attname not in ('couple_id', 'owner_id')`),
  ).toEqual([])
  expect(
    await list(`
    select c.conrelid::regclass || ' -> ' || c.confrelid::regclass as name from pg_constraint c
    join pg_attribute first on first.attrelid = c.conrelid and first.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'couple_id' and not a.attisdropped)
      and first.attname <> 'couple_id'`),
  ).toEqual([])
})

test('every column of sealed bytes, keys, hashes and signatures has a least and a greatest size', async () => {
  const checks = `select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]`
  const columns = `from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '${bookkeeping}'`
  const bytes = await list(
    `select c.relname || '.' || a.attname as name ${columns} and a.atttypid = 'bytea'::regtype order by 1`,
  )
  expect(bytes.length).toBeGreaterThan(14)
  expect(
    await list(`select c.relname || '.' || a.attname as name ${columns} and a.atttypid = 'bytea'::regtype and not exists (${checks}
      and pg_get_constraintdef(k.oid) ~ format('octet_length\\(%s\\) (= \\d|>= [1-9]\\d*\\) AND \\(octet_length\\(%1$s\\) <= \\d)', a.attname))`),
  ).toEqual([])
  // bytes that are kept as base64url, and public keys
  expect(
    await list(`select c.relname || '.' || a.attname as name ${columns} and a.atttypid = 'text'::regtype
      and a.attname ~ '(salt|vk_|keyring|_mac|bundle|_key$|signature)' and a.attname <> 'email_key' and not exists (${checks}
      and pg_get_constraintdef(k.oid) ~ '(octet_length.*>=.*<=|\\{\\d+\\})')`),
  ).toEqual([])
})

test('sealed texts have the sizes of the contracts in the database too', async () => {
  const { least, greatest } = BYTE_SIZES.sealed
  const tables =
    await list(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'sealed'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
  expect(
    await list(`select conrelid::regclass::text as name from pg_constraint where conname = 'sealed_size' and not convalidated
      and pg_get_constraintdef(oid) like '%octet_length(sealed) >= ${least}) AND (octet_length(sealed) <= ${greatest})%' order by 1`),
  ).toEqual(tables)
})

test('no default, policy or function reads the clock: the time is an argument', async () => {
  expect(
    await list(`select pg_get_expr(adbin, adrelid) as name from pg_attrdef where adrelid <> '${bookkeeping}'::regclass
    and pg_get_expr(adbin, adrelid) ~* 'now\\(|current_timestamp|clock_timestamp|current_date'`),
  ).toEqual([])
  expect(
    await list(`select proname as name from pg_proc where pronamespace in ('public'::regnamespace, 'gate'::regnamespace)
    and prosrc ~* '\\m(now|clock_timestamp|statement_timestamp)\\(|current_timestamp|current_date'`),
  ).toEqual([])
})

test('PostgreSQL writes commits to the disk before it answers', async () => {
  const { rows } = await owner.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  expect(rows[0]).toEqual({ fsync: 'on', commit: 'on' })
})
