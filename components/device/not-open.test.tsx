import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { VaultErrorCode } from '@/lib/vault/vault-error'
import { NotOpen } from './not-open'

const isRetryOffered = (code: VaultErrorCode | null) =>
  renderToStaticMarkup(<NotOpen journal={{ is: 'broken', code }} />).includes('Try again')

test('a journal that can’t be opened offers a retry only where that can help', () => {
  for (const code of [null, 'derivation-failed', 'keyring-busy'] as const)
    expect([code, isRetryOffered(code)]).toEqual([code, true])
  for (const code of ['bad-keyring', 'bad-floors', 'profile-downgrade'] as const)
    expect([code, isRetryOffered(code)]).toEqual([code, false])
  expect(renderToStaticMarkup(<NotOpen journal={{ is: 'unreachable' }} />)).toContain('Try again')
})
