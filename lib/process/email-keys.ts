import * as z from 'zod'
import { emailKey } from '../accounts/email-key.ts'
import { errorCodeOf, type Client } from '../db/connection.ts'

const Rows = z.array(z.object({ id: z.string(), email: z.string(), key: z.string() }))

/**
 * Gives accounts from before the present rule of `emailKey` their keys by it. SQL can't write a domain in its ASCII
 * form, so this is done after the migrations, at every start: it changes nothing the second time. Accounts that would get
 * one key keep the ones they have. Both rules agree for plain ASCII.
 */
export async function renewEmailKeys(db: Client): Promise<void> {
  const { rows } = await db.query(
    `select person_id as id, email, email_key as key from account where email_key ~ '[^ -~]' or email ~ '[^ -~]'`,
  )
  const renewed = Rows.parse(rows).map((row) => ({ ...row, next: emailKey(row.email) }))
  const wanted = new Map<string, number>()
  for (const { next } of renewed) wanted.set(next, (wanted.get(next) ?? 0) + 1)
  for (const { id, key, next } of renewed) {
    if (key === next || wanted.get(next) !== 1) continue
    try {
      await db.query('update account set email_key = $1 where person_id = $2 and email_key = $3', [next, id, key])
    } catch (error) {
      if (errorCodeOf(error) !== '23505') throw error // taken: it keeps the key it has
    }
  }
}
