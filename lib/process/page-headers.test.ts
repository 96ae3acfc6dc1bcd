import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { isPage, putPageHeaders } from './page-headers'

test.each([
  '/',
  '/?from=link',
  '/today',
  '/apiary',
  '/nowhere',
  '/api-of-mine',
  '//api/me',
  '/icon.svgs',
  '/icon.svg/x',
])('%s is a page', (url) => {
  expect(isPage(url)).toBe(true)
})

test.each([
  '/api',
  '/api?x=1',
  '/api/me',
  '/api/me?x=1',
  '/_next/static/a.js',
  '/icon.svg',
  '/icon.svg?v=1',
  '/favicon.ico',
  '/worker.js',
])('%s is none', (url) => {
  expect(isPage(url)).toBe(false)
})

function headersAfter(url: string) {
  const request = new IncomingMessage(new Socket())
  request.url = url
  request.headers['content-security-policy'] = "script-src 'nonce-theirs'"
  request.headers['content-security-policy-report-only'] = "script-src 'nonce-theirs'"
  const response = new ServerResponse(request)
  putPageHeaders(request, response, { dev: false })
  return { headers: request.headers, answered: response.getHeader('content-security-policy') }
}

test.each(['/api/../today', '/api/me', '/_next/../today', '/icon.svg'])('no policy of a client reaches %s', (url) => {
  const { headers, answered } = headersAfter(url)
  expect(headers).not.toHaveProperty('content-security-policy')
  expect(headers).not.toHaveProperty('content-security-policy-report-only')
  expect(answered).toBeUndefined()
})

test('a page has a policy of its own in place of the client’s', () => {
  const { headers, answered } = headersAfter('/today')
  expect(headers['content-security-policy']).toBe(answered)
  expect(answered).not.toContain('theirs')
  expect(headers).not.toHaveProperty('content-security-policy-report-only')
})
