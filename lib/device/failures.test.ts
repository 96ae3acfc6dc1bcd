import { expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { VaultError } from '@/lib/vault/vault-error'
import { failuresBy } from './failures'

const failureOf = failuresBy({ 'not-found': 'gone', 'too-long': 'tooLong', 'slow-down': 'unreachable' })

test('what a room names is what it calls it, be it a refusal or of the vault', () => {
  expect([new Problem('not-found'), new VaultError('too-long'), new Problem('slow-down')].map(failureOf)).toEqual([
    'gone',
    'tooLong',
    'unreachable',
  ])
})

test('what it does not name is the same everywhere', () => {
  expect([new Unreachable(null), new Problem('not-now'), new Problem('signed-out')].map(failureOf)).toEqual([
    'unreachable',
    'unreachable',
    'signedOut',
  ])
  expect([new Problem('ended'), new VaultError('bad-row'), new Error('no'), null].map(failureOf)).toEqual(
    Array(4).fill('unexpected'),
  )
})
