import { beforeEach, expect, test, vi } from 'vitest'
import { noteTakenBack } from '@/components/moments/logged-moments'
import type { Vault } from '@/lib/vault/vault'
import { forgetFinished, isDayCounted, justFinishedHere, noteDayCounted, noteFinished } from './just-finished'

// the notes go by which journal is open, and read nothing of it
const openJournal = () => ({ uid: 'noor' }) as Vault

const finished = {
  id: 'page',
  page: { day: '2026-11-24', types: [], writing: { kind: 'reflection', text: 'The flat is too quiet.' } },
  outcome: { sent: ['page'], twice: [], failure: null },
  isStored: true,
  addedAt: '2026-11-24T21:00:00.000Z',
} as unknown as Parameters<typeof noteFinished>[1]

let entry = ''

beforeEach(() => {
  entry = 'first'
  vi.stubGlobal('navigation', {
    get currentEntry() {
      return { key: entry }
    },
  })
  return () => vi.unstubAllGlobals()
})

test('a finished page is shown as after Done in its own entry of the history, and nowhere else', () => {
  const vault = openJournal()
  noteFinished(vault, finished)
  expect(justFinishedHere(vault, 'page')).toBe(finished)
  expect(justFinishedHere(vault, 'other')).toBeNull()
  entry = 'second'
  expect(justFinishedHere(vault, 'page')).toBeNull()
  entry = 'first'
  expect(justFinishedHere(vault, 'page')).toBe(finished)
  expect(justFinishedHere(openJournal(), 'page')).toBeNull() // it was locked meanwhile
  forgetFinished(vault)
  expect(justFinishedHere(vault, 'page')).toBeNull()
})

test('a day counts until its moment is taken back, wherever in this tab that is', () => {
  const vault = openJournal()
  expect(isDayCounted(vault, 'page')).toBe(false)
  noteDayCounted(vault, 'page', 'moment')
  expect(isDayCounted(vault, 'page')).toBe(true)
  noteTakenBack('moment', true)
  expect(isDayCounted(vault, 'page')).toBe(false)
  noteTakenBack('moment', false)
  expect(isDayCounted(vault, 'page')).toBe(true)
})
