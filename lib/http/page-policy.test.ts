import { expect, test } from 'vitest'
import { pagePolicy } from './page-policy'

test('what is built evaluates no code and takes no script without the nonce', () => {
  const policy = pagePolicy('n', { dev: false })
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain("script-src 'nonce-n' 'strict-dynamic';")
})
