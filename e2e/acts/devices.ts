// A device that was made without a browser goes on in one: most tests are about what comes after signing in.
import type { Page } from '@playwright/test'
import type { TestPerson } from '../../lib/testing/people.ts'

/**
 * Hands a person's own device over to a page's browser: its cookies, and what it keeps to open the journal. As if they had signed up
 * there with "Only me"; the next page opens without being asked.
 */
export async function takeDevice(page: Page, { id, device }: Pick<TestPerson, 'id' | 'device'>): Promise<void> {
  await page.goto('/icon.svg') // the lightest document of this origin
  const { origin } = new URL(page.url())
  const cookies = device.jar
    .header()
    .split('; ')
    .map((cookie) => {
      const [name = '', ...value] = cookie.split('=')
      return { name, value: value.join('='), url: origin, httpOnly: true, sameSite: 'Lax' as const }
    })
  await page.context().addCookies(cookies)
  const kept = {
    wraps: await device.store.wrap(id),
    recipients: await device.store.recipient(id),
    floors: await device.store.floors(id),
  }
  await page.evaluate(keep, { id, kept })
}

/** In the page: the tables that lib/vault/store.ts makes, with what is kept of one person. */
function keep({ id, kept }: { id: string; kept: Readonly<Record<string, unknown>> }): Promise<void> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('fivefold', 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('drafts', { keyPath: ['uid', 'id'] })
      for (const table of ['wraps', 'recipients', 'floors', 'profiles']) opening.result.createObjectStore(table)
    }
    opening.onerror = () => failed(new Error('The browser keeps nothing.'))
    opening.onsuccess = () => {
      const writing = opening.result.transaction(Object.keys(kept), 'readwrite')
      for (const [table, value] of Object.entries(kept)) if (value !== null) writing.objectStore(table).put(value, id)
      writing.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}

/** What lies in this browser that opens a journal here, together with what the server holds: how many wraps. */
export const wrapsKept = (page: Page): Promise<number> => countKept(page, 'wraps')

/** How many drafts lie in this browser, whoever's. */
export const draftsKept = (page: Page): Promise<number> => countKept(page, 'drafts')

const countKept = (page: Page, table: 'wraps' | 'drafts'): Promise<number> =>
  page.evaluate(
    (table) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('fivefold')
        opening.onerror = () => failed(new Error('The browser keeps nothing.'))
        opening.onsuccess = () => {
          const counting = opening.result.transaction(table).objectStore(table).count()
          counting.onsuccess = () => {
            opening.result.close()
            done(counting.result)
          }
        }
      }),
    table,
  )
