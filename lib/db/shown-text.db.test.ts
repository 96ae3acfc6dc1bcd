// The database refuses a name or a title that would rewrite what stands around it, whoever writes it.
import { expect, test } from 'vitest'
import { bareAccount } from '@/lib/testing/bare-accounts'
import { testDatabase } from '@/lib/testing/database'
import { shownText } from '@/lib/http/shown-text'

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

test('every name and title has the rule', async () => {
  const { rows } = await owner.query<{ rule: string }>(
    `select conrelid::regclass || '.' || conname as rule from pg_constraint where conname like '%\\_is\\_shown' order by 1`,
  )
  expect(rows.map(({ rule }) => rule)).toEqual([
    'person.name_is_shown',
    'plan.place_is_shown',
    'plan.title_is_shown',
    'plan.what_is_shown',
    'plan_item.text_is_shown',
    'ritual_terms.title_is_shown',
    'session.label_is_shown',
  ])
})
