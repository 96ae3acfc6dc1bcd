import { expect, test } from 'vitest'
import { trustPage } from './trust-page'
import { devices, holes, type TrustFacts } from '@/lib/at-home/trust-template'
import { deviceOf, fillTemplate } from '@/lib/at-home/trust-page'

const facts = Object.fromEntries(holes.map((hole) => [hole, `<${hole}>`])) as TrustFacts
const page = trustPage({ style: 'S', by: 'name' })

test('the page has its style in it, no script and no form, and asks for no file', () => {
  expect(page).toContain('<style>S</style>')
  expect(page).not.toMatch(/<script|<form|<link| src=| on\w+=/)
})

test('every hole is filled, as text, and the drawing as it is', () => {
  const filled = fillTemplate(page, facts, null)
  expect(filled).not.toContain('{{')
  for (const hole of holes) expect(filled).toContain(hole === 'qr' ? '<qr>' : `&lt;${hole}>`)
})

test.each(devices)('the steps of %s are open alone for who comes with it', (device) => {
  const open = fillTemplate(page, facts, device).match(/<details[^>]* open>/g)
  expect(open).toEqual([`<details name="device" id="${device}" open>`])
})

test('a home at an address of its own has other words for one that can’t be found', () => {
  const address = trustPage({ style: 'S', by: 'address' })
  expect(page).toContain('ends in .local')
  expect(address).not.toContain('ends in .local')
})

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    'iphone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'mac',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36', 'firefox'],
  ['curl/8.5.0', null],
])('%s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
