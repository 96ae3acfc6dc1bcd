'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { makeJournalList, type JournalList, type JournalView } from '@/lib/journal/journal-list'
import type { Vault } from '@/lib/vault/vault'

// One list for each open journal. It is freed together with the vault.
const lists = new WeakMap<Vault, JournalList>()

/** Returns the list of an open journal, the same on every page of this tab. In a browser only. */
export function journalListOf(vault: Vault): JournalList {
  const list = lists.get(vault) ?? makeJournalList(browserDevice(), vault)
  lists.set(vault, list)
  return list
}

/**
 * The journal's list. It refreshes when the page opens, comes to the front, or is online again; with `read` false it
 * only observes.
 */
export function useJournalList(vault: Vault, read = true): JournalView {
  const list = journalListOf(vault)
  useEffect(() => {
    if (!read) return
    const refresh = () => {
      if (document.visibilityState === 'visible') void list.refresh()
    }
    refresh()
    // What was being read when the network came back may have failed already.
    const refreshOnline = () => {
      const isReading = list.view().reading
      void list.refresh().then(() => (isReading ? list.refresh() : undefined))
    }
    window.addEventListener('online', refreshOnline)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      window.removeEventListener('online', refreshOnline)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [list, read])
  return useSyncExternalStore(list.subscribe, list.view, list.view)
}
