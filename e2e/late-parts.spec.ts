// Code that a page loads when it is needed, while the network fails.
import { sealShare, sendShare } from '../lib/journal/sharing.ts'
import { newCouple } from '../lib/testing/people.ts'
import { draftsKept, takeDevice } from './acts/devices'
import { momentField } from './acts/lately'
import { settled } from './acts/settled'
import { surface } from './acts/writing'
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

test('where the network is gone before the first key, what is written is saved on the device all the same', async ({
  app,
  page,
  context,
  allow,
}) => {
  allow({ offline: true })
  const { a, b, id: coupleId } = await newCouple(app)
  const shared = { kind: 'reflection', words: { text: 'The walk.' }, wants: 'listen', writtenDay: null } as const
  const sealed = await sealShare(b.device, b.vault(), { coupleId, page: shared, types: [] })
  const { id } = await sendShare(b.device, b.vault(), sealed)
  await takeDevice(page, a)
  for (const [count, [path, field]] of (
    [
      ['/write', surface(page)],
      ['/write/voice', page.getByLabel(/^Write it as “you”/)],
      [`/journal/shared/${id}`, page.getByLabel('Your reply')],
      ['/today', momentField(page)],
    ] as const
  ).entries()) {
    await page.goto(path)
    await expect(field).toBeVisible()
    await settled(page)
    await context.setOffline(true)
    await field.fill('You are late.') // one change: the draft that is counted next holds all of it
    await expect.poll(() => draftsKept(page), { message: path }).toBe(count + 1)
    await expect(page.getByText('A part of this page didn’t arrive')).toHaveCount(0)
    await expect(page.getByText('Not saved')).toHaveCount(0)
    if (count < 2) await expect(page.getByText(/^Saved on this device/).last()).toBeVisible()
    await context.setOffline(false)
    await page.reload()
    await field.focus()
    await expect(field, path).toHaveValue('You are late.')
  }
})
