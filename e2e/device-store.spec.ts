// The journal in a browser whose storage is denied, full or does not answer.
import type { Page } from '@playwright/test'
import { newPerson } from '../lib/testing/people.ts'
import type { ServedApp } from '../lib/testing/served.ts'
import { signIn } from './acts/account'
import { goTo } from './acts/places'
import { surface } from './acts/writing'
import { expect, test } from './fixtures'

/** Makes the storage of every page of a context fail. */
const failures = {
  denied: {
    fail: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    words: /^Not saved: this browser doesn’t let Fivefold save here/,
  },
  full: {
    fail: () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room.', 'QuotaExceededError')
      }
    },
    words: /^Not saved: this device is full/,
  },
  stuck: {
    fail: () => {
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (...input) {
        const request = open.apply(this, input)
        request.addEventListener = () => {}
        return request
      }
    },
    words: /^Not saved: this browser’s storage doesn’t answer/,
  },
} satisfies Readonly<Record<string, Readonly<{ fail: () => void; words: RegExp }>>>

/** Signs in where the storage fails, and writes a page that is kept nowhere but in the tab. */
async function writeUnkept(app: ServedApp, page: Page, { fail, words }: (typeof failures)[keyof typeof failures]) {
  await page.context().addInitScript(fail)
  const { email, phrase } = await newPerson(app)
  await signIn(page, { email, phrase, onlyMe: true })
  await goTo(page, '/write')
  await surface(page).fill('The flat is too quiet.')
  await expect(page.getByRole('status').filter({ hasText: words })).toBeAttached()
  await expect(page.getByText(/^Saved on this device/)).toHaveCount(0)
  return phrase
}

test('where the storage is denied, a page is written, sent and read', async ({ app, page, context, allow }) => {
  allow({ offline: true })
  const phrase = await writeUnkept(app, page, failures.denied)

  // within the tab nothing is lost
  await goTo(page, '/today')
  await goTo(page, '/journal')
  await page.getByRole('link', { name: /The flat is too quiet\./ }).click()
  await expect(surface(page)).toHaveValue('The flat is too quiet.')

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: /^It isn’t sent yet, and this device can’t save it/ })).toBeVisible()
  // the browser asks before the tab is closed
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()

  await page.goto('/journal')
  await expect(page.getByRole('heading', { level: 1, name: 'Open your journal' })).toBeVisible()
  await page.getByLabel('Your phrase').fill(phrase)
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('link', { name: /The flat is too quiet\./ })).toBeVisible()
})

for (const kind of ['full', 'stuck'] as const) {
  test(`where the storage is ${kind}, a page is sent, and never called kept`, async ({ app, page }) => {
    await writeUnkept(app, page, failures[kind])
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('heading', { name: 'It is in your journal.' })).toBeVisible()
  })
}
