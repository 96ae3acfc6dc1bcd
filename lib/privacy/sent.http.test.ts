// What leaves a device: every request of signing up, signing in and writing, searched for the phrase and for what was written.
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { finishPage, sendFinished } from '@/lib/journal/outbox'
import { sealReply, sealShare, sendReply, sendShare } from '@/lib/journal/sharing'
import { newCouple, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
})
afterEach(() => {
  vi.restoreAllMocks()
})

const WORD = 'Quittenmarmelade'

/** Notes every request of this process, and each part of it that is base64url as the bytes that it stands for, too. */
function noteRequests(): string[] {
  const noted: string[] = []
  const send = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const headers = [...new Headers(init?.headers).values()].join(' ')
    const text = `${String(input)} ${headers} ${typeof init?.body === 'string' ? init.body : ''}`
    noted.push(text)
    for (const [part] of text.matchAll(/[\w-]{8,}/g)) noted.push(Buffer.from(part, 'base64url').toString('latin1'))
    return send(input, init)
  })
  return noted
}

async function write({ device, vault }: TestPerson, text: string): Promise<void> {
  const id = randomUuid()
  const page = { day: parseDay('2026-11-24'), types: [], writing: { kind: 'reflection', text } } as const
  await finishPage(device, vault(), { id, base: 0, page, draft: { id, of: null, sealed: null } })
  expect((await sendFinished(device, vault())).failure).toBeNull()
}

test('no request holds the phrase, or a word that was written', async () => {
  const noted = noteRequests()
  const { id: coupleId, a, b } = await newCouple(app)
  await a.signInElsewhere()
  await write(a, WORD)
  const shown = { kind: 'reflection', words: { text: WORD }, wants: 'comfort', writtenDay: null } as const
  const page = await sendShare(
    a.device,
    a.vault(),
    await sealShare(a.device, a.vault(), { coupleId, page: shown, types: [] }),
  )
  await sendReply(
    b.device,
    b.vault(),
    coupleId,
    await sealReply(b.device, b.vault(), page, { id: randomUuid(), text: WORD }),
  )

  const all = noted.join('\n')
  expect(all).toContain('/api/entries')
  expect(all).toContain('/api/shared-entries')
  expect(all).toContain(a.email) // so that it is the requests that were noted
  for (const secret of [WORD, a.phrase, b.phrase]) expect(all).not.toContain(secret)
})
