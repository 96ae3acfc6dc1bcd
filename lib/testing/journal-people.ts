// For tests of the journal's rows: policy-people's couples with sessions whose secrets are known.
import { createHash } from 'node:crypto'
import type { Client } from '@/lib/db/connection'
import { putPeople, who, type Who } from './policy-people'

/** The session secret of somebody of policy-people.ts: 32 bytes as base64url, as a cookie carries it. */
export const secretOf = (name: Who): string => createHash('sha256').update(`secret of ${name}`).digest('base64url')

/** The people of policy-people.ts, each with one session that `secretOf` opens. */
export async function putPeopleWithSecrets(owner: Client): Promise<void> {
  await putPeople(owner)
  for (const [name, id] of Object.entries(who)) {
    const hash = createHash('sha256').update(secretOf(name as Who)).digest()
    await owner.query('update session set secret_hash = $1 where person_id = $2', [hash, id])
  }
}
