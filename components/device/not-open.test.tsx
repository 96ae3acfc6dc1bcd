import type { ComponentProps } from 'react'
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

test('the heading of a page without a journal says why it is not there', () => {
  const heading = (journal: ComponentProps<typeof NotOpen>['journal']) =>
    /<h1[^>]*>(.*?)<\/h1>/.exec(renderToStaticMarkup(<NotOpen whole journal={journal} />))?.[1]
  expect(heading({ is: 'unreachable' })).toBe('Your journal can’t be reached')
  expect(heading({ is: 'broken', code: 'bad-keyring' })).toBe('Your journal isn’t open')
  expect(heading({ is: 'stopped' })).toBe('Your journal isn’t open')
  expect(heading({ is: 'signed-out' })).toBe('You are signed out here')
})
