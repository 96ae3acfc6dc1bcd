import { expect, test, vi } from 'vitest'
import { until } from '@/lib/testing/until'
import { VaultError } from '@/lib/vault/vault-error'
import { lateFunctions, latePartOf, loadAhead } from './late-functions'

const part = { double: async (n: number) => n * 2, name: 'a part' }

test('the first call of a function loads its part, and passes the arguments', async () => {
  const load = vi.fn(async () => part)
  const late = lateFunctions(load)
  expect(load).not.toHaveBeenCalled()
  expect(await late.double(21)).toBe(42)
})

test('a part that does not load has its own failure, and the next call tries again', async () => {
  const load = vi.fn(async () => part)
  load.mockRejectedValueOnce(new Error('Failed to load chunk'))
  const late = lateFunctions(load)
  await expect(late.double(1)).rejects.toEqual(new VaultError('part-not-loaded'))
  expect(await late.double(1)).toBe(2)
})

test('an error of the function itself is not changed', async () => {
  const late = lateFunctions(async () => ({ fail: async () => Promise.reject(new RangeError('no')) }))
  await expect(late.fail()).rejects.toThrow(RangeError)
})

test('loading ahead goes on with the parts that one brings, such as what its form seals drafts with', async () => {
  const inner = vi.fn(async () => part)
  latePartOf(async () => {
    latePartOf(inner)
    return part
  })
  loadAhead()
  await until('the inner part is loaded', () => inner.mock.calls.length === 1)
})

test('loading ahead loads each part once, and ignores failures', async () => {
  const arrives = vi.fn(async () => part)
  const fails = vi.fn(async () => Promise.reject(new Error('offline')))
  latePartOf(arrives)
  latePartOf(fails)
  const loaded = latePartOf(vi.fn(async () => part))
  await loaded()
  loadAhead()
  loadAhead()
  await Promise.resolve()
  expect([arrives.mock.calls.length, fails.mock.calls.length]).toEqual([1, 1])
})
