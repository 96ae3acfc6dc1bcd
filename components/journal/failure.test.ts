import { expect, test } from 'vitest'
import { describeFailure } from '@/lib/device/failure-sentence'
import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { replyFailureOf, unstoredReplyFailureOf } from './failure'

const failures = [
  new Unreachable(null),
  new Problem('not-now'),
  new Problem('ended'),
  new Problem('not-found'),
  new Problem('page-taken-back'),
  new Error('unexpected'),
]

test.each(failures)('a reply is only called saved on the device where it is stored: %s', (error) => {
  const stored = describeFailure('en', replyFailureOf(error))
  const unstored = describeFailure('en', unstoredReplyFailureOf(error))
  expect(stored).toContain('saved on this device')
  expect(unstored).not.toContain('saved')
  expect(unstored).toContain('still in the field')
})
