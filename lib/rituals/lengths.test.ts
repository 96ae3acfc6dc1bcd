import { expect, test } from 'vitest'
import { lengthChoices } from './lengths'

test('the current length can be chosen, in its place and once', () => {
  expect(lengthChoices(25).slice(3, 6)).toEqual([20, 25, 30])
  expect(lengthChoices(60)).toHaveLength(lengthChoices(25).length - 1)
})
