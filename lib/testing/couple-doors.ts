// Joining and parting for *.db.test.ts, as the routes do it.
import { isRetryable } from '@/lib/db/sql-state'
import type { Client } from '@/lib/db/connection'
import { acceptInviteAs } from '@/lib/couples/doors'
import { readCouple } from '@/lib/couples/reads'
import { as, outcome } from './as-person'
import type { BareAccount, bareInvite } from './bare-accounts'

export type BareInvite = Awaited<ReturnType<typeof bareInvite>>

/**
 * Retries a transaction that lost a deadlock, as the route does, or that got no connection in time, as a client does.
 */
export async function retryAttempt<T>(work: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const crowded = typeof error === 'object' && error !== null && 'code' in error && error.code === '08006'
    if (left > 0 && (crowded || isRetryable(error))) return retryAttempt(work, left - 1)
    throw error
  }
}

/** Accepts an invite as this person. Returns 'done' or the code of the refusal. */
export const accept = (person: BareAccount, invite: BareInvite): Promise<string> =>
  outcome(retryAttempt(() => acceptInviteAs(person.secret, invite)))

/** Reads the couple as this person sees it. */
export const see = (person: BareAccount) => as(person, readCouple)

/** Reads the active memberships of these people, in the order of slots. */
export async function readActiveMemberships(owner: Client, ...people: BareAccount[]) {
  const { rows } = await owner.query<{ coupleId: string; slot: number; person: string }>(
    'select couple_id as "coupleId", slot, person_id as person from membership where person_id = any($1) and left_at is null order by couple_id, slot',
    [people.map(({ id }) => id)],
  )
  return rows
}
