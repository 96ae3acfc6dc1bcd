// The database refuses a name or a title that would rewrite what stands around it, whoever writes it.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { bareAccount } from '@/lib/testing/bare-accounts'
import { cloneDatabase, theCluster } from '@/lib/testing/cluster'
import { testDatabase } from '@/lib/testing/database'
import { nameParts } from '@/lib/testing/name-parts'
import { bundleOf } from '@/lib/testing/sealed'
import { shownText } from '@/lib/http/shown-text'
import { connect } from './connection'
import { migrate } from './migrate'

const { owner } = await testDatabase()

const accepts = async (id: string, name: string): Promise<boolean> => {
  try {
    await owner.query('update person set name = $1 where id = $2', [name, id])
    return true
  } catch (error) {
    expect((error as { code?: string }).code).toBe('23514')
    return false
  }
}

test('what the contract refuses in a name, the database refuses too', async () => {
  const { id } = await bareAccount(owner)
  const wrong = [
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '\u3164',
    '\u2800',
    '\ufeff',
    'No\nor',
    'No\u0007or',
    'No\u202eor',
    '\u2066Noor',
    'Noor\u200f',
  ]
  for (const name of wrong)
    expect([name, shownText(80).safeParse(name).success, await accepts(id, name)]).toEqual([name, false, false])
  for (const name of ['Noor', 'نور', 'می‌خواهم', '👩‍👩‍👧', '李', 'Zoë & Max', '-'])
    expect([name, shownText(80).safeParse(name).success, await accepts(id, name)]).toEqual([name, true, true])
})

test('what the contract takes out of a name, the database refuses, and it accepts all that is left', async () => {
  const { id } = await bareAccount(owner)
  const tower = (mark: string) => `No${mark.repeat(9)}or`
  for (const name of [
    ...[
      'No\u200bor',
      'Noor\u2060',
      '\ufeffNoor',
      'No\u00ador',
      'No\u3164or',
      'No\ufffcor',
      'No\u{1d173}or',
      'No\u{e0041}or',
    ],
    ...['\u0301', '\u0489', '\u05b8', '\u064b', '\u0e49', '\u0fb5', '\u20dd', '\ufe20', '\ufe0f', '\u200d'].map(tower),
  ]) {
    expect([escape(name), await accepts(id, name)]).toEqual([escape(name), false])
    expect(await accepts(id, shownText(80).parse(name))).toBe(true)
  }
  await fc.assert(
    fc.asyncProperty(nameParts, async (parts) => {
      const name = shownText(80).safeParse(parts.join(''))
      if (name.success) expect(await accepts(id, name.data)).toBe(true)
    }),
    { numRuns: 200 },
  )
  for (const name of ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'ཧྐྵྨླྺྼྻྂ', 'בְּרֵאשִׁ֖ית', 'Nguyễn'.normalize('NFD')])
    expect([name, await accepts(id, shownText(80).parse(name))]).toEqual([name, true])
})

test('every name and title has both rules', async () => {
  const shown = [
    'person.name',
    'plan.place',
    'plan.title',
    'plan.what',
    'plan_item.text',
    'ritual_terms.title',
    'session.label',
  ]
  for (const rule of ['shown', 'readable']) {
    const { rows } = await owner.query<{ column: string }>(
      `select conrelid::regclass || '.' || replace(conname, $1, '') as column from pg_constraint where conname like '%' || $1 order by 1`,
      [`_is_${rule}`],
    )
    expect(rows.map(({ column }) => column)).toEqual(shown)
  }
})

test('what was stored before the rule is corrected where it can be used again, and stays usable', async () => {
  const all = path.join(import.meta.dirname, '..', '..', 'prisma', 'migrations')
  const before = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  for (const name of readdirSync(all))
    if (/^\d{4}_/.test(name) && name < '0013')
      cpSync(path.join(all, name), path.join(before, name), { recursive: true })
  const database = await cloneDatabase(theCluster(), 'template0')
  const db = await connect(database.ownerUrl)
  onTestFinished(async () => {
    await db.end()
    await database.drop()
    rmSync(before, { recursive: true })
  })
  await migrate(database.ownerUrl, before)
  const [couple, person, ritual, terms] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await db.query(
    `insert into person (id, name, zone, bundle) values ($1, E'No\\u202eo\\u200b' || repeat(E'\\u0301', 20) || 'r', 'Europe/Lisbon', $2)`,
    [person, JSON.stringify(bundleOf(person))],
  )
  await db.query(`insert into couple (id, week_start, started_at) values ($1, 1, '2026-01-01')`, [couple])
  await db.query(`insert into membership (couple_id, person_id, slot, joined_at) values ($1, $2, 1, '2026-01-01')`, [
    couple,
    person,
  ])
  await db.query('insert into ritual (couple_id, id, proposer_id, proposed_at) values ($1, $2, $3, now())', [
    couple,
    ritual,
    person,
  ])
  await db.query(
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
      values ($1, $2, $3, $4, now(), E'\\u200b', '{experiential}', '{2}', '2026-11-03', 1, '08:00', 60, 'Europe/Lisbon', 1)`,
    [couple, terms, ritual, person],
  )
  await migrate(database.ownerUrl, all)
  const title = (await db.query<{ title: string }>('select title from ritual_terms')).rows[0]?.title
  expect(title).toBe('?')
  expect((await db.query<{ name: string }>('select name from person')).rows[0]?.name).toBe(`No o${'\u0301'.repeat(8)}r`)
  await db.query(`update person set zone = 'UTC'`)
})
