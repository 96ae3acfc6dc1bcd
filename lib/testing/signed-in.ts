// For tests of raw requests, without a device: the people of policy-people, each with a session cookie.
import { createHash } from 'node:crypto'
import type { Client } from '@/lib/db/connection'
import { putPeople, who, type PolicyName } from './policy-people'

const secretOf = (name: PolicyName) => createHash('sha256').update(`the session of ${name}`).digest('base64url')

/** The session cookie of a person, as a browser on http://localhost sends it. */
export const cookieOf = (name: PolicyName): string => `fivefold-session=${secretOf(name)}`

/** Gives a session back to everybody who lost theirs. */
export async function renewSessions(owner: Client): Promise<void> {
  for (const [name, id] of Object.entries(who))
    await owner.query(
      `insert into session (id, person_id, secret_hash, only_me, label, signed_in_on, last_used_on, expires_at)
       values ($1, $1, $2, false, 'a browser', '2026-11-24', '2026-11-24', '2026-12-24T00:00:00Z') on conflict do nothing`,
      [
        id,
        createHash('sha256')
          .update(secretOf(name as PolicyName))
          .digest(),
      ],
    )
}

/** Puts the people into the database by its owner. */
export async function putSignedIn(owner: Client): Promise<void> {
  await putPeople(owner)
  for (const [name, id] of Object.entries(who)) {
    await owner.query('update session set secret_hash = $1 where person_id = $2', [
      createHash('sha256')
        .update(secretOf(name as PolicyName))
        .digest(),
      id,
    ])
  }
}
