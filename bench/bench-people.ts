// People and couples by SQL alone, with sessions that do not end: for measures that open nothing that is sealed.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Client } from '../lib/db/connection'
import { bundleOf } from '../lib/testing/sealed'

/** `cookie` is the header of their browser. */
export type BenchPerson = Readonly<{ id: string; cookie: string }>

/** Inserts a person with an account and a session. */
export async function putPerson(db: Client): Promise<BenchPerson> {
  const id = randomUUID()
  await db.query(`insert into person (id, name, zone, bundle) values ($1, 'Noor', 'Europe/Lisbon', $2)`, [
    id,
    JSON.stringify(bundleOf(id)),
  ])
  await db.query(
    `insert into account (person_id, email, email_key, locale, kdf, salt, auth_hash, recovery_hash, vk_pw, vk_rec, keyring, keyring_rev)
     values ($1, $2, $2, 'en', 1, repeat('s', 22), repeat('a', 32)::bytea, repeat('r', 32)::bytea, repeat('w', 80), repeat('w', 80), repeat('k', 80), 1)`,
    [id, `${id}@example.test`],
  )
  return { id, cookie: await putLastingSession(db, id) }
}

/** Adds a session that lasts until 2099, and returns the header of its cookie. */
async function putLastingSession(db: Client, personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await db.query(
    `insert into session (id, person_id, secret_hash, only_me, label, signed_in_on, last_used_on, expires_at)
     values ($1, $2, $3, true, 'a browser', '2026-01-01', '2026-01-01', '2099-01-01')`,
    [randomUUID(), personId, createHash('sha256').update(secret).digest()],
  )
  return `fivefold-session=${secret}`
}

/** A thousand private pages of 1.4 kB. */
export const putThousandPages = (db: Client, ownerId: string): Promise<unknown> =>
  db.query(
    `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
     select $1, gen_random_uuid(), 1, decode(repeat('5a', 1400), 'hex'), timestamptz '2026-01-01' + n * interval '1 minute', '2026-01-01'
     from generate_series(1, 1000) n`,
    [ownerId],
  )
