import { expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import type { Vault } from '@/lib/vault/vault'
import { sendFinished } from './outbox'

const drafts = ['older', 'newer'].map((id, savedAt) => ({ id, of: null, sealed: id, savedAt, finished: 1 })).reverse()

/** Sends two waiting pages, and returns how many requests there were, each refused with this error. */
async function countSent(refusal: Error): Promise<number> {
  let sent = 0
  const device = {
    store: { drafts: () => Promise.resolve(drafts) },
    call: () => {
      sent++
      return Promise.reject(refusal)
    },
  } as unknown as Device
  const outcome = await sendFinished(device, { uid: 'noor' } as Vault)
  expect(outcome).toEqual({ sent: [], twice: [], failure: refusal })
  return sent
}

test.each([
  new Problem('too-large'),
  new Problem('too-much', { limit: 'sealedBytes' }),
  new Problem('wrong-shape', { fields: ['body.entries.0.sealed'] }),
  new Problem('id-taken'),
])('a page that is refused does not hold back the next one: %s', async (refusal) => {
  expect(await countSent(refusal)).toBe(2)
})

test.each([new Unreachable('lost'), new Problem('slow-down', { retryAfter: 9 }), new Problem('signed-out')])(
  'where no page can be sent now, no further one is tried: %s',
  async (error) => {
    expect(await countSent(error)).toBe(1)
  },
)
