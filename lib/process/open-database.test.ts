import { expect, test } from 'vitest'
import { openDatabase } from './open-database'

test('the address past a pooler is refused without the address of the pooler', async () => {
  const directUrl = 'postgres://me:word@127.0.0.1:1/home'
  for (const givenUrl of [undefined, ''])
    await expect(openDatabase({ root: '', folder: '', secret: '', givenUrl, directUrl })).rejects.toThrow(
      'DIRECT_URL is set without DATABASE_URL: set both, or DATABASE_URL alone if nothing pools it.',
    )
})
