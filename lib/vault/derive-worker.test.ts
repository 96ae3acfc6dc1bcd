// Derivation as a page does it, with a fake Worker that runs the real derive.worker.ts.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as argon2 from './argon2'
import { toBase64url } from './base64url'
import { derivePhraseKeys, type DeriveAnswer, type DeriveTask } from './derive'
import { expectFailure } from './people.fixture'

const CHOICE = { kdf: 1, salt: toBase64url(new Uint8Array(16)) }
const terminated = vi.fn()

class PageWorker {
  onmessage: ((event: { data: DeriveAnswer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  terminate = terminated

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

/** A worker that the page's content security policy refuses. */
class RefusedWorker extends PageWorker {
  override async postMessage(): Promise<void> {
    this.onerror?.({ message: 'Refused to compile' })
  }
}

beforeEach(() => {
  terminated.mockClear()
})
afterEach(() => {
  vi.doUnmock('./argon2')
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('in a page, a worker derives the same keys, and is terminated', async () => {
  const inNode = await derivePhraseKeys('any phrase at all', CHOICE, 0)
  const inThisThread = vi.spyOn(argon2, 'argon2')
  vi.stubGlobal('document', {})
  vi.stubGlobal('Worker', PageWorker)
  const inPage = await derivePhraseKeys('any phrase at all', CHOICE, 0)
  expect(inPage.authKey).toBe(inNode.authKey)
  expect(inThisThread).not.toHaveBeenCalled()
  expect(terminated).toHaveBeenCalledTimes(1)
})

test('a worker that runs out of memory or is refused has its own failure, and is terminated', async () => {
  vi.stubGlobal('document', {})
  vi.stubGlobal('Worker', RefusedWorker)
  await expectFailure('derivation-failed', () => derivePhraseKeys('any phrase at all', CHOICE, 0))
  vi.doMock('./argon2', () => ({ argon2: () => Promise.reject(new RangeError('Out of memory')) }))
  vi.stubGlobal('Worker', PageWorker)
  await expectFailure('derivation-failed', () => derivePhraseKeys('any phrase at all', CHOICE, 0))
  expect(terminated).toHaveBeenCalledTimes(2)
})
