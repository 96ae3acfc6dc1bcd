import { expect, test } from 'vitest'
import { testDatabase } from '../testing/database'
import { putPeople } from '../testing/policy-people'
import { accountLines } from './list-accounts'

const { owner, ownerUrl } = await testDatabase()

test('accounts are listed by name, with the day of last use, and with emails only where they are asked for', async () => {
  expect(await accountLines(ownerUrl, { emails: true })).toEqual(['0 accounts'])
  await putPeople(owner)
  const { rows } = await owner.query<{ name: string; email: string }>(
    'select name, email from person join account on person_id = id order by lower(name), id',
  )
  await owner.query('delete from session where person_id = (select id from person order by lower(name), id limit 1)')
  await owner.query(`update session set last_used_on = '2026-11-24'`)
  const [, first, ...others] = await accountLines(ownerUrl, { emails: false })
  expect(first).toBe(`${rows[0]?.name}, signed in on no device`)
  expect(others).toContain(`${rows[1]?.name}, last used on 2026-11-24`)
  const withEmails = await accountLines(ownerUrl, { emails: true })
  expect(withEmails).toHaveLength(rows.length + 1)
  for (const [index, { name, email }] of rows.entries()) {
    expect([first, ...others].join()).not.toContain(email)
    expect(withEmails[index + 1]).toContain(`${name} <${email}>, `)
  }
})
