import { letDayCount } from '../lib/moments/device.ts'
import { newCouple } from '../lib/testing/people.ts'
import { parseDay } from '../lib/time/day.ts'
import { takeDevice } from './acts/devices'
import { openFedRow } from './acts/lately'
import { expect, test } from './fixtures'

test('a toast leaves by itself, also after its Undo was used, and not under the mouse', async ({ app, page }) => {
  const couple = await newCouple(app)
  const { device, vault } = couple.a
  await letDayCount(device, vault(), couple.id, { day: parseDay('2027-03-03'), types: ['physical'] })
  await takeDevice(page, couple.a)
  await page.addInitScript(() => {
    const after = window.setTimeout
    const sooner = (run: () => void, ms?: number) => after(run, ms === 10_000 ? 600 : ms)
    window.setTimeout = sooner as typeof setTimeout
  })
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
    await expect(toast).toBeHidden()
  }
  await openFedRow(page, 'A moment, without words')
  await remove.click()
  await toast.hover()
  await page.waitForTimeout(1500)
  await expect(toast).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(toast).toBeHidden()
})
