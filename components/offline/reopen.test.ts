import { expect, test } from 'vitest'
import { nextWait } from './reopen'

test('the waits grow by half, up to half a minute', () => {
  let wait = 3_000
  const waits = Array.from({ length: 8 }, () => (wait = nextWait(wait)))
  expect(waits.slice(0, 2)).toEqual([4_500, 6_750])
  expect(waits.at(-1)).toBe(30_000)
})
