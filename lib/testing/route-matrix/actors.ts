// The people who ask in the route matrix, and what a cell of its table says.
import { randomUUID } from 'node:crypto'
import { couples, who } from '../policy-people'

export const actors = ['nobody', 'revoked', 'other', 'ex', 'invitee', 'partner', 'owner'] as const
export type Actor = (typeof actors)[number]

/** Of the people of policy-people: `other` has a partner of her own, `ex` was ana's, `invitee` is alone and holds an open link. */
export const actorNames: Record<Actor, keyof typeof who | null> = {
  nobody: null,
  revoked: 'dov',
  other: 'cleo',
  ex: 'xan',
  invitee: 'eve',
  partner: 'ben',
  owner: 'ana',
}

type ExpectedStatus = Record<Exclude<Actor, 'nobody' | 'revoked'>, number>
export type MatrixCell = Readonly<{
  expected: ExpectedStatus
  params?: Record<string, string>
  query?: string
  body?: (actor: Actor) => Record<string, unknown>
  ifMatch?: string
  headers?: Record<string, string>
  /** The same of a thing that does not exist, where that takes more than another id. */
  missing?: { params: Record<string, string>; body: () => Record<string, unknown> }
  /** What nobody and a revoked session get of a route that is open to all. */
  open?: number
}>

export const toEverybody = (status: number): ExpectedStatus => ({
  other: status,
  ex: status,
  invitee: status,
  partner: status,
  owner: status,
})
export const toOwner = (status: number): ExpectedStatus => ({ ...toEverybody(404), owner: status })
export const toBoth = (status: number): ExpectedStatus => ({ ...toEverybody(404), partner: status, owner: status })
export const openTo = (status: number) => ({ expected: toEverybody(status), open: status })

export const anyone = (actor: Actor) => (actorNames[actor] ? who[actorNames[actor] ?? 'eve'] : randomUUID())
export const coupleOf = (actor: Actor) => (actor === 'other' ? couples.other : couples.now)
export const toPaired = (status: number, alone = 409): ExpectedStatus => ({
  ...toEverybody(alone),
  other: status,
  partner: status,
  owner: status,
})
