// Sends requests made from the contracts to a served app, and reports what no request may get: an answer of 5xx, or none.
import http from 'node:http'
import { withConnection, type Client } from '@/lib/db/connection'
import type { Contract } from '@/lib/http/contract'
import { contracts } from '@/lib/openapi/contracts'
import { couples, who } from '../policy-people'
import { roomy, type ServedApp } from '../served'
import { putSignedIn, renewSessions } from '../signed-in'
import { diceOf, type Dice } from './dice'
import type { FuzzRequest } from './hostile'
import { brokenRequest, pageRequest, validRequest } from './requests'
import { fuzzActors, FuzzWorld, kindOf, type FuzzActor } from './world'

/** The clock of the fuzz. */
export const fuzzNow = '2026-11-24T12:00:00.000Z'

/** Nobody waits: what is refused for its number says nothing of its content. */
export const fuzzLimits = { ...roomy, openInvites: 100_000, invitesPerDay: 100_000 }

type FuzzFailure = Readonly<{ why: string; request: string; answer: string }>

export type FuzzReport = Readonly<{
  requests: number
  failures: readonly FuzzFailure[]
  /** How many answers had each status. */
  statuses: Readonly<Record<number, number>>
  /** Routes of which no valid request was done: the fuzz knows too little of them. */
  neverDone: readonly string[]
}>

type FuzzAnswer = Readonly<{ status: number; type: string; cookies: readonly string[]; text: string }>

const nameOf = ({ method, path }: Contract): string => `${method} ${path}`

function contractNamed(name: string): Contract {
  const found = contracts.find((contract) => nameOf(contract) === name)
  if (!found) throw new Error(`No route is called ${name}.`)
  return found
}

/** What ends sessions or couples is done by those whose pages are not looked at afterwards. */
const ENDING = new Set([
  'DELETE /api/couple',
  'DELETE /api/me/sessions',
  'DELETE /api/me/sessions/{sessionId}',
  'POST /api/auth/signout',
  'PUT /api/recovery',
])
const lasting = fuzzActors.filter(({ name }) => name === 'ana' || name === 'ben')
const others = fuzzActors.filter(({ name }) => name !== 'ana' && name !== 'ben')

/** What only a person without a couple may do. */
const PAIRING = new Set(['POST /api/invites', 'DELETE /api/invites/{pairId}', 'PUT /api/invites/{pairId}/acceptance'])
const alone = fuzzActors.filter(({ coupleId }) => coupleId === null)

/** How many requests wait for answers at once. */
const AT_ONCE = 8
const MOST_FAILURES = 20
/** How often a route is tried at most that no valid request was done of. */
const MOST_ROUNDS = 100

const agreedRitual = ['POST /api/rituals', 'GET /api/rituals', 'PUT /api/rituals/{id}/agreement', 'GET /api/rituals']
const sharedPage = ['POST /api/shared-entries', 'GET /api/shared-entries']
const reply = [...sharedPage, 'POST /api/shared-entries/{pageId}/replies']
const keptPlan = ['PUT /api/plans/{id}', 'GET /api/weeks/{week}', 'PUT /api/plans/{id}/taking-part']

/** Routes that answer only after others: these are sent directly before, so that no request between them can undo what they need. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'GET /api/plans/{id}': ['PUT /api/plans/{id}'],
  'PATCH /api/plans/{id}': ['PUT /api/plans/{id}'],
  'PUT /api/plans/{id}/felt': keptPlan,
  'PUT /api/plans/{id}/line': keptPlan,
  'PUT /api/rituals/{id}/pause': agreedRitual,
  'POST /api/rituals/{id}/terms': agreedRitual,
  'PUT /api/rituals/{id}/closing': [...agreedRitual, 'POST /api/rituals/{id}/terms', 'GET /api/rituals'],
  'PUT /api/months/{month}/close': ['POST /api/months/{month}/close'],
  'PUT /api/months/{month}/helped': ['POST /api/months/{month}/close', 'PUT /api/months/{month}/close'],
  'GET /api/invites/{pairId}': ['POST /api/invites'],
  'DELETE /api/invites/{pairId}': ['POST /api/invites'],
  'PUT /api/invites/{pairId}/acceptance': ['POST /api/invites'],
  'DELETE /api/me/sessions/{sessionId}': ['GET /api/me/sessions'],
  'POST /api/shared-entries/{pageId}/replies': sharedPage,
  'PUT /api/shared-entries/{pageId}/replies/{replyId}': reply,
  'PUT /api/me/vault': ['GET /api/me/vault'],
  'PUT /api/me/spare-page': ['GET /api/me/vault'],
  'PUT /api/recovery': ['POST /api/accounts', 'POST /api/recovery'],
  'PUT /api/me/spare-page/code': ['POST /api/accounts', 'GET /api/auth/csrf', 'POST /api/auth/callback/credentials'],
}

/**
 * Sends `count` requests, and valid ones of each route until one was done. The same seed repeats them as far as answers
 * allow. The app is at `fuzzNow`. `onSent` is called before every thousandth.
 */
