import { expect, test } from 'vitest'
import { csrf } from '@/lib/accounts/contract'
import { openRoute } from './route'

/** A route whose first attempts lose a deadlock after each has set a cookie of its own. */
const losing = (times: number) => {
  let attempts = 0
  return openRoute(csrf, async ({ setCookie }) => {
    attempts += 1
    setCookie(`fivefold-device=${attempts}`)
    if (attempts <= times) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    return { csrfToken: String(attempts) }
  })
}
const cookiesOf = async (times: number) => {
  const answer = await losing(times)(new Request('http://localhost:3000/api/auth/csrf'), {
    params: Promise.resolve({}),
  })
  return [answer.status, answer.headers.getSetCookie()]
}

test('a retried request sets the cookies of the attempt that was kept, and no other', async () => {
  expect(await cookiesOf(0)).toEqual([200, ['fivefold-device=1']])
  expect(await cookiesOf(1)).toEqual([200, ['fivefold-device=2']])
  expect(await cookiesOf(2)).toEqual([200, ['fivefold-device=3']])
})
