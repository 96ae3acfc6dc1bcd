import { expect, test } from 'vitest'
import { securityHeaders, transportPolicy } from './security-headers'

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

test('answers over plain http have no Strict-Transport-Security', () => {
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders('https://fivefold.example')).toHaveProperty('strict-transport-security', 'max-age=31536000')
})
