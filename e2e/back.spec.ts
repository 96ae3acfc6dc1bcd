// "Back" leads where one came from, and otherwise to the page above.
import type { Page } from '@playwright/test'
import { newCouple } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { expect, test } from './fixtures'

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
const back = (page: Page, name: string) => page.locator('.top-bar').getByRole('link', { name, exact: true })

test('the months are one tap from Week and Lately, and lead back to either', async ({ app, page }) => {
  const { a } = await newCouple(app)
  await takeDevice(page, a)
  const bar = page.getByRole('navigation', { name: 'Main' })

  await test.step('opened by its address, it leads to the page above', async () => {
    await page.goto('/months')
    await heading(page, 'Month by month')
    await expect(back(page, 'Lately')).toHaveAttribute('href', '/lately')
  })

  await test.step('from the week', async () => {
    await page.goto('/week')
    await page.getByRole('link', { name: 'Months', exact: true }).click()
    await heading(page, 'Month by month')
    await back(page, 'Week').click()
    await heading(page, 'This week')
  })

  await test.step('from Lately', async () => {
    await bar.getByRole('link', { name: 'Lately' }).click()
    await expect(page).toHaveURL(/\/lately$/)
    await page.getByRole('link', { name: 'Months', exact: true }).click()
    await heading(page, 'Month by month')
    await back(page, 'Lately').click()
    await expect(page).toHaveURL(/\/lately$/)
  })

  await test.step('a form is no place to go back to', async () => {
    await page.goto('/rituals')
    await page.getByRole('link', { name: 'Propose a ritual' }).first().click()
    await expect(page).toHaveURL(/\/rituals\/new$/)
    await back(page, 'Rituals').click()
    await expect(page).toHaveURL(/\/rituals$/)
  })
})