export async function fuzz(
  app: Pick<ServedApp, 'origin' | 'port' | 'ownerUrl'>,
  count: number,
  seed: number,
  onSent: (sent: number) => void = () => {},
): Promise<FuzzReport> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const world = new FuzzWorld()
  const dice = diceOf(seed)
  const failures: FuzzFailure[] = []
  const statuses: Record<number, number> = {}
  const done = new Set<string>()
  let sent = 0
  let mending = Promise.resolve()

  const sendOne = async (db: Client, contract: Contract, actor: FuzzActor, { request, kind }: Next) => {
    if (sent % 1000 === 0) onSent(sent)
    sent++
    const answer = await send(app.port, agent, request).catch((error: unknown) => String(error))
    const why =
      typeof answer === 'string' ? `no answer: ${answer}` : faultOf(answer, request, kind === 'page' ? null : contract)
    if (typeof answer !== 'string') statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (why)
      failures.push({
        why,
        request: describe(request, actor),
        answer: typeof answer === 'string' ? answer : answer.text.slice(0, 600),
      })
    if (kind === 'page' || typeof answer === 'string' || answer.status >= 300) return
    if (kind === 'valid') done.add(nameOf(contract))
    learn(contract, actor, request, answer, world)
    if (ENDING.has(nameOf(contract)) || contract.path.endsWith('/acceptance'))
      await (mending = mending.then(() => mend(db))) // one connection
  }
  const sendMany = async (db: Client) => {
    while (sent < count && failures.length < MOST_FAILURES) {
      const contract = contracts[sent % contracts.length]
      if (!contract) break
      const actor = chooseActor(contract, dice)
      await sendOne(db, contract, actor, nextRequest(contract, actor, world, dice, app.origin))
    }
  }
  const sendValid = async (db: Client, contract: Contract) => {
    const actor = chooseActor(contract, dice)
    await sendOne(db, contract, actor, {
      kind: 'valid',
      request: validRequest(contract, actor, world, dice, app.origin),
    })
  }
  const sendUntilDone = async (db: Client, contract: Contract) => {
    const needed = (NEEDED[nameOf(contract)] ?? []).map(contractNamed)
    for (let round = 0; round < MOST_ROUNDS && !done.has(nameOf(contract)); round++)
      for (const each of [...needed, contract]) await sendValid(db, each)
  }

  await withConnection(app.ownerUrl, async (db) => {
    await putSignedIn(db)
    // first: what can be done once, such as to answer for a month, chance may have used up later
    for (const contract of contracts) if (nameOf(contract) in NEEDED) await sendUntilDone(db, contract)
    await Promise.all(Array.from({ length: AT_ONCE }, () => sendMany(db)))
    for (const contract of contracts) await sendUntilDone(db, contract)
    await mend(db)
  })
  agent.destroy()
  const neverDone = contracts.map(nameOf).filter((name) => !done.has(name))
  return { requests: sent, failures, statuses, neverDone }
}

function chooseActor(contract: Contract, dice: Dice): FuzzActor {
  if (ENDING.has(nameOf(contract))) return dice.pick(others)
  if (PAIRING.has(nameOf(contract)) && dice.chance(0.8)) return dice.pick(alone)
  return dice.pick(dice.chance(0.75) ? lasting : others)
}

type Next = Readonly<{ request: FuzzRequest; kind: 'valid' | 'broken' | 'page' }>

function nextRequest(contract: Contract, actor: FuzzActor, world: FuzzWorld, dice: Dice, origin: string): Next {
  if (dice.chance(0.1)) return { kind: 'page', request: pageRequest(actor, world, dice) }
  if (dice.chance(0.5)) return { kind: 'broken', request: brokenRequest(contract, actor, world, dice, origin) }
  return { kind: 'valid', request: validRequest(contract, actor, world, dice, origin) }
}

function send(port: number, agent: http.Agent, fuzzed: FuzzRequest): Promise<FuzzAnswer> {
  const { method, path, headers, body } = fuzzed
  return new Promise((done, failed) => {
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
    const request = http.request({ port, agent, method, path, headers: { ...headers, ...length } }, (response) => {
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (part: string) => (text += text.length < 2_000_000 ? part : ''))
        .on('end', () =>
          done({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            cookies: response.headers['set-cookie'] ?? [],
            text,
          }),
        )
        .on('error', failed)
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that was idle may be closed at the moment it is used again. A new one is not.
      if (request.reusedSocket && error.code === 'ECONNRESET') send(port, agent, fuzzed).then(done, failed)
      else failed(error)
    })
    request.end(body ?? undefined)
  })
}

