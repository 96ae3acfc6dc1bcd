import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNestedBeyond } from './nesting'

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

/** Texts with what ends a string, or would nest if it weren't in one. */
const oddText = fc
  .array(fc.constantFrom('"', '\\', '[', '{', ']', '}', ' ', 'a'), { maxLength: 8 })
  .map((parts) => parts.join(''))

test('the depth of any JSON text is found as it is', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 8, withCrossShrink: true },
      fc.oneof(oddText, fc.integer(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(oddText, tie('tree'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(tree, (value) => {
      const [text, depth] = [JSON.stringify(value), depthOf(value)]
      expect([isNestedBeyond(text, depth), depth > 0 && !isNestedBeyond(text, depth - 1)]).toEqual([false, false])
    }),
    { numRuns: 500 },
  )
})

test('a text that is no JSON is read to its end', () => {
  expect([isNestedBeyond('{"', 1), isNestedBeyond(']]]', 1), isNestedBeyond('"\\', 1), isNestedBeyond('', 1)]).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(isNestedBeyond('['.repeat(100_000), 1000)).toBe(true)
})
