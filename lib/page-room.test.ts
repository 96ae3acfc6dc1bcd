import { expect, test } from 'vitest'
import { fitIntoPage, textBytes } from './page-room'

test('a page shows as many rows as there is room for, and says how many are left', () => {
  const rows = [3, 3, 3, 3]
  const fit = (most: number) => fitIntoPage(rows, (bytes) => bytes, most)
  expect(fit(12)).toEqual({ shown: rows, left: 0 })
  expect(fit(11)).toEqual({ shown: [3, 3, 3], left: 1 })
  expect(fit(1)).toEqual({ shown: [3], left: 3 })
  expect(fitIntoPage([], () => 1)).toEqual({ shown: [], left: 0 })
  expect(fitIntoPage(Array(1000).fill('&'.repeat(1000)), (text: string) => textBytes(text)).shown.length).toBe(42)
})

test('no text takes more bytes than it counts for', () => {
  const escapeHtml = (text: string) =>
    text.replace(/[&<>"']/g, (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found] ?? '&#x27;')
  // as React writes its data into a script
  const escapeData = (text: string) =>
    JSON.stringify(JSON.stringify(text))
      .slice(3, -3)
      .replace(/[&<>]/g, () => '\\u0026')
  for (const text of ['Soup', '&', '<', '>', '"', "'", '李', '🌻', 'é', '\\', '\u2028'])
    expect(Buffer.byteLength(escapeHtml(text)) + Buffer.byteLength(escapeData(text))).toBeLessThanOrEqual(
      textBytes(text),
    )
})
