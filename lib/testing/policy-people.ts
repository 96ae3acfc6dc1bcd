// For tests of policies: people in every relation to one person, inserted by the database's owner, past every policy.
import type { Client } from '@/lib/db/connection'
import { bundleOf } from './sealed'

/** The ids of all people. `ana` and `ben` are a couple; `ana` and `xan` were one; `cleo` and `dov` are another; `eve` is alone. */
export const who = {
  ana: '00000000-0000-4000-8000-00000000000a',
  ben: '00000000-0000-4000-8000-00000000000b',
  cleo: '00000000-0000-4000-8000-00000000000c',
  dov: '00000000-0000-4000-8000-00000000000d',
  eve: '00000000-0000-4000-8000-00000000000e',
  xan: '00000000-0000-4000-8000-00000000000f',
} as const

export const couples = {
  now: '00000000-0000-4000-8000-0000000000ab',
  other: '00000000-0000-4000-8000-0000000000cd',
  former: '00000000-0000-4000-8000-0000000000af',
} as const

export type PolicyName = keyof typeof who

export const policyNow = '2026-11-24T12:00:00Z'

/** The stored hash of a person's session. */
export const sessionHash = (name: PolicyName): Buffer => Buffer.from(`session of ${name}`.padEnd(32))

/** Inserts the people, their accounts and sessions, and the three couples. */
export async function putPeople(owner: Client): Promise<void> {
  for (const [name, id] of Object.entries(who)) {
    const bundle = JSON.stringify(bundleOf(id))
    await owner.query(`insert into person (id, name, zone, bundle) values ($1, $2, 'Europe/Lisbon', $3)`, [
      id,
      name,
      bundle,
    ])
    await owner.query(
      `insert into account (person_id, email, email_key, locale, kdf, salt, auth_hash, recovery_hash, vk_pw, vk_rec, keyring, keyring_rev)
       values ($1, $2, $2, 'en', 1, repeat('s', 22), repeat('a', 32)::bytea, repeat('r', 32)::bytea, repeat('w', 80), repeat('w', 80), repeat('k', 80), 1)`,
      [id, `${name}@example.test`],
    )
    await owner.query(
      `insert into session (id, person_id, secret_hash, only_me, label, signed_in_on, last_used_on, expires_at)
       values ($1, $1, $2, false, 'a browser', '2026-11-24', '2026-11-24', '2026-12-24T00:00:00Z')`,
      [id, sessionHash(name as PolicyName)],
    )
  }
  const couple = async (id: string, first: PolicyName, second: PolicyName, ended: string | null) => {
    await owner.query(
      `insert into couple (id, week_start, started_at, started_on, ended_at) values ($1, 1, '2026-01-01', '2026-01-01', $2)`,
      [id, ended],
    )
    for (const [slot, name] of [
      [1, first],
      [2, second],
    ] as const) {
      await owner.query(
        `insert into membership (couple_id, person_id, slot, joined_at, left_at) values ($1, $2, $3, '2026-01-01', $4)`,
        [id, who[name], slot, ended],
      )
    }
  }
  await couple(couples.former, 'ana', 'xan', '2026-02-01T00:00:00Z')
  await couple(couples.now, 'ana', 'ben', null)
  await couple(couples.other, 'cleo', 'dov', null)
}

/** Runs SQL as the web role in a transaction that entered as a person (or as nobody), and rolls it back. */
export async function asPerson<T>(web: Client, name: PolicyName | null, work: () => Promise<T>): Promise<T> {
  await web.query('begin')
  try {
    if (name) await web.query('select from gate.enter($1, $2)', [sessionHash(name), policyNow])
    return await work()
  } finally {
    await web.query('rollback')
  }
}

/** One person in each relation to ana, and nobody (not entered). */
const persons = ['ana', 'ben', 'xan', 'cleo', 'eve', null] as const
export type PolicyPerson = (typeof persons)[number]

/**
 * Whether a person may do it, tried as `asPerson` does. A refusal is a missing permission, a policy, or a missing enter. Any other error is
 * a mistake in the test, and is thrown.
 */
export async function may(web: Client, name: PolicyName | null, attempt: () => Promise<boolean>): Promise<boolean> {
  try {
    return await asPerson(web, name, attempt)
  } catch (error) {
    if (['42501', '42704', '22P02'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

/** Those of `persons` who may do it. */
export async function whoMay(web: Client, attempt: () => Promise<boolean>): Promise<PolicyPerson[]> {
  const able: PolicyPerson[] = []
  for (const person of persons) if (await may(web, person, attempt)) able.push(person)
  return able
}
