// The page over http that shows how to trust a home: in each theme, on a small phone, with large text.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { makeAuthority } from '../lib/at-home/certificates.ts'
import { addressOfName } from '../lib/at-home/home-address.ts'
import { trustHandler } from '../lib/at-home/trust-page.ts'
import { seams } from '../lib/seams.ts'
import { layoutFaults } from './layout-checks'
import { checkPage } from './page-checks'

test('the page about trust fits every window, and opens the steps of the device that asks', async ({ browser }) => {
  const { certificate } = await makeAuthority('fivefold.local', seams().now())
  const near = { near: 'http://192.168.100.200:3000', nearHost: '192.168.100.200' }
  const handler = trustHandler(process.cwd(), () => ({
    address: addressOfName('fivefold'),
    authority: certificate,
    ...near,
  }))
  const server = createServer(handler)
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  const context = await browser.newContext({
    bypassCSP: true, // for axe alone: the page runs no script
    userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
  })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await expect(page.getByText('Open Settings and search for “CA certificate”')).toBeVisible()
  await checkPage(page)
  const windows = [
    { width: 320, height: 640, text: '100%' },
    { width: 390, height: 844, text: '200%' },
    { width: 1280, height: 800, text: '200%' },
  ]
  for (const device of ['iPhone or iPad', 'Windows', 'Firefox on a computer, or Linux']) {
    await page.getByText(device, { exact: true }).click()
    await expect(page.locator('details[open]')).toHaveCount(1)
    for (const { text, ...size } of windows) {
      await page.setViewportSize(size)
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize
      }, text)
      expect([device, size, text, await layoutFaults(page)]).toEqual([device, size, text, []])
    }
  }
  await context.close()
  await new Promise((down) => server.close(down))
})
