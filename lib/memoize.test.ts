import { expect, test } from 'vitest'
import { memoize } from './memoize'

test('makes each value once, until there are too many keys', () => {
  const asked: string[] = []
  const upper = memoize(2, (key: string) => {
    asked.push(key)
    return key.toUpperCase()
  })
  expect(['a', 'b', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'B'])
  expect(asked).toEqual(['a', 'b'])
  expect(['c', 'a'].map(upper)).toEqual(['C', 'A'])
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})

test('asks again after what threw', () => {
  let times = 0
  const failing = memoize(2, () => {
    times += 1
    if (times === 1) throw new Error('not yet')
    return 'made'
  })
  expect(() => failing('a')).toThrow('not yet')
  expect(failing('a')).toBe('made')
})
