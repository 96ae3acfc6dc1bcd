import { expect, test, vi } from 'vitest'
import { guardPageFetch } from './keep-page'

const page = { headers: { rsc: '1' } }
const lost = new TypeError('Failed to fetch')

/** What a guarded fetch does: what it answered, how it failed, or nothing. And the pages that were lost. */
async function outcome(answer: Response | Error, init?: RequestInit) {
  const onLost = vi.fn()
  const guarded = guardPageFetch(
    () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)),
    onLost,
  )
  const ended = await Promise.race([
    guarded('/week', init).then(
      ({ status }) => status,
      (error: unknown) => error,
    ),
    new Promise((done) => setTimeout(() => done('nothing'), 20)),
  ])
  return { ended, lost: onLost.mock.calls.flat() }
}

test('a page that can’t be reached is given up, and the router is never told to load its address', async () => {
  expect(await outcome(lost, page)).toEqual({ ended: 'nothing', lost: ['/week'] })
  for (const status of [502, 504])
    expect(await outcome(new Response(null, { status }), page)).toEqual({ ended: 'nothing', lost: ['/week'] })
})

test('every answer of the server itself, and every other request, is as without the guard', async () => {
  for (const status of [200, 404, 429, 500, 503])
    expect(await outcome(new Response(null, { status }), page)).toEqual({ ended: status, lost: [] })
  expect(await outcome(new Response(null, { status: 502 }))).toEqual({ ended: 502, lost: [] })
  expect(await outcome(lost)).toEqual({ ended: lost, lost: [] })
  expect(await outcome(lost, { headers: { accept: 'application/json' } })).toEqual({ ended: lost, lost: [] })
})

test('a page that was asked for and aborted fails as before', async () => {
  const aborted = new AbortController()
  aborted.abort()
  expect(await outcome(lost, { ...page, signal: aborted.signal })).toEqual({ ended: lost, lost: [] })
})
