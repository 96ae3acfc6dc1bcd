import { expect, test } from 'vitest'
import { pagePolicy, transportPolicy } from './page-policy'

test('what is built evaluates no code and takes no script without the nonce', () => {
  const policy = pagePolicy('n', { dev: false })
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain("script-src 'nonce-n' 'strict-dynamic';")
})

test.each([
  ['https://fivefold.example', 'max-age=31536000'],
  ['https://fivefold.example:8443', 'max-age=31536000'],
  ['http://fivefold.example', undefined],
  ['http://localhost:3000', undefined],
  ['https://localhost:3000', undefined],
  ['https://home.local', undefined],
  ['https://fivefold.localhost', undefined],
  ['https://notlocal', 'max-age=31536000'],
])('%s: transport %s', (origin, expected) => {
  expect(transportPolicy(origin)).toBe(expected)
})
