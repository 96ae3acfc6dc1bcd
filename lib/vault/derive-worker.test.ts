// The page's side of deriving, with a stand-in for the browser's Worker that loads the real derive.worker.ts.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as argon2 from './argon2'
import { toBase64url } from './base64url'
import { derivePhraseKeys, type DeriveAnswer, type DeriveTask } from './derive'
import { expectFailure } from './people.fixture'

const CHOICE = { kdf: 1, salt: toBase64url(new Uint8Array(16)) }
const ended = vi.fn()

class PageWorker {
  onmessage: ((event: { data: DeriveAnswer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  terminate = ended

  constructor(file: URL, options: WorkerOptions) {
    expect(file.pathname).toMatch(/\/derive\.worker\.ts$/)
    expect(options).toEqual({ type: 'module' })
  }

  async postMessage(task: DeriveTask): Promise<void> {
    const scope = {
      onmessage: async (event: { data: DeriveTask }) => void event,
      postMessage: (data: DeriveAnswer) => this.onmessage?.({ data: structuredClone(data) }),
    }
    vi.stubGlobal('self', scope)
    vi.resetModules()
    await import('./derive.worker')
    await scope.onmessage({ data: structuredClone(task) })
  }
}

/** One that the page's policy does not let run. */
class RefusedWorker extends PageWorker {
  override async postMessage(): Promise<void> {
    this.onerror?.({ message: 'Refused to compile' })
  }
}

beforeEach(() => {
  ended.mockClear()
})
afterEach(() => {
  vi.doUnmock('./argon2')
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('in a page, a worker derives the same keys, and is ended', async () => {
  const inNode = await derivePhraseKeys('any phrase at all', CHOICE, 0)
  const here = vi.spyOn(argon2, 'argon2')
  vi.stubGlobal('document', {})
  vi.stubGlobal('Worker', PageWorker)
  const inPage = await derivePhraseKeys('any phrase at all', CHOICE, 0)
  expect(inPage.authKey).toBe(inNode.authKey)
  expect(here).not.toHaveBeenCalled()
  expect(ended).toHaveBeenCalledTimes(1)
})

test('a worker that runs out of memory, or may not run, is told as such, and is ended', async () => {
  vi.stubGlobal('document', {})
  vi.stubGlobal('Worker', RefusedWorker)
  await expectFailure('derivation-failed', () => derivePhraseKeys('any phrase at all', CHOICE, 0))
  vi.doMock('./argon2', () => ({ argon2: () => Promise.reject(new RangeError('Out of memory')) }))
  vi.stubGlobal('Worker', PageWorker)
  await expectFailure('derivation-failed', () => derivePhraseKeys('any phrase at all', CHOICE, 0))
  expect(ended).toHaveBeenCalledTimes(2)
})
