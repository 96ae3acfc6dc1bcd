import { beforeEach, expect, test, vi } from 'vitest'
import { forgetMarksOf, isMarked, setMark } from './local-marks'

beforeEach(() => {
  let text: string | null = null
  vi.stubGlobal('localStorage', { getItem: () => text, setItem: (_: string, next: string) => (text = next) })
  return () => vi.unstubAllGlobals()
})

test('the oldest marks of a kind are forgotten, and no others', () => {
  setMark('zone-Europe/Lisbon:noor', true)
  for (let n = 0; n < 401; n += 1) setMark(`read-${n}:noor`, true)
  expect([isMarked('read-0:noor'), isMarked('read-1:noor'), isMarked('read-400:noor')]).toEqual([false, true, true])
  expect(isMarked('zone-Europe/Lisbon:noor')).toBe(true)
})

test('signing out leaves the marks of others', () => {
  setMark('read-1:noor', true)
  setMark('read-1:elias', true)
  forgetMarksOf('noor')
  expect([isMarked('read-1:noor'), isMarked('read-1:elias')]).toEqual([false, true])
})
