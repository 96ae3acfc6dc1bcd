import type { Page } from '@playwright/test'

/** Holds back this page's requests of a method to addresses that match, until the returned function is called. */
export async function holdBack(page: Page, method: 'GET' | 'POST' | 'PUT', address: string): Promise<() => void> {
  let release = (): void => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  await page.route(address, async (route) => {
    if (route.request().method() === method) await released
    await route.continue()
  })
  return release
}
