import * as z from 'zod'
import { EMAIL_KEY_RULE, emailKey } from '../accounts/email-key.ts'
import { errorCodeOf, type Client } from '../db/connection.ts'

const Rows = z.array(z.object({ id: z.string(), email: z.string(), key: z.string() }))

/** By what the keys were made: the rule, and the Unicode data that it uses. The column's comment says it. */
const MADE_BY = `rule ${EMAIL_KEY_RULE}, Unicode ${process.versions['unicode']}`

/**
 * Gives accounts from before the present rule of `emailKey` their keys by it. SQL can't write a domain in its ASCII
 * form, so this is done after the migrations, at the first start with another rule or other Unicode data; a later start
 * reads no account. Accounts that would get one key keep the ones they have. All rules agree for plain ASCII without a
 * dot at the end.
 */
export async function renewEmailKeys(db: Client): Promise<void> {
  if ((await readMadeBy(db)) === MADE_BY) return
  const { rows } = await db.query(
    `select person_id as id, email, email_key as key from account where email_key ~ '[^ -~]' or email ~ '[^ -~]|\\.\\s*$'`,
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
  await db.query(`comment on column account.email_key is '${MADE_BY}'`)
}

async function readMadeBy(db: Client): Promise<string | null> {
  const { rows } = await db.query<{ comment: string | null }>(
    `select col_description(attrelid, attnum) as comment from pg_attribute where attrelid = 'account'::regclass and attname = 'email_key'`,
  )
  return rows[0]?.comment ?? null
}
