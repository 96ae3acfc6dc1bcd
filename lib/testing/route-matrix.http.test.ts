// Every built route as seven people. One table says what each gets of ana's rows; it imports nothing that decides it. A built route that is
// not in the table fails, and so does a route of the table that was not built.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import type { Contract } from '@/lib/http/contract'
import { contracts } from '@/lib/openapi/contracts'
import { couples, policyNow, putPeople, who } from './policy-people'
import { sharedApp, type ServedApp } from './served'
import { bundleOf, sealedOf, SEALED_SQL, signedKeyring } from './sealed'

const actors = ['nobody', 'revoked', 'other', 'ex', 'invitee', 'partner', 'owner'] as const
type Actor = (typeof actors)[number]

/** Of the people of policy-people: `other` has a partner of her own, `ex` was ana's, `invitee` is alone and holds an open link. */
const names: Record<Actor, keyof typeof who | null> = {
  nobody: null,
  revoked: 'dov',
  other: 'cleo',
  ex: 'xan',
  invitee: 'eve',
  partner: 'ben',
  owner: 'ana',
}

const id = (last: string) => `00000000-0000-4000-8000-0000000002${last}`
const things = {
  private: id('01'),
  shared: id('02'),
  reply: id('03'),
  moment: id('04'),
  ritual: id('05'),
  terms: id('06'),
  proposal: id('07'),
  proposalTerms: id('08'),
  invite: id('09'),
  plan: id('0a'),
  item: id('0b'),
  kept: id('10'),
  line: id('11'),
  changed: id('0c'),
  changedTerms: id('0d'),
  suggested: id('0e'),
  answer: id('0f'),
}
const sealed = sealedOf('sealed')
const secretOf = (name: string) => createHash('sha256').update(`session of ${name}`).digest('base64url')
const key = 'A'.repeat(43)
const blob = 'B'.repeat(80)
/** The first occurrence of the ritual, as a client names it: UUIDv5 of ritual and date. Counted here by hand, not by our own code. */
const onDate = '2026-11-24'
const noRitual = '00000000-0000-4000-8000-0000000002ff'
const occurrenceOf = (ritual: string) => {
  const hash = createHash('sha1')
    .update(Buffer.from(ritual.replaceAll('-', ''), 'hex'))
    .update(onDate)
    .digest()
    .subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

type ExpectedStatus = Record<Exclude<Actor, 'nobody' | 'revoked'>, number>
type MatrixCell = Readonly<{
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

const everybody = (status: number): ExpectedStatus => ({
  other: status,
  ex: status,
  invitee: status,
  partner: status,
  owner: status,
})
const onlyOwner = (status: number): ExpectedStatus => ({ ...everybody(404), owner: status })
const both = (status: number): ExpectedStatus => ({ ...everybody(404), partner: status, owner: status })
const openTo = (status: number) => ({ expected: everybody(status), open: status })

const anyone = (actor: Actor) => (names[actor] ? who[names[actor] ?? 'eve'] : randomUUID())
const coupleOf = (actor: Actor) => (actor === 'other' ? couples.other : couples.now)
const paired = (status: number, alone = 409): ExpectedStatus => ({
  ...everybody(alone),
  other: status,
  partner: status,
  owner: status,
})
const account = (personId: string) => ({
  personId,
  name: 'New',
  email: `${personId}@example.test`,
  zone: 'Europe/Lisbon',
  locale: 'en',
  kdf: 1,
  salt: 'A'.repeat(22),
  authKey: key,
  vkPw: blob,
  vkRec: blob,
  recoveryAuth: key,
  keyring: blob,
  bundle: bundleOf(personId),
})

/** In this order: what ends a session or a couple comes last. */
const cells: Record<string, MatrixCell> = {
  'GET /api/health': openTo(200),
  'GET /api/openapi.json': openTo(200),
  'POST /api/accounts': { ...openTo(204), body: () => account(randomUUID()) },
  'POST /api/auth/prelogin': { ...openTo(200), body: () => ({ email: 'ana@example.test' }) },
  'GET /api/auth/csrf': openTo(200),
  'GET /api/auth/session': openTo(200),
  'POST /api/auth/callback/credentials': {
    ...openTo(403),
    body: () => ({ email: 'ana@example.test', authKey: key, onlyMe: false, label: 'x', csrfToken: 'a'.repeat(64) }),
  },
  'POST /api/auth/signout': { ...openTo(403), body: () => ({ csrfToken: 'a'.repeat(64) }) },
  'POST /api/recovery': { ...openTo(401), body: () => ({ email: 'ana@example.test', recoveryAuth: key }) },
  'PUT /api/recovery': {
    ...openTo(401),
    body: () => ({
      ticket: `${who.ana}.9999999999999.x`,
      kdf: 1,
      salt: 'A'.repeat(22),
      authKey: key,
      vkPw: blob,
      vkRec: blob,
      recoveryAuth: key,
      keyring: blob,
      keyringRev: 2,
    }),
  },
  'GET /api/invites/{pairId}': {
    ...openTo(404),
    params: { pairId: things.invite },
    headers: { 'x-invite-token': key },
  },

  'GET /api/me': { expected: everybody(200) },
  'PATCH /api/me': { expected: everybody(204), body: () => ({ locale: 'en' }) },
  'GET /api/me/vault': { expected: everybody(200) },
  'PUT /api/me/vault': {
    expected: everybody(200),
    ifMatch: '"1"',
    body: (actor) => signedKeyring(anyone(actor), 2, `${blob}CCCC`),
  },
  'PUT /api/me/spare-page': {
    expected: everybody(200),
    ifMatch: '"2"',
    body: (actor) => signedKeyring(anyone(actor), 3, `${blob}DDDD`),
  },
  // nobody here has a phrase
  'PUT /api/me/spare-page/code': {
    expected: everybody(401),
    ifMatch: '"3"',
    body: () => ({ authKey: key, vkRec: blob, recoveryAuth: key, keyring: blob }),
  },
  'PUT /api/me/vault/device-key': { expected: everybody(204), body: () => ({ deviceKey: key }) },
  'DELETE /api/me/vault/device-key': { expected: everybody(204) },
  'GET /api/me/sessions': { expected: everybody(200) },
  'PUT /api/me/sessions/current': { expected: everybody(204), body: () => ({ onlyMe: false }) },

  'GET /api/entries': { expected: everybody(200) },
  'POST /api/entries': { expected: everybody(200), body: () => ({ entries: [{ id: randomUUID(), sealed }] }) },
  'GET /api/entries/{id}': { expected: onlyOwner(200), params: { id: things.private } },
  'PUT /api/entries/{id}': {
    expected: onlyOwner(200),
    params: { id: things.private },
    ifMatch: '"1"',
    body: () => ({ sealed }),
  },

  'GET /api/shared-entries': { expected: everybody(200) },
  'POST /api/shared-entries': {
    expected: paired(200),
    body: (actor) => ({
      id: randomUUID(),
      coupleId: coupleOf(actor),
      kind: 'reflection',
      types: [],
      day: onDate,
      sealed,
    }),
  },
  'GET /api/shared-entries/{pageId}': { expected: both(200), params: { pageId: things.shared } },
  'PUT /api/shared-entries/{pageId}': {
    expected: onlyOwner(200),
    params: { pageId: things.shared },
    ifMatch: '"1"',
    body: () => ({ types: ['emotional'], removed: false, sealed }),
  },
  'GET /api/shared-entries/{pageId}/replies': { expected: both(200), params: { pageId: things.shared } },
  'POST /api/shared-entries/{pageId}/replies': {
    expected: both(200),
    params: { pageId: things.shared },
    body: () => ({ id: randomUUID(), day: onDate, sealed }),
  },
  'PUT /api/shared-entries/{pageId}/replies/{replyId}': {
    expected: onlyOwner(200),
    params: { pageId: things.shared, replyId: things.reply },
    ifMatch: '"1"',
    body: () => ({ removed: false, sealed }),
  },

  'GET /api/replies': { expected: everybody(200) },

  'GET /api/moments': { expected: everybody(200) },
  'POST /api/moments': {
    expected: paired(200),
    body: (actor) => ({
      id: randomUUID(),
      coupleId: coupleOf(actor),
      day: onDate,
      types: ['physical'],
      who: 'both',
      sealed,
    }),
  },
  'GET /api/moments/{momentId}': { expected: both(200), params: { momentId: things.moment } },
  'PUT /api/moments/{momentId}/part': {
    expected: both(200),
    params: { momentId: things.moment },
    body: () => ({ takenOut: true }),
  },
  'PUT /api/moments/{momentId}': {
    expected: onlyOwner(200),
    params: { momentId: things.moment },
    ifMatch: '"1"',
    body: () => ({ types: [], removed: true, sealed }),
  },
  'GET /api/dashboard': { expected: paired(200) },

  'GET /api/rituals': { expected: everybody(200) },
  'POST /api/rituals': {
    expected: paired(200),
    body: (actor) => ({
      id: randomUUID(),
      termsId: randomUUID(),
      coupleId: coupleOf(actor),
      title: 'Soup',
      types: ['experiential'],
      weekdays: [2],
      startsOn: onDate,
      everyWeeks: 1,
      time: '20:00',
      minutes: 60,
      zone: 'Europe/Lisbon',
    }),
  },
  'GET /api/rituals/{id}': { expected: both(200), params: { id: things.ritual } },
  'PUT /api/rituals/{id}/agreement': {
    expected: both(200),
    params: { id: things.proposal },
    body: () => ({ termsId: things.proposalTerms }),
  },
  'PUT /api/rituals/{id}/meaning': {
    expected: both(200),
    params: { id: things.ritual },
    body: () => ({ meaningId: randomUUID(), rev: 1, sealed }),
  },
  'PUT /api/plans/{id}/taking-part': {
    expected: both(200),
    params: { id: occurrenceOf(things.ritual) },
    body: () => ({ ritualId: things.ritual, onDate, tookPart: true }),
    missing: { params: { id: occurrenceOf(noRitual) }, body: () => ({ ritualId: noRitual, onDate, tookPart: true }) },
  },
  // The partner comes first, so the owner names an old version. Only the two of them get the current one.
  'PUT /api/plans/{id}': {
    expected: { ...everybody(409), partner: 200, owner: 412 },
    params: { id: things.plan },
    ifMatch: '"0"',
    body: () => ({ coupleId: couples.now, ritualId: null, onDate, zone: 'Europe/Lisbon', title: 'The night train' }),
  },
  'PATCH /api/plans/{id}': {
    expected: { ...both(200), owner: 412 },
    params: { id: things.plan },
    ifMatch: '"1"',
    body: () => ({ place: 'Porto' }),
  },
  'PUT /api/plans/{id}/items/{itemId}': {
    expected: { ...both(200), owner: 412 },
    params: { id: things.plan, itemId: things.item },
    ifMatch: '"0"',
    body: () => ({ text: 'Blankets', whoId: null, done: false, removed: false }),
  },
  // Only who took part may keep something of a plan, and only the owner did.
  'GET /api/plans/{id}': { expected: both(200), params: { id: things.plan } },
  'PUT /api/plans/{id}/felt': { expected: onlyOwner(200), params: { id: things.kept }, body: () => ({ felt: 5 }) },
  'PUT /api/plans/{id}/line': {
    expected: onlyOwner(200),
    params: { id: things.kept },
    body: () => ({ lineId: things.line, rev: 1, sealed }),
  },
  'GET /api/weeks/{week}': { expected: paired(200), params: { week: '2026-W48' } },
  'PUT /api/weeks/{week}/readiness': {
    expected: paired(200),
    params: { week: '2026-W48' },
    body: () => ({ version: '', ready: false }),
  },
  // Ana's terms are saved, so hers is a retry; Ben then suggests others, which are the newest.
  'POST /api/rituals/{id}/terms': {
    expected: both(200),
    params: { id: things.changed },
    ifMatch: '"2"',
    body: (actor) => ({
      termsId: actor === 'owner' ? things.suggested : actor === 'partner' ? things.answer : randomUUID(),
      title: 'Soup',
      types: ['experiential'],
      weekdays: [5],
      startsOn: onDate,
      everyWeeks: 1,
      time: '20:00',
      minutes: 60,
      zone: 'Europe/Lisbon',
    }),
  },
  'PUT /api/rituals/{id}/closing': {
    expected: both(200),
    params: { id: things.changed },
    body: () => ({ termsId: things.answer }),
  },
  'PUT /api/rituals/{id}/pause': {
    expected: both(200),
    params: { id: things.ritual },
    body: () => ({ paused: true, until: null }),
  },
  // Both have agreed by now, so either may end it.
  'PUT /api/rituals/{id}/ending': {
    expected: both(200),
    params: { id: things.proposal },
    body: () => ({ ended: true }),
  },

  'GET /api/invites': { expected: everybody(200) },
  'POST /api/invites': {
    expected: { ...everybody(409), ex: 200, invitee: 200 },
    body: (actor) => ({
      pairId: randomUUID(),
      tokenHash: key,
      inviterBundle: bundleOf(anyone(actor)),
      inviterMac: key,
      weekStart: 1,
    }),
  },
  'DELETE /api/invites/{pairId}': { expected: { ...everybody(404), ex: 204 }, params: { pairId: things.invite } },
  'PUT /api/invites/{pairId}/acceptance': {
    expected: everybody(404),
    params: { pairId: things.invite },
    body: () => ({ token: key, inviteeMac: key }),
  },
  'GET /api/couple': { expected: everybody(200) },
  'GET /api/couple/hopes': { expected: everybody(200) },
  'PUT /api/couple/hopes': { expected: paired(200), body: () => ({ fed: ['emotional'], more: [] }) },

  // A week has the same id for every couple, so nobody gets a 404: each reads and answers the week of their own couple.
  'GET /api/check-ins/{week}': { expected: paired(200), params: { week: '2026-W48' } },
  'PUT /api/check-ins/{week}': {
    expected: paired(200),
    params: { week: '2026-W48' },
    body: () => ({
      now: 4,
      wish: 5,
      types: {
        emotional: { now: 3, wish: null },
        physical: null,
        intellectual: null,
        experiential: null,
        spiritual: null,
      },
    }),
  },

  // A month has the same id for every couple, too.
  'GET /api/months/{month}': { expected: paired(200), params: { month: '2026-11' } },
  'PUT /api/months/{month}/notes': {
    expected: paired(200),
    params: { month: '2026-11' },
    body: (actor) => ({ coupleId: coupleOf(actor), id: randomUUID(), rev: 1, sealed }),
  },
  'POST /api/months/{month}/close': {
    expected: paired(200),
    params: { month: '2026-11' },
    body: (actor) => ({
      coupleId: coupleOf(actor),
      number: actor === 'owner' ? 2 : 1,
      focus: 'emotional',
      change: { id: randomUUID(), sealed },
    }),
  },
  // Ana proposed to close October: Ben's yes closes it, and hers is saved already. Cleo's couple has no proposal.
  'PUT /api/months/{month}/close': {
    expected: { ...paired(200), other: 404 },
    params: { month: '2026-10' },
    body: () => ({ number: 1 }),
  },
  'PUT /api/months/{month}/helped': {
    expected: { ...paired(200), other: 404 },
    params: { month: '2026-09' },
    body: () => ({ answer: 'helped' }),
  },

  'DELETE /api/me/sessions': { expected: everybody(204) },
  'DELETE /api/couple': { expected: everybody(204) },
  'DELETE /api/me/sessions/{sessionId}': { expected: onlyOwner(204), params: { sessionId: who.ana } },
}

/** What ana's things are, in SQL. */
const seeds = [
  `insert into private_entry values ('${who.ana}', '${things.private}', 1, ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into shared_entry (couple_id, id, author_id, rev, kind, types, day, sealed, added_at, written_at)
    values ('${couples.now}', '${things.shared}', '${who.ana}', 1, 'reflection', '{emotional}', '${onDate}', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into reply (couple_id, id, page_id, author_id, rev, day, sealed, added_at, written_at)
    values ('${couples.now}', '${things.reply}', '${things.shared}', '${who.ana}', 1, '${onDate}', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  `insert into moment (couple_id, id, author_id, rev, day, types, who, sealed, added_at, written_at)
    values ('${couples.now}', '${things.moment}', '${who.ana}', 1, '${onDate}', '{physical}', 'both', ${SEALED_SQL}, '${policyNow}', '${policyNow}')`,
  ...[who.ana, who.ben].map(
    (person) => `insert into moment_part (couple_id, moment_id, person_id, day, types)
    values ('${couples.now}', '${things.moment}', '${person}', '${onDate}', '{physical}')`,
  ),
  ...[
    [things.ritual, things.terms, [who.ana, who.ben]],
    [things.proposal, things.proposalTerms, [who.ana]],
    [things.changed, things.changedTerms, [who.ana, who.ben]],
  ].flatMap(([ritual, terms, agreed]) => [
    `insert into ritual (couple_id, id, proposer_id, proposed_at) values ('${couples.now}', '${String(ritual)}', '${who.ana}', '${policyNow}')`,
    `insert into ritual_terms (couple_id, id, ritual_id, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
      values ('${couples.now}', '${String(terms)}', '${String(ritual)}', '${who.ana}', '${policyNow}', 'Soup', '{experiential}', '{2}', '2026-11-03', 1, '08:00', 60, 'Europe/Lisbon', 1)`,
    ...(agreed as string[]).map(
      (person) =>
        `insert into agreement (couple_id, terms_id, person_id, agreed_at) values ('${couples.now}', '${String(terms)}', '${person}', '${policyNow}')`,
    ),
  ]),
  `insert into ritual_terms (couple_id, id, ritual_id, version, proposer_id, proposed_at, title, types, weekdays, starts_on, every_weeks, time, minutes, zone, week_start)
    values ('${couples.now}', '${things.suggested}', '${things.changed}', 2, '${who.ana}', '${policyNow}', 'Soup', '{experiential}', '{5}', '2026-11-03', 1, '08:00', 60, 'Europe/Lisbon', 1)`,
  ...[
    `'2026-10', 1, '${who.ana}', false, 'emotional', true`,
    `'2026-09', 1, '${who.ana}', false, null, true`,
    `'2026-09', 2, '${who.ben}', true, null, false`,
  ].map((yes) => `insert into month_closing values ('${couples.now}', ${yes}, '${policyNow}')`),
  `insert into plan (couple_id, id, on_date, version, title, types, planned_on, minutes, zone) values ('${couples.now}', '${things.kept}', '${onDate}', 1, 'A walk', '{}', '${onDate}', 60, 'Europe/Lisbon')`,
  `insert into taking_part (couple_id, plan_id, person_id, day, types, took_part) values ('${couples.now}', '${things.kept}', '${who.ana}', '${onDate}', '{}', true)`,
  `insert into invite (pair_id, inviter_id, token_hash, inviter_bundle, inviter_mac, week_start, created_at, expires_at)
    values ('${things.invite}', '${who.xan}', repeat('o', 32)::bytea, '${JSON.stringify(bundleOf(who.xan))}', '${key}', 1, '${policyNow}', '2026-11-27T12:00:00Z')`,
]

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  const db = await connect(app.ownerUrl)
  await putPeople(db)
  for (const [name, person] of Object.entries(who)) {
    await db.query('update session set secret_hash = $1 where person_id = $2', [
      createHash('sha256').update(secretOf(name)).digest(),
      person,
    ])
  }
  await db.query('delete from session where person_id = $1', [who.dov])
  for (const sql of seeds) await db.query(sql)
  await db.end()
})

type RouteAnswer = { status: number; text: string }

async function ask(
  contract: Contract,
  cell: MatrixCell,
  actor: Actor,
  params = cell.params ?? {},
): Promise<RouteAnswer> {
  const name = names[actor]
  const address = contract.path.replace(/\{(\w+)\}/g, (_, param: string) => params[param] ?? '') + (cell.query ?? '')
  const body = cell.body?.(actor)
  const answer = await fetch(app.origin + address, {
    method: contract.method,
    redirect: 'manual',
    ...(body && { body: JSON.stringify(body) }),
    headers: {
      origin: app.origin,
      ...cell.headers,
      ...(body && { 'content-type': 'application/json' }),
      ...(cell.ifMatch && { 'if-match': cell.ifMatch }),
      ...(name && { cookie: `fivefold-session=${secretOf(name)}` }),
    },
  })
  return { status: answer.status, text: (await answer.text()).replace(/"requestId":"[^"]+"/, '"requestId":""') }
}

const named = new Map(contracts.map((contract) => [`${contract.method} ${contract.path}`, contract]))

test('the table has every built route and method, and no other', async () => {
  const manifest = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '..', '..', '.next', 'app-path-routes-manifest.json'), 'utf8'),
  ) as Record<string, string>
  const built = Object.values(manifest)
    .filter((route) => route.startsWith('/api/'))
    .map((route) => route.replace(/\[(\w+)\]/g, '{$1}'))
  const methods: string[] = []
  for (const route of new Set(built)) {
    const answer = await fetch(app.origin + route.replace(/\{\w+\}/g, randomUUID()), { method: 'OPTIONS' })
    for (const method of (answer.headers.get('allow') ?? '').split(', '))
      if (!['HEAD', 'OPTIONS'].includes(method)) methods.push(`${method} ${route}`)
  }
  expect(methods.sort()).toEqual(Object.keys(cells).sort())
  expect([...named.keys()].sort()).toEqual(Object.keys(cells).sort())
})

test.each(Object.keys(cells))('%s', async (name) => {
  const contract = named.get(name)
  const cell = cells[name]
  if (!contract || !cell) throw new Error(`No contract is named ${name}.`)
  const got: Record<string, number> = {}
  for (const actor of actors) {
    const answer = await ask(contract, cell, actor)
    got[actor] = answer.status
    // A row that a person may not see answers, byte for byte, like one that does not exist.
    if (answer.status === 404 && cell.params) {
      const missing = await ask(
        contract,
        { ...cell, ...cell.missing },
        actor,
        cell.missing?.params ?? Object.fromEntries(Object.keys(cell.params).map((param) => [param, randomUUID()])),
      )
      expect(answer, actor).toEqual(missing)
    }
    if (answer.status >= 400)
      expect(JSON.parse(answer.text), actor).toMatchObject({
        type: 'about:blank',
        status: answer.status,
        code: expect.any(String),
      })
  }
  const outside = cell.open ?? 401
  expect(got).toEqual({ nobody: outside, revoked: outside, ...cell.expected })
})

test('a malformed id answers like one that does not exist', async () => {
  for (const [name, cell] of Object.entries(cells)) {
    const contract = named.get(name)
    if (!contract || !cell.params || contract.open) continue
    const odd = await ask(
      contract,
      cell,
      'invitee',
      Object.fromEntries(Object.keys(cell.params).map((param) => [param, 'nothing%00'])),
    )
    expect([name, odd.status]).toEqual([name, 404])
  }
})
