import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readablePath } from './readable-path'

test.each([
  ['/journal', '/journal'],
  ['/journal/%', '/journal/%25'],
  ['/journal/%zz/edit', '/journal/%25zz/edit'],
  ['/api/plans/%ff', '/api/plans/%25ff'],
  ['/journal/%E0%A4%A', '/journal/%25E0%25A4%25A'],
  ['/journal/%20/%', '/journal/%20/%25'],
  ['/journal/%25', '/journal/%25'],
  ['/api/plans/%2e%2e?coupleId=%', '/api/plans/%2e%2e?coupleId=%'],
  ['/journal/%#%', '/journal/%25#%'],
  ['*', '/*'],
  ['%', '/%25'],
  ['', '/'],
  ['http://localhost:3000/today?week=1', '/today?week=1'],
  ['http://localhost:3000', '/'],
  ['mailto:noor', '/mailto:noor'],
])('%s is read as %s', (url, expected) => {
  expect(readablePath(url)).toBe(expected)
})

test('every path can be decoded afterwards, and one that could be before is as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'%/a2Ff0?'), maxLength: 20 }), (text) => {
      const read = readablePath(`/${text}`)
      const path = (url: string) => url.replace(/[?#].*/, '')
      for (const segment of path(read).split('/')) expect(() => decodeURIComponent(segment)).not.toThrow()
      expect(readablePath(read)).toBe(read)
    }),
    { numRuns: 2000 },
  )
})
