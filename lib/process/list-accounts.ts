// `npm run accounts`: who has an account here. It shows no more than /privacy says that the host can read, and changes nothing.
import * as z from 'zod'
import { withConnection } from '../db/connection.ts'
import { dataFolderOf } from '../db/data-folder.ts'
import { findRunningDatabase } from '../db/running-database.ts'
import { existingSecret } from '../db/secret.ts'
import { readEnv } from '../env.ts'
import { lastWords, PlainFailure } from '../plain-failure.ts'

type Listing = Readonly<{
  root: string
  /** Whether emails are shown too. */
  emails: boolean
  say: (line: string) => void
  /** Prints a sentence and exits. */
  giveUp: (sentence: string) => never
}>

/** Says the accounts of this installation. Its database has to run. */
export async function listAccountsNow({ root, emails, say, giveUp }: Listing): Promise<void> {
  try {
    const env = readEnv()
    const folder = dataFolderOf(root, env.DATA_DIR)
    const secret = existingSecret(folder, env.SECRET)
    if (secret === undefined) throw new PlainFailure(`There is no secret in ${folder}. Is DATA_DIR right?`)
    const { ownerUrl } = await findRunningDatabase(folder, secret, env)
    for (const line of await accountLines(ownerUrl, { emails })) say(line)
  } catch (error) {
    giveUp(lastWords(error))
  }
}

const Rows = z.array(z.object({ name: z.string(), email: z.string(), lastUsedOn: z.string().nullable() }))

/** The number of accounts, then one line for each, by name. */
export async function accountLines(ownerUrl: string, { emails }: Readonly<{ emails: boolean }>): Promise<string[]> {
  const accounts = await withConnection(ownerUrl, async (db) => {
    await db.query('set default_transaction_read_only = on')
    const { rows } = await db.query(`select p.name, a.email,
        (select max(s.last_used_on)::text from session s where s.person_id = p.id) as "lastUsedOn"
      from account a join person p on p.id = a.person_id order by lower(p.name), p.id`)
    return Rows.parse(rows)
  })
  return [
    accounts.length === 1 ? 'one account' : `${accounts.length} accounts`,
    ...accounts.map(
      ({ name, email, lastUsedOn }) =>
        `${name}${emails ? ` <${email}>` : ''}, ${lastUsedOn ? `last used on ${lastUsedOn}` : 'signed in on no device'}`,
    ),
  ]
}
