import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { postAccount } from '@/lib/accounts/contract'
import { deleteCouple } from '@/lib/couples/contract'
import { closeClients } from '@/lib/db/clients'
import { contract } from '@/lib/http/contract'
import { doorRoute, openRoute, route } from '@/lib/http/route'
import { addEntries } from '@/lib/journal/contract'
import { keepEntries } from '@/lib/journal/writes'
import { testDatabase } from '@/lib/testing/database'
import { putPeopleWithSecrets, sessionSecretOf } from '@/lib/testing/journal-people'
import { policyNow, who } from '@/lib/testing/policy-people'
import { putTestSeams } from '@/lib/testing/test-seams'
import { sealedOf } from '@/lib/testing/sealed'

const { owner } = await testDatabase()
putTestSeams(policyNow)

beforeAll(() => putPeopleWithSecrets(owner))
afterAll(closeClients)

const send = (handle: ReturnType<typeof route>, id: string) =>
  handle(
    new Request('http://localhost:3000/api/entries', {
      method: 'POST',
      headers: {
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        cookie: `fivefold-session=${sessionSecretOf('ana')}`,
      },
      body: JSON.stringify({ entries: [{ id, sealed: sealedOf('A page.') }] }),
    }),
    { params: Promise.resolve({}) },
  )

const saved = async () =>
  (await owner.query<{ id: string }>('select id from private_entry where owner_id = $1', [who.ana])).rows.map(
    ({ id }) => id,
  )

test('a door that saves has no answer, because it commits before an answer is parsed', () => {
  const answer = z.object({ id: z.string() })
  const door = { ...deleteCouple, answer }
  // @ts-expect-error a door that saves has no answer
  expect(doorRoute(door, async () => ({ id: '' })).contract).toBe(door)
  const open = { ...postAccount, answer }
  // @ts-expect-error the same without a session
  expect(openRoute(open, async () => ({ id: '' })).contract).toBe(open)
})

test('what the contract can’t answer is not saved', async () => {
  const unanswerable = contract({ ...addEntries, answer: z.object({ rows: z.array(z.object({ rev: z.string() })) }) })
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const [before, id] = [await saved(), crypto.randomUUID()]
  const refused = await send(route(unanswerable, keepEntries as never), id)
  expect(refused.status).toBe(500)
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
  expect(await saved()).toEqual(before)

  const answered = await send(route(addEntries, keepEntries), id)
  expect(answered.status).toBe(200)
  expect(await saved()).toContain(id)
})
