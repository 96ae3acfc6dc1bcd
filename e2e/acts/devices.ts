// Moves a device that was made in Node into a browser: most tests are about what comes after signing in.
import type { Page } from '@playwright/test'
import type { TestPerson } from '../../lib/testing/people.ts'

/**
 * Copies a person's device into a page's browser: its cookies and what opens the journal, as if they had signed up there with "Only me".
 * The next page opens without the phrase.
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

/** In the page: fills the tables of lib/vault/store.ts with one person's rows. */
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

/** The number of wraps in this browser. A wrap opens a journal together with the server's half. */
export const wrapsKept = (page: Page): Promise<number> => countKept(page, 'wraps')

/** The number of drafts in this browser, of all people. */
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
