'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'
import { OPENING, watchJournal, type JournalState, type JournalWatch } from '@/lib/device/journal-state'

let watched: JournalWatch | undefined

/** This tab's watch of its journal. In a browser only. */
export const journalWatch = (): JournalWatch => (watched ??= watchJournal(browserDevice()))

const subscribe = (listener: () => void) => journalWatch().subscribe(listener)

/** How the journal stands here; begins to open it, without asking anything, once the page is there. */
export function useJournal(): JournalState {
  const state = useSyncExternalStore(
    subscribe,
    () => journalWatch().state(),
    () => OPENING,
  )
  useEffect(() => {
    journalWatch().begin()
    loadAhead() // what shows an open journal comes while it is being opened
  }, [])
  return state
}
