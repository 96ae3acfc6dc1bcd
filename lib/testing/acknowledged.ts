// For the suites that kill the app or the database: writers that send each write until it is acknowledged, and remember it.
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../db/connection.ts'
import { parseDay } from '../time/day.ts'
import type { ServedCouple, ServedPerson } from './served-couples.ts'
import { validProposal } from './valid-proposal.ts'

/** A sealed row as it was acknowledged. */
type KeptRow = Readonly<{ table: string; id: string; sealed: string }>

const tables = ['private_entry', 'shared_entry', 'moment'] as const
const day = parseDay('2026-11-24')

/** Of what somebody wrote: what was acknowledged, and no more. Fails where the server refuses a valid write. */
export class AcknowledgedWrites {
  /** Requests that were acknowledged. */
  count = 0
  /** Sealed rows by their table and id; of a row that was changed, its newest version. */
  readonly #rows = new Map<string, KeptRow>()
  readonly #rituals: string[] = []
  /** Ids that were sent together: all of them are there, or none. */
  readonly #batches: string[][] = []

  /** Writes as this person until `isOver`. `origin` may have no server for some time. */
  async write(origin: string, couple: ServedCouple, person: ServedPerson, isOver: () => boolean): Promise<void> {
    const send = (method: string, address: string, body: unknown, more = {}) =>
      this.#untilDone(isOver, () =>
        fetch(origin + address, {
          method,
          headers: { origin, cookie: person.cookie, 'content-type': 'application/json', ...more },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(20_000),
        }),
      )
    const kinds = [
      () => this.#keepBatch(send),
      () => this.#changePage(send),
      () => this.#share(send, couple.coupleId),
      () => this.#logMoment(send, couple.coupleId),
      () => this.#propose(send, couple.coupleId),
    ]
    const refused = new Set<number>()
    while (!isOver()) {
      const open = [0, 1, 2, 3, 4].filter((kind) => !refused.has(kind))
      const kind = open[randomInt(open.length)] ?? 0
      if ((await kinds[kind]?.()) === 'full') refused.add(kind)
    }
  }

  /** Acknowledged rows that are not in the database as they were, rituals without their parts, and batches of which a part is missing. */
  async lost(db: Client): Promise<string[]> {
    const stored = new Map<string, string>()
    for (const table of tables) {
      const { rows } = await db.query<{ id: string; sealed: Buffer }>(`select id, sealed from ${table}`)
      for (const { id, sealed } of rows) stored.set(`${table} ${id}`, sealed.toString('base64url'))
    }
    const lost = [...this.#rows].filter(([key, { sealed }]) => stored.get(key) !== sealed).map(([key]) => key)
    for (const batch of this.#batches) {
      const there = batch.filter((id) => stored.has(`private_entry ${id}`))
      if (there.length > 0 && there.length < batch.length) lost.push(`batch ${batch.join()}`)
    }
    const complete = await db.query<{ id: string }>(
      'select r.id from ritual r join ritual_terms t on t.ritual_id = r.id join agreement a on a.terms_id = t.id',
    )
    const completeIds = new Set(complete.rows.map(({ id }) => id))
    lost.push(...this.#rituals.filter((id) => !completeIds.has(id)).map((id) => `ritual ${id}`))
    if ((await db.query('select from ritual')).rowCount !== completeIds.size) lost.push('a ritual without its terms')
    const parts = await db.query(
      'select from moment m where 2 <> (select count(*) from moment_part p where p.moment_id = m.id)',
    )
    if (parts.rowCount !== 0) lost.push('a moment without its parts')
    return lost
  }

  /** One hash of all acknowledged rows, and one of the same rows as the database has them now. */
  async checksums(db: Client): Promise<[acknowledged: string, stored: string]> {
    const [acknowledged, stored] = [createHash('sha256'), createHash('sha256')]
    for (const table of tables) {
      const kept = [...this.#rows.values()].filter((row) => row.table === table).sort((a, b) => (a.id < b.id ? -1 : 1))
      for (const { id, sealed } of kept) acknowledged.update(`${table} ${id} ${sealed}\n`)
      const { rows } = await db.query<{ id: string; sealed: Buffer }>(
        `select id, sealed from ${table} where id = any($1) order by id`,
        [kept.map(({ id }) => id)],
      )
      for (const { id, sealed } of rows) stored.update(`${table} ${id} ${sealed.toString('base64url')}\n`)
    }
    return [acknowledged.digest('hex'), stored.digest('hex')]
  }

  async #untilDone(isOver: () => boolean, send: () => Promise<Response>): Promise<'done' | 'full' | 'over'> {
    while (!isOver()) {
      const answer = await send().catch(() => null)
      const body = answer?.ok ? null : ((await answer?.json().catch(() => null)) as { code?: string } | null)
      if (answer?.ok) {
        // an answer that is cut short is none
        if ((await answer.text().catch(() => null)) === null) continue
        this.count += 1
        return 'done'
      }
      if (body?.code === 'too-much') return 'full'
      // a page that this person changed is found changed, by a request of which no answer came
      if (body?.code === 'version-changed') return 'done'
      if (answer && answer.status !== 503) throw new Error(`${answer.status} ${JSON.stringify(body)}`)
      await pause(20)
    }
    return 'over'
  }

  #keep(table: (typeof tables)[number], id: string, sealed: string): void {
    this.#rows.set(`${table} ${id}`, { table, id, sealed })
  }

  async #keepBatch(send: Send): Promise<SendResult> {
    const entries = Array.from({ length: 3 }, () => ({ id: randomUUID(), sealed: newSealed() }))
    this.#batches.push(entries.map(({ id }) => id))
    const result = await send('POST', '/api/entries', { entries })
    if (result === 'done') for (const { id, sealed } of entries) this.#keep('private_entry', id, sealed)
    return result
  }

  /** A page of its own, changed once: nobody else writes to it. */
  async #changePage(send: Send): Promise<SendResult> {
    const [id, first, second] = [randomUUID(), newSealed(), newSealed()]
    const made = await send('POST', '/api/entries', { entries: [{ id, sealed: first }] })
    if (made !== 'done') return made
    const result = await send('PUT', `/api/entries/${id}`, { sealed: second }, { 'if-match': '"1"' })
    if (result === 'done') this.#keep('private_entry', id, second)
    return result
  }

  async #share(send: Send, coupleId: string): Promise<SendResult> {
    const [id, sealed] = [randomUUID(), newSealed()]
    const page = { id, coupleId, kind: 'voice', types: ['physical'], day, sealed }
    const result = await send('POST', '/api/shared-entries', page)
    if (result === 'done') this.#keep('shared_entry', id, sealed)
    return result
  }

  async #logMoment(send: Send, coupleId: string): Promise<SendResult> {
    const [id, sealed] = [randomUUID(), newSealed()]
    const result = await send('POST', '/api/moments', { id, coupleId, day, types: ['emotional'], who: 'both', sealed })
    if (result === 'done') this.#keep('moment', id, sealed)
    return result
  }

  async #propose(send: Send, coupleId: string): Promise<SendResult> {
    const ritual = { ...validProposal(), coupleId }
    const result = await send('POST', '/api/rituals', ritual)
    if (result === 'done') this.#rituals.push(ritual.id)
    return result
  }
}

type SendResult = 'done' | 'full' | 'over'
type Send = (method: string, address: string, body: unknown, more?: Record<string, string>) => Promise<SendResult>

const newSealed = () => randomBytes(300).toString('base64url')
