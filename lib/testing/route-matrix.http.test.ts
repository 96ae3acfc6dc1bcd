// Every built route as seven people. One table says what each gets of ana's rows; it imports nothing that decides it. A built route that is
// not in the table fails, and so does a route of the table that was not built.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import type { Contract } from '@/lib/http/contract'
import { contracts } from '@/lib/openapi/contracts'
import { putPeople, who } from './policy-people'
import { sharedApp, type ServedApp } from './served'
import { accountCells } from './route-matrix/account-cells'
import { coupleCells } from './route-matrix/couple-cells'
import { journalCells } from './route-matrix/journal-cells'
import { planCells } from './route-matrix/plan-cells'
import { type Actor, type MatrixCell, actorNames, actors, toEverybody, toOwner } from './route-matrix/actors'
import { secretOf, seeds } from './route-matrix/things'

/** In this order: what ends a session or a couple comes last. */
const cells: Record<string, MatrixCell> = {
  ...accountCells,
  ...journalCells,
  ...planCells,
  ...coupleCells,
  'DELETE /api/me/sessions': { expected: toEverybody(204) },
  'DELETE /api/couple': { expected: toEverybody(204) },
  'DELETE /api/me/sessions/{sessionId}': { expected: toOwner(204), params: { sessionId: who.ana } },
}

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
  const name = actorNames[actor]
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
