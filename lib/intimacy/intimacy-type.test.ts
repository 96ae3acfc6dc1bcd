import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTIMACY_TYPES, inProductOrder, isIntimacyType, parseIntimacyType } from '@/lib/intimacy/intimacy-type'
import { intimacyTypesSchema } from '@/lib/intimacy/schemas'

test('there are five types, in one order', () => {
  expect(INTIMACY_TYPES).toEqual(['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'])
})

test('sorting lists each type once, in product order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...INTIMACY_TYPES), { maxLength: 12 }), (types) => {
      const ordered = inProductOrder(types)
      expect(new Set(ordered)).toEqual(new Set(types))
      expect(ordered.map((type) => INTIMACY_TYPES.indexOf(type))).toEqual(
        [...new Set(types)].map((type) => INTIMACY_TYPES.indexOf(type)).sort(),
      )
    }),
  )
})

test('any other text is not a type', () => {
  expect(['Emotional', 'sexual', '', 'constructor'].filter(isIntimacyType)).toEqual([])
  expect(() => parseIntimacyType('sexual')).toThrow(RangeError)
})

test('a list in a request names known types, each once, in product order', () => {
  const accepts = (value: unknown) => intimacyTypesSchema.safeParse(value).success
  expect(accepts([])).toBe(true)
  expect(accepts(['emotional', 'spiritual'])).toBe(true)
  expect(accepts(['spiritual', 'emotional'])).toBe(false)
  expect(accepts(['emotional', 'emotional'])).toBe(false)
  expect(accepts(['emotional', 'sexual'])).toBe(false)
  expect(accepts([...INTIMACY_TYPES, 'emotional'])).toBe(false)
  expect(accepts('emotional')).toBe(false)
})
