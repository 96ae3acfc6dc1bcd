import { expect, test } from 'vitest'
import { isPage } from './page-headers'

test.each(['/', '/?from=link', '/today', '/apiary', '/nowhere', '/api-of-mine', '//api/me'])('%s is a page', (url) => {
  expect(isPage(url)).toBe(true)
})

test.each(['/api', '/api?x=1', '/api/me', '/api/me?x=1', '/_next/static/a.js', '/icon.svg', '/icon.svg?v=1'])(
  '%s is none',
  (url) => {
    expect(isPage(url)).toBe(false)
  },
)
