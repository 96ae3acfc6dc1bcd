// Code that a page loads when it is needed, while the network fails.
import { newCouple } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { expect, test } from './fixtures'

/** A Tuesday. */
test.use({ moment: '2026-10-20T19:00:00.000Z', locale: 'en-GB', timezoneId: 'Europe/Lisbon' })

test('a form whose code does not arrive says so, and a retry loads it', async ({ app, page, context, allow }) => {
  allow({ offline: true })
  const { a } = await newCouple(app)
  await takeDevice(page, a)
  // Only scripts that are loaded after the page: its own are in the HTML.
  const html = await (await a.device.fetch('/week')).text()
  const scripts = /\/_next\/static\/chunks\/[^/?]+\.js/
  await context.route(scripts, (route) => {
    const [file = ''] = scripts.exec(route.request().url()) ?? []
    return html.includes(file) ? route.continue() : route.abort()
  })
  await page.goto('/week')
  await page.getByRole('button', { name: 'Add something on Thursday, October 22' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'A part of this page didn’t arrive. Try again.' })
  await expect(alert).toBeVisible()
  await context.unroute(scripts)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('What is it?')).toBeFocused()
})
