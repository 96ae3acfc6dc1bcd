// For tests of the journal's rows: policy-people's couples with sessions whose secrets are known.
import { createHash } from 'node:crypto'
import type { Client } from '@/lib/db/connection'
import type { Scope } from '@/lib/db/with-viewer'
import { as } from './as-person'
import { putPeople, who, type PolicyName } from './policy-people'
import type { TestClock } from './test-seams'

/** The session secret of a person of policy-people.ts: 32 bytes as base64url, as in the cookie. */
export const sessionSecretOf = (name: PolicyName): string =>
  createHash('sha256').update(`secret of ${name}`).digest('base64url')

/** Adds the people of policy-people.ts, each with one session, whose secret `sessionSecretOf` gives. */
export async function putPeopleWithSecrets(owner: Client): Promise<void> {
  await putPeople(owner)
  for (const [name, id] of Object.entries(who)) {
    const hash = createHash('sha256')
      .update(sessionSecretOf(name as PolicyName))
      .digest()
    await owner.query('update session set secret_hash = $1 where person_id = $2', [hash, id])
  }
}

/** Runs `work` as one of these people. */
export const asNamed = <T>(name: PolicyName, work: (scope: Scope) => Promise<T>): Promise<T> =>
  as({ secret: sessionSecretOf(name) }, work)

/** As `asNamed`, with the clock one second later at each call, so that no two rows have the same instant. */
export const secondBySecond =
  (clock: TestClock) =>
  <T>(name: PolicyName, work: (scope: Scope) => Promise<T>): Promise<T> => {
    clock.on(1000)
    return asNamed(name, work)
  }
