// The page behind a link: it stores in the browser what a device stores after signing in, and goes on to Today.
import type { DemoPerson } from './folder.ts'

/** Rows by table, each with its key. */
export type StoredRows = Readonly<Record<string, readonly (readonly unknown[])[]>>

/** The page, as HTML. Its script has the nonce. */
export const doorPage = (
  { id, name, marks }: Pick<DemoPerson, 'id' | 'name' | 'marks'>,
  nonce: string,
  rows: StoredRows,
): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fivefold</title>
<style nonce="${nonce}">body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 20vh auto 0; max-width: 30rem; padding: 0 1.25rem } :root { color-scheme: light dark }</style>
<p role="status">Opening ${name}’s journal.</p>
<script nonce="${nonce}">(${script})(${asScript({ id, rows, marks })})</script></html>`

/** JSON that can't end a script. */
const asScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

// What this browser knows already is newer than what the demo wrote, so floors, index and marks are only added.
const script = `({ id, rows, marks }) => {
  const fail = () => {
    document.querySelector('p').textContent = 'This browser stores nothing here. Open the link in an ordinary window.'
  }
  try {
    const known = (localStorage.getItem('fivefold-marks') ?? '').split(' ').filter(Boolean)
    const zone = 'zone-' + new Intl.DateTimeFormat('en').resolvedOptions().timeZone + ':' + id // stay with the account's days
    localStorage.setItem('fivefold-marks', [...new Set([zone, ...marks, ...known])].join(' '))
  } catch {}
  const opening = indexedDB.open('fivefold', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('drafts', { keyPath: ['uid', 'id'] })
    for (const table of ['wraps', 'recipients', 'floors', 'profiles']) opening.result.createObjectStore(table)
  }
  opening.onerror = fail
  opening.onsuccess = () => {
    const writing = opening.result.transaction(Object.keys(rows), 'readwrite')
    for (const [table, stored] of Object.entries(rows))
      for (const [key, value] of stored) {
        const store = writing.objectStore(table)
        if (table === 'floors' || String(key).endsWith(' index')) {
          store.getKey(key).onsuccess = ({ target }) => target.result === undefined && store.put(value, key)
        } else store.put(value, key)
      }
    writing.onerror = fail
    writing.oncomplete = () => location.replace('/today')
  }
}`
