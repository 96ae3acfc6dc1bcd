import { expect, test } from 'vitest'
import { failureLine } from './failure-line'

const words = 'I was\n    at the park (with Elias:1:2)\nand said nothing'

test('a line names what failed and where in the code, and quotes nothing', () => {
  const line = failureLine(
    { route: 'GET /api/me' },
    Object.assign(new TypeError(words), { code: 'P2002', detail: words }),
  )
  expect(JSON.parse(line)).toMatchObject({ level: 'error', route: 'GET /api/me', name: 'TypeError', code: 'P2002' })
  expect(line).toContain('failure-line.test.ts')
  expect(line).not.toContain('\n')
  for (const word of ['park', 'Elias', 'nothing']) expect(line).not.toContain(word)
})

test('a failure line has no private text from the name, the code or a thrown value', () => {
  const named = Object.assign(new Error('x'), { name: words, code: words })
  const changed = new Error(words)
  changed.message = 'something else'
  for (const error of [named, changed, words, { message: words }, null])
    expect(failureLine({}, error)).not.toMatch(/park|Elias|nothing/)
})
