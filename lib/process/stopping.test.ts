import { expect, test } from 'vitest'
import { beforeStop, endAll } from './stopping'

test('requests end first, then what they stand on, whoever was told first; one that fails keeps no other from ending', async () => {
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
