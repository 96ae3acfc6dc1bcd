// Inviting, joining and parting, as real clicks.
import { expect, type Page } from '@playwright/test'
import { encode } from 'uqr'
import { fillSignUp, type AccountToMake } from './account'
import { goTo } from './places'

const TERMS = 'Either of you can leave, alone and at once.'

/** Makes an invitation, and stays on its page. Returns the copied link. */
export async function invite(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  if (new URL(page.url()).pathname !== '/pair') await goTo(page, '/pair')
  await page.getByRole('button', { name: 'Make an invitation' }).click()
  return copiedLink(page)
}

/** The link of the open invitation that the page shows. */
async function copiedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Checks that the page's QR code is the code of `link`, module by module. */
export async function expectCodeOf(page: Page, link: string): Promise<void> {
  const code = page.getByRole('img', { name: 'A code for your partner’s phone camera.' })
  const drawn = (await code.locator('path').last().getAttribute('d')) ?? ''
  const dark = new Set<string>()
  for (const [, x, y, width] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let index = 0; index < Number(width); index++) dark.add(`${Number(x) + index} ${y}`)
  }
  const { size, data } = encode(link, { ecc: 'M', border: 3 })
  await expect(code).toHaveAttribute('viewBox', `0 0 ${size} ${size}`)
  expect([...dark].sort()).toEqual(
    data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : []))).sort(),
  )
}

/** The twelve words of the open invitation, in one line. */
export async function readAloud(page: Page): Promise<string> {
  await page.getByText('Or read twelve words aloud').click()
  const words = page.getByRole('listitem').filter({ hasText: /^\d+[a-z]+$/ })
  await expect(words).toHaveCount(12)
  return (await words.allTextContents()).map((text) => text.replace(/^\d+/, '')).join(' ')
}

/** Opens an invite's link, which shows the terms of leaving, as a new person, and signs up. Returns the phrase. */
export async function joinAsNew(page: Page, link: string, inviter: string, account: AccountToMake): Promise<string> {
  await page.goto(link)
  await expect(page.getByText(TERMS)).toBeVisible()
  await page.getByRole('button', { name: /^Join/ }).click()
  const phrase = await fillSignUp(page, account)
  await page.getByRole('button', { name: /^Join/ }).click()
  await expect(page.getByRole('heading', { name: `You and ${inviter} are two` })).toBeVisible()
  return phrase
}

/** Parts, from Settings. */
export async function part(page: Page): Promise<void> {
  await goTo(page, '/settings/part')
  await page.getByRole('button', { name: 'Part', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'You are not paired' })).toBeVisible()
}
