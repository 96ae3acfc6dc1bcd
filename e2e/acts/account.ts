// What a person does with an account, as real clicks.
import { expect, type Page } from '@playwright/test'
import { goTo } from './places'

export type AccountToMake = Readonly<{ name: string; email: string; phrase?: string; onlyMe: boolean }>

/** Fills the two screens of signing up and submits the second. Returns the phrase. */
export async function fillSignUp(page: Page, { name, email, phrase, onlyMe }: AccountToMake): Promise<string> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.locator('#new-password')).not.toHaveValue('')
  let opens = await page.locator('#new-password').inputValue()
  if (phrase !== undefined) {
    await page.getByRole('button', { name: 'Use my own' }).click()
    await page.locator('#new-password').fill(phrase)
    await expect(page.getByText('Hard to guess.')).toBeVisible()
    opens = phrase
  }
  await page.getByLabel(onlyMe ? 'Only me' : 'Others too').check()
  return opens
}

/** Signs up in two screens, up to the empty first page. Returns the phrase. */
export async function signUp(page: Page, account: AccountToMake): Promise<string> {
  await page.goto('/start')
  const phrase = await fillSignUp(page, account)
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL('**/write')
  return phrase
}

/** Signs in, up to Today. */
export async function signIn(
  page: Page,
  { email, phrase, onlyMe }: { email: string; phrase: string; onlyMe: boolean },
): Promise<void> {
  await goTo(page, '/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.locator('#current-password').fill(phrase)
  await page.getByLabel(onlyMe ? 'Only me' : 'Others too').check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/today')
}

/** Opens the spare page and saves it. Returns its code as a person would type it. */
export async function saveSparePage(page: Page): Promise<string> {
  await goTo(page, '/settings/spare-page')
  const code = await page.getByRole('region', { name: 'Fivefold: spare page' }).locator('[translate=no]').innerText()
  await page.getByRole('button', { name: 'I saved it' }).click()
  await page.getByRole('button', { name: 'Yes, I have it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You saved your spare page on /)
  return code
}

/** Opens the journal with the spare page and chooses a new phrase, up to Today. Returns the phrase. */
export async function recover(
  page: Page,
  { email, code, onlyMe }: { email: string; code: string; onlyMe: boolean },
): Promise<string> {
  await page.goto('/recover')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('The code on the page').fill(code)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new phrase')
  await expect(page.locator('#new-password')).not.toHaveValue('')
  const phrase = await page.locator('#new-password').inputValue()
  await page.getByLabel(onlyMe ? 'Only me' : 'Others too').check()
  await page.getByRole('button', { name: 'Open my journal' }).click()
  await page.waitForURL('**/today')
  return phrase
}

/** Signs out from Settings. */
export async function signOut(page: Page): Promise<void> {
  await goTo(page, '/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/sign-in')
}
