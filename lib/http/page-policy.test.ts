import { expect, test } from 'vitest'
import { pagePolicy } from './page-policy'

test('the policy of a build allows no eval and no script without the nonce', () => {
  const policy = pagePolicy('n', { dev: false })
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain("script-src 'nonce-n' 'strict-dynamic';")
})
