'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { journalList, type JournalList, type JournalView } from '@/lib/journal/journal-list'
import type { Vault } from '@/lib/vault/vault'

// One list an open journal, which goes when the journal is let go of.
const lists = new WeakMap<Vault, JournalList>()

/** The list of an open journal, the same one on every page of this tab. In a browser only. */
export function journalListOf(vault: Vault): JournalList {
  const known = lists.get(vault)
  if (known) return known
  const made = journalList(browserDevice(), vault)
  lists.set(vault, made)
  return made
}

/** The journal's list, read anew when the page comes, comes to the front, or the network is back. `read` false only looks on. */
export function useJournalList(vault: Vault, read = true): JournalView {
  const list = journalListOf(vault)
  useEffect(() => {
    if (!read) return
    const refresh = () => {
      if (document.visibilityState === 'visible') void list.refresh()
    }
    refresh()
    window.addEventListener('online', refresh)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      window.removeEventListener('online', refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [list, read])
  return useSyncExternalStore(list.subscribe, list.view, list.view)
}
