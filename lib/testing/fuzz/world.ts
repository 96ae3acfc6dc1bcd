// Who sends the requests of the fuzz, and what answers have shown so far: valid requests name rows that exist.
import type { Contract } from '@/lib/http/contract'
import { couples, who, type PolicyName } from '../policy-people'
import { cookieOf } from '../signed-in'
import type { Dice } from './dice'

export type FuzzActor = Readonly<{ name: PolicyName; id: string; coupleId: string | null; cookie: string }>

const coupleOf: Readonly<Partial<Record<PolicyName, string>>> = {
  ana: couples.now,
  ben: couples.now,
  cleo: couples.other,
  dov: couples.other,
}

export const fuzzActors: readonly FuzzActor[] = (Object.keys(who) as PolicyName[]).map((name) => ({
  name,
  id: who[name],
  coupleId: coupleOf[name] ?? null,
  cookie: cookieOf(name),
}))

/** A row as an answer had it. */
export type SeenRow = Readonly<Record<string, unknown> & { id: string }>

/** An account that the fuzz made, with what signs in to it. */
export type FuzzAccount = {
  /** Of a session, once the fuzz signed in. */
  cookie?: string
  email: string
  authKey: string
  recoveryAuth: string
  ticket?: string
  keyringRev?: number
}

/** The kind of row that each part of an answer holds. */
const KIND_OF_PART: Readonly<Record<string, string>> = {
  plans: 'plans',
  ahead: 'plans',
  plan: 'plans',
  items: 'items',
  terms: 'terms',
  suggested: 'terms',
  held: 'terms',
  meanings: 'meanings',
  lines: 'lines',
  notes: 'notes',
  closing: 'closings',
  sessions: 'sessions',
  versions: 'terms',
}

/** The kind of row that a parameter names, where the path does not say so. */
const KIND_OF_PARAMETER: Readonly<Record<string, string>> = {
  pageId: 'shared-entries',
  replyId: 'replies',
  momentId: 'moments',
  itemId: 'items',
  pairId: 'invites',
  sessionId: 'sessions',
  ritualId: 'rituals',
  termsId: 'terms',
  meaningId: 'meanings',
  lineId: 'lines',
}

/** The kind of row that a contract is about. */
export const kindOf = ({ path }: Pick<Contract, 'path'>): string =>
  path.endsWith('/replies') || path.endsWith('{replyId}')
    ? 'replies'
    : path.endsWith('{itemId}')
      ? 'items'
      : (path.split('/')[2] ?? '')

export const kindOfParameter = (contract: Pick<Contract, 'path'>, name: string): string =>
  KIND_OF_PARAMETER[name] ?? contract.path.split('/')[2] ?? ''

const MOST_ROWS = 40

export class FuzzWorld {
  readonly accounts: FuzzAccount[] = []
  /** Tokens of invites, by the invite's id. */
  readonly tokens = new Map<string, string>()
  /** Invites that were made, the newest last. */
  readonly invites: string[] = []
  /** The newest version of closing each month. */
  readonly closings = new Map<string, SeenRow>()
  csrf: { token: string; cookie: string } | null = null
  weekVersion = ''
  readonly #rows = new Map<string, SeenRow[]>()

  /** A row of a kind that this person has seen, or now and then one that only others have. */
  seen(actor: FuzzActor | null, kind: string, dice: Dice): SeenRow | null {
    const own = this.#rows.get(`${actor?.id ?? ''} ${kind}`) ?? []
    const any = dice.chance(0.1) ? (this.#rows.get(kind) ?? []) : own
    return any.length > 0 ? dice.pick(any) : null
  }

  /** A row of a kind that this person has seen and that fits, or null. */
  find(actor: FuzzActor, kind: string, dice: Dice, fits: (row: SeenRow) => boolean): SeenRow | null {
    const rows = (this.#rows.get(`${actor.id} ${kind}`) ?? []).filter(fits)
    return rows.length > 0 ? dice.pick(rows) : null
  }

  /** The row of a kind that this person saw last and that fits, or null. */
  newest(actor: FuzzActor, kind: string, fits: (row: SeenRow) => boolean): SeenRow | null {
    return this.#rows.get(`${actor.id} ${kind}`)?.findLast(fits) ?? null
  }

  /** Remembers the rows of an answer. */
  learn(actor: FuzzActor | null, kind: string, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return
    if (Array.isArray(answer)) {
      for (const item of answer) this.learn(actor, kind, item)
      return
    }
    const row = answer as Record<string, unknown>
    const id = row['id'] ?? (kind === 'invites' ? row['pairId'] : undefined)
    if (typeof id === 'string') for (const key of [`${actor?.id ?? ''} ${kind}`, kind]) this.#keep(key, { ...row, id })
    if (typeof row['week'] === 'string' && typeof row['version'] === 'string') this.weekVersion = row['version']
    for (const [name, inner] of Object.entries(row))
      this.learn(actor, name === 'rows' || name === 'invites' ? kind : (KIND_OF_PART[name] ?? 'others'), inner)
  }

  #keep(key: string, row: SeenRow): void {
    const rows = (this.#rows.get(key) ?? []).filter(({ id }) => id !== row.id)
    rows.push(row)
    if (rows.length > MOST_ROWS) rows.shift()
    this.#rows.set(key, rows)
  }
}
