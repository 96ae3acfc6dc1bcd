import { beforeEach, expect, test, vi } from 'vitest'
import { keepUnsent, unsentForms } from '@/lib/unsent-forms'
import { somebody } from '@/lib/vault/people.fixture'
import { browserDevice } from './browser-device'

const typed = { mine: { title: 'Soup' }, from: { title: '' }, ids: null }
vi.stubGlobal('navigator', { userAgent: '' })
const { journal } = browserDevice()
const open = async () => {
  const vault = await somebody()
  journal.open(vault, { locksWhenIdle: false })
  return vault
}
const kept = () => [...unsentForms.get().values()]

beforeEach(() => {
  journal.lock()
  keepUnsent('plan 1', typed)
})

test('what was typed and not sent stays while the journal opens, and goes when it locks', async () => {
  await open()
  expect(kept()).toEqual([typed])
  journal.lock()
  expect(kept()).toEqual([])
})

test('it goes on a lock before the journal was open, as on signing out', () => {
  journal.lock()
  expect(kept()).toEqual([])
})

test('it stays when the keys of the same person change, and goes when another person opens their journal', async () => {
  const mine = await open()
  keepUnsent('plan 1', typed)
  journal.replace({ ...mine })
  expect(kept()).toEqual([typed])
  await open()
  expect(kept()).toEqual([])
})

test('a form that was sent, or holds nothing, is forgotten alone', () => {
  keepUnsent('plan 2', typed)
  keepUnsent('plan 1', null)
  keepUnsent('plan 3', null)
  expect([...unsentForms.get().keys()]).toEqual(['plan 2'])
})
