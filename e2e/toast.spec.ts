import type { Page } from '@playwright/test'
import { letDayCount } from '../lib/moments/device.ts'
import { newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { takeDevice } from './acts/devices'
import { openFedRow } from './acts/lately'
import { expect, test } from './fixtures'

declare global {
  interface Window {
    endTenSeconds: () => void
  }
}

/** In the page: ten seconds are over when the test says so, not before a slow machine has clicked. */
function holdTenSeconds(): void {
  const begun = new Map<number, () => void>()
  const [start, stop] = [window.setTimeout, window.clearTimeout]
  window.setTimeout = ((run: () => void, ms?: number) => {
    const id = start(run, ms)
    if (ms === 10_000) begun.set(id, run)
    return id
  }) as typeof setTimeout
  window.clearTimeout = (id) => {
    begun.delete(Number(id))
    stop(id)
  }
  window.endTenSeconds = () => {
    for (const [id, run] of begun) {
      window.clearTimeout(id)
      run()
    }
  }
}

test('a toast leaves by itself, also after its Undo was used, and not under the mouse', async ({ app, page }) => {
  const couple = await newCouple(app)
  const { device, vault } = couple.a
  await letDayCount(device, vault(), couple.id, { day: parseDay('2027-03-03'), types: ['physical'] })
  await takeDevice(page, couple.a)
  await page.addInitScript(holdTenSeconds)
  await page.goto('/lately')
  const remove = page.getByRole('button', { name: /^Remove/ })
  const toast = page.locator('[popover]')
  for (const _ of ['once', 'twice']) {
    await openFedRow(page, 'A moment, without words')
    await remove.click()
    await expect(toast.getByText('Removed')).toBeVisible()
    await toast.getByRole('button', { name: 'Undo' }).click()
    await page.mouse.move(5, 5)
    await expect(toast.getByText('The moment is back.')).toBeVisible()
    await expectToLeave(page)
  }
  await openFedRow(page, 'A moment, without words')
  await remove.click()
  await toast.hover()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500))) // until the page has taken the mouse in
  await page.evaluate(() => window.endTenSeconds())
  await page.waitForTimeout(500)
  await expect(toast).toBeVisible()
  await page.mouse.move(5, 5)
  await expectToLeave(page)
})

/** Expects that the toast is gone once its ten seconds, which begin anew when the mouse leaves it, are over. */
const expectToLeave = (page: Page) =>
  expect
    .poll(async () => {
      await page.evaluate(() => window.endTenSeconds())
      return page.locator('[popover]').isVisible()
    })
    .toBe(false)
