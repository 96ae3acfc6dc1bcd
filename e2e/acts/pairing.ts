// Inviting, joining and parting, as real clicks.
import { expect, type Page } from '@playwright/test'
import { fillSignUp, type NewAccount } from './account'

/** Makes an invitation, and stays on its page; answers the link as it is copied. */
export async function invite(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/pair')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  return copiedLink(page)
}

/** The link of the open invitation that the page shows. */
export async function copiedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The twelve words of the open invitation, in one line. */
export async function readAloud(page: Page): Promise<string> {
  await page.getByText('Or read twelve words aloud').click()
  const words = page.getByRole('listitem').filter({ hasText: /^\d+[a-z]+$/ })
  await expect(words).toHaveCount(12)
  return (await words.allTextContents()).map((text) => text.replace(/^\d+/, '')).join(' ')
}

/** Opens an invite's link as somebody new, signs up on the page of the invitation, and is a couple with `inviter`; answers the phrase. */
export async function joinAsNew(page: Page, link: string, inviter: string, account: NewAccount): Promise<string> {
  await page.goto(link)
  await page.getByRole('button', { name: `Join ${inviter}` }).click()
  const phrase = await fillSignUp(page, account)
  await page.getByRole('button', { name: `Join ${inviter}` }).click()
  await expect(page.getByRole('heading', { name: `You and ${inviter} are two` })).toBeVisible()
  return phrase
}

/** Parts, from Settings' page of it. */
export async function part(page: Page, from: string): Promise<void> {
  await page.goto('/settings/part')
  await page.getByRole('button', { name: `Part from ${from}` }).click()
  await expect(page.getByRole('heading', { name: 'You are not paired' })).toBeVisible()
}
