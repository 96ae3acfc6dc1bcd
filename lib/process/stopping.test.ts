import { expect, test } from 'vitest'
import { beforeStop, endAll } from './stopping'

test('stops requests first, then what they use, in any order of registration; one failure does not block the rest', async () => {
  const ended: string[] = []
  const logged: string[] = []
  beforeStop('database', () => ended.push('database'))
  beforeStop('web', async () => {
    await Promise.resolve()
    ended.push('web')
  })
  beforeStop('connections', () => {
    throw new Error('gone already')
  })
  await endAll((line) => logged.push(line))
  expect(ended).toEqual(['web', 'database'])
  expect(logged).toEqual(['stopped web', 'could not stop (Error: gone already) connections', 'stopped database'])
})
