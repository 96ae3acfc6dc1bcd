import { expect, test } from 'vitest'
import { changes, observable } from './observable'

test('a value is the same object until it is set, and listeners hear of each change', () => {
  const value = observable({ n: 1 })
  const first = value.get()
  const seen: number[] = []
  const unsubscribe = value.subscribe(() => seen.push(value.get().n))
  expect(value.get()).toBe(first)
  value.set({ n: 2 })
  unsubscribe()
  value.set({ n: 3 })
  expect(seen).toEqual([2])
})

test('a listener may stop listening while it is called, and the others still hear', () => {
  const { subscribe, notify } = changes()
  let calls = 0
  const unsubscribe = subscribe(() => unsubscribe())
  subscribe(() => calls++)
  notify()
  notify()
  expect(calls).toBe(2)
})
