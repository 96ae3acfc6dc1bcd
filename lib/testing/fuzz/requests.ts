// Writes requests down: valid ones made from a contract, and what an attacker or a broken client makes of them.
import type { Contract } from '@/lib/http/contract'
import { builtPages } from '../built-pages'
import type { Dice } from './dice'
import { breakRequest, hostileSegment, oddPaths, type FuzzRequest } from './hostile'
import { makeInput, type Choose } from './input'
import { rules, type UnwrittenRequest } from './rules'
import { shapeOf } from './shape'
import { kindOf, kindOfParameter, type FuzzActor, type FuzzWorld, type SeenRow } from './world'

const versionOf = (row: SeenRow | null): number => Number(row?.['rev'] ?? row?.['version'] ?? 0)

/** A valid request of a person for a contract, as far as answers have shown what is there. */
export function validRequest(
  contract: Contract,
  actor: FuzzActor,
  world: FuzzWorld,
  dice: Dice,
  origin: string,
): FuzzRequest {
  const kind = kindOf(contract)
  const row = world.seen(actor, kind, dice)
  const choose: Choose = (name) => {
    if (name === 'coupleId') return dice.chance(0.95) ? (actor.coupleId ?? dice.uuid()) : dice.uuid()
    if (name === 'uid' || name === 'whoId') return actor.id
    if (name === 'id') return contract.method === 'POST' && dice.chance(0.1) ? row?.id : undefined
    if (name === 'after') return dice.chance(0.7) ? null : undefined
    return /Id$/.test(name) && dice.chance(0.3)
      ? world.seen(actor, kindOfParameter(contract, name), dice)?.id
      : undefined
  }
  const draft: UnwrittenRequest = {
    params: paramsOf(contract, actor, world, dice, choose),
    query: contract.query ? (makeInput(contract.query, dice, choose, 'query') as Record<string, unknown>) : {},
    body: contract.body ? (makeInput(contract.body, dice, choose, 'body') as Record<string, unknown>) : {},
    headers: { origin, cookie: actor.cookie },
    ifMatch: 0,
    row: null,
  }
  const [lastParameter] = Object.keys(draft.params).slice(-1)
  draft.row = lastParameter
    ? rowOf(world, actor, contract, lastParameter, draft.params[lastParameter] ?? '', dice)
    : row
  draft.ifMatch = versionOf(draft.row)
  delete draft.query['after']
  if (dice.chance(0.95)) rules[`${contract.method} ${contract.path}`]?.(draft, { dice, world, actor })
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => draft.params[name] ?? '')
  const query = new URLSearchParams(Object.entries(draft.query).map(([name, value]) => [name, String(value)]))
  if (contract.body) draft.headers['content-type'] = 'application/json'
  if (contract.ifMatch) draft.headers['if-match'] = `"${draft.ifMatch}"`
  return {
    method: contract.method,
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: draft.headers,
    body: contract.body ? JSON.stringify(draft.body) : null,
  }
}

function paramsOf(
  contract: Contract,
  actor: FuzzActor,
  world: FuzzWorld,
  dice: Dice,
  choose: Choose,
): Record<string, string> {
  if (!contract.params) return {}
  const made = makeInput(contract.params, dice, choose, 'params') as Record<string, string>
  const seenFor = (name: string) =>
    ['week', 'month'].includes(name) || dice.chance(0.1)
      ? null
      : world.seen(actor, kindOfParameter(contract, name), dice)
  const params = Object.fromEntries(Object.entries(made).map(([name, value]) => [name, seenFor(name)?.id ?? value]))
  // A reply is named together with its page.
  const reply = 'replyId' in params ? world.seen(actor, 'replies', dice) : null
  if (reply) Object.assign(params, { replyId: reply.id, pageId: reply['pageId'] })
  return params
}

function rowOf(
  world: FuzzWorld,
  actor: FuzzActor,
  contract: Contract,
  name: string,
  id: string,
  dice: Dice,
): SeenRow | null {
  for (let tries = 0; tries < 40; tries++) {
    const row = world.seen(actor, kindOfParameter(contract, name), dice)
    if (row?.id === id) return row
  }
  return null
}

/** As `validRequest`, broken somewhere. */
export const brokenRequest = (
  contract: Contract,
  actor: FuzzActor,
  world: FuzzWorld,
  dice: Dice,
  origin: string,
): FuzzRequest =>
  breakRequest(
    validRequest(contract, actor, world, dice, origin),
    dice,
    Object.keys(contract.query ? (shapeOf(contract.query).shape ?? {}) : {}),
  )

const KIND_OF_PAGE: Readonly<Record<string, string>> = { journal: 'entries', rituals: 'rituals', plans: 'plans' }

/** A page, of a row that is there, of none, or at an address that is no page's. */
export function pageRequest(actor: FuzzActor, world: FuzzWorld, dice: Dice): FuzzRequest {
  const page = dice.chance(0.1) ? dice.pick(oddPaths) : dice.pick(builtPages)
  const kind = page.includes('/shared/') ? 'shared-entries' : (KIND_OF_PAGE[page.split('/')[1] ?? ''] ?? '')
  const value = (name: string) =>
    dice.chance(0.35)
      ? hostileSegment(dice)
      : name === 'week'
        ? dice.pick(['2026-W48', '2026-W47', '1900-W02', '2199-W50', '0000-W01'])
        : name === 'month'
          ? dice.pick(['2026-11', '2026-10', '1900-02', '2199-11', '0000-01'])
          : (world.seen(actor, kind, dice)?.id ?? dice.uuid())
  const path = page.replace(/\[(\w+)\]/g, (_, name: string) => value(name))
  const query = dice.chance(0.2)
    ? `?${dice.pick(['coupleId', 'before', 'from', 'x', '_rsc'])}=${hostileSegment(dice)}`
    : ''
  const rsc = dice.chance(0.1) ? { rsc: '1' } : {}
  return {
    method: dice.chance(0.95) ? 'GET' : 'HEAD',
    path: path.includes('?') ? path : path + query,
    headers: { cookie: actor.cookie, ...rsc },
    body: null,
  }
}