/** What is wrong with an answer, or null. `contract` is the one that the request was made from. */
function faultOf(answer: FuzzAnswer, request: FuzzRequest, contract: Contract | null): string | null {
  const { status, type, text } = answer
  if (status >= 500 || status < 200) return `${status}`
  if (!contract || status < 400 || request.method !== contract.method || status === 405 || status === 431) return null
  if (!type.startsWith('application/problem+json'))
    return text.startsWith('<!DOCTYPE html>') && status === 404 ? null : `${status} is no problem of the API`
  const problem = JSON.parse(text) as { code?: string; fields?: string[] }
  if (problem.code !== 'wrong-shape') return null
  const named = (problem.fields ?? []).filter((field) => /^(body|query)\./.test(field))
  const isObject = request.body !== null && /^\{./s.test(String(request.body))
  return named.length > 0 || !isObject || (problem.fields?.join() === 'body' && String(request.body) === '{}')
    ? null
    : `422 names no field: ${JSON.stringify(problem)}`
}

function learn(
  contract: Contract,
  actor: FuzzActor,
  request: FuzzRequest,
  { text, cookies }: FuzzAnswer,
  world: FuzzWorld,
): void {
  const answer: unknown = text.startsWith('{') ? JSON.parse(text) : null
  world.learn(actor, kindOf(contract), answer)
  const read = (answer ?? {}) as Record<string, unknown>
  switch (nameOf(contract)) {
    case 'GET /api/auth/csrf':
      if (cookies[0]) world.csrf = { token: String(read['csrfToken']), cookie: cookies[0].split(';')[0] ?? '' }
      break
    case 'PUT /api/plans/{id}/taking-part':
      if (read['tookPart']) world.learn(actor, 'plans', { ...read, id: read['planId'], tookPart: [actor.id] })
      break
    case 'POST /api/invites':
      world.invites.push(String(read['pairId']))
      break
    case 'POST /api/months/{month}/close':
    case 'PUT /api/months/{month}/close': {
      const month = request.path.split('/')[3] ?? ''
      if (lasting.includes(actor)) world.closings.set(month, { id: month, ...read })
      break
    }
    case 'POST /api/auth/callback/credentials': {
      const { email } = JSON.parse(String(request.body)) as { email: string }
      const account = world.accounts.find((known) => known.email === email)
      const cookie = cookies.find((line) => line.startsWith('fivefold-session='))?.split(';')[0]
      if (account && cookie) account.cookie = cookie
      break
    }
    case 'PUT /api/me/spare-page/code': {
      const account = world.accounts.find(({ cookie }) => cookie === request.headers['cookie'])
      const { recoveryAuth } = JSON.parse(String(request.body)) as { recoveryAuth: string }
      if (account) Object.assign(account, { recoveryAuth, keyringRev: (account.keyringRev ?? 1) + 1 })
      break
    }
    case 'GET /api/me/vault':
    case 'PUT /api/me/vault':
    case 'PUT /api/me/spare-page':
      world.learn(actor, 'vault', { id: 'vault', ...read })
      break
    case 'POST /api/recovery': {
      const { email } = JSON.parse(String(request.body)) as { email: string }
      const account = world.accounts.find((known) => known.email === email)
      if (account) Object.assign(account, { ticket: read['ticket'], keyringRev: read['keyringRev'] })
    }
  }
}

/** Gives everybody a session again, and the couples as they were. */
async function mend(db: Client): Promise<void> {
  await renewSessions(db)
  const keptCouples = [couples.now, couples.other]
  await db.query('update membership set left_at = now() where couple_id <> all ($1) and left_at is null', [keptCouples])
  await db.query('update couple set ended_at = now() where id <> all ($1) and ended_at is null', [keptCouples])
  await db.query('update couple set ended_at = null where id = any ($1)', [keptCouples])
  await db.query('update membership set left_at = null where couple_id = any ($1)', [keptCouples])
  await db.query('update session set expires_at = $1 where person_id = any ($2)', ['2027-11-24', Object.values(who)])
}

const describe = ({ method, path, headers, body }: FuzzRequest, actor: FuzzActor): string =>
  `${actor.name}: ${method} ${path.slice(0, 400)} ${JSON.stringify({ ...headers, cookie: undefined })} ${String(body ?? '').slice(0, 900)}`
