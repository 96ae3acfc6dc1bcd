import { expect, test } from 'vitest'
import { answerInNumbers } from './in-words'

test('an answer in numbers has the wish where there is one, and says where nothing was answered', () => {
  expect(answerInNumbers({ now: 3, wish: 5 }, 'en')).toBe('3, would like 5')
  expect(answerInNumbers({ now: 3, wish: null }, 'en')).toBe('3')
  expect(answerInNumbers(null, 'en')).toBe('left out')
})
