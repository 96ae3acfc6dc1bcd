import type { Page } from '@playwright/test'
import { newCouple, newPerson } from '../lib/testing/people.ts'
import { takeDevice } from './acts/devices'
import { holdBack } from './acts/slow'
import { expect, test } from './fixtures'

/** Holds back every script of the pages that this page opens, until the returned function is called. */
const holdScripts = (page: Page) => holdBack(page, 'GET', '**/_next/static/**/*.js')

/** Sets the value of a field as some password managers do: without any event. */
const fillSilently = (page: Page, id: string, value: string) =>
  page.evaluate(
    ([id, value]) => {
      const field = document.getElementById(id)
      if (!field) throw new Error(`There is no field ${id}.`)
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
    },
    [id, value] as const,
  )

test.describe('what is filled in before the page’s scripts ran counts', () => {
  test('signing in', async ({ app, page }) => {
    const { email, phrase } = await newPerson(app)
    const release = await holdScripts(page)
    await page.goto('/sign-in', { waitUntil: 'commit' })
    await page.getByLabel('Email').fill(email)
    await page.locator('#current-password').fill(phrase)
    await page.getByLabel('Others too').check({ force: true })
    release()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/today')
  })

  test('starting', async ({ page }) => {
    const release = await holdScripts(page)
    await page.goto('/start', { waitUntil: 'commit' })
    await page.getByLabel('Your name').fill('Noor')
    await page.getByLabel('Email').fill('noor@example.test')
    release()
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByRole('button', { name: 'Start writing' })).toBeVisible()
    await page.getByRole('button', { name: 'Back' }).click()
    await expect(page.getByLabel('Your name')).toHaveValue('Noor')
    await expect(page.getByLabel('Email')).toHaveValue('noor@example.test')
  })

  test('coming back with the spare page', async ({ page, allow }) => {
    allow({ status: 404 })
    const release = await holdScripts(page)
    await page.goto('/recover', { waitUntil: 'commit' })
    await page.getByLabel('Email').fill('noor@example.test')
    await page.getByLabel('The code on the page').fill('not a code')
    release()
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toContainText(['This isn’t the code of a spare page'])
    await expect(page.getByLabel('Email')).toHaveValue('noor@example.test')
    await expect(page.getByLabel('The code on the page')).toHaveValue('not a code')
  })
})

test('what a password manager filled in without an event counts when the form is sent', async ({ app, page }) => {
  const { email, phrase } = await newPerson(app)
  await page.goto('/sign-in')
  await page.getByLabel('Others too').check()
  await fillSilently(page, 'current-password', phrase)
  await page.getByLabel('Email').pressSequentially(email) // each letter renders the form
  await expect(page.locator('#current-password')).toHaveValue(phrase)
  await fillSilently(page, 'current-password', 'not this')
  await fillSilently(page, 'email', email)
  await fillSilently(page, 'current-password', phrase)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/today')
})

test('Escape closes a form only while nothing was typed', async ({ app, page }) => {
  const couple = await newCouple(app)
  await takeDevice(page, couple.a)
  await page.goto('/week')
  const open = page.getByRole('button', { name: /^Add something on/ }).first()
  await open.click()
  const title = page.getByLabel('What is it?')
  await title.press('Escape')
  await expect(title).toHaveCount(0)
  await open.click()
  await title.fill('The night train')
  await title.press('Escape')
  await expect(title).toHaveValue('The night train')
})
