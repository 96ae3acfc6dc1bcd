'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'
import { OPENING, watchJournal, type JournalState, type JournalWatch } from '@/lib/device/journal-state'

let watched: JournalWatch | undefined

/** Returns this tab's watch of its journal. In a browser only. */
export const getJournalWatch = (): JournalWatch => (watched ??= watchJournal(browserDevice()))

const subscribe = (listener: () => void) => getJournalWatch().subscribe(listener)

/** Returns the state of the journal, and starts to open it without the phrase once the page has rendered. */
export function useJournal(): JournalState {
  const state = useSyncExternalStore(
    subscribe,
    () => getJournalWatch().state(),
    () => OPENING,
  )
  useEffect(() => {
    getJournalWatch().begin()
    loadAhead() // loads what shows an open journal while it is being opened
  }, [])
  return state
}
