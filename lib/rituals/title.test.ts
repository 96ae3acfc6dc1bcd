import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleAsHeading, titleOf } from './title'

test.each([
  ['cook the same soup', 'Cook the same soup'],
  ['  a walk,\n without phones ', 'A walk, without phones'],
  ['Soup, on a call', 'Soup, on a call'],
  ['iPhone-free dinner', 'iPhone-free dinner'],
  ['ßo', 'ßo'],
  ['同じスープを作る', '同じスープを作る'],
  ['לבשל את אותו מרק', 'לבשל את אותו מרק'],
])('%j as a heading is %j', (typed, heading) => expect(titleAsHeading(typed)).toBe(heading))

test('a saved title that was not changed stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (saved) => {
      expect(titleOf(saved, saved)).toBe(saved)
    }),
  )
  expect(titleOf('stew', 'Soup')).toBe('Stew')
})
