'use client'
import { useContext, useEffect, useSyncExternalStore } from 'react'
import { PagePerson } from '@/components/ui/page-person'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'
import { OPENING, watchJournal, type JournalState, type JournalWatch } from '@/lib/device/journal-state'

const OTHER_PERSON: JournalState = { is: 'other-person' }

let watched: JournalWatch | undefined

/** Returns this tab's watch of its journal. In a browser only. */
export const getJournalWatch = (): JournalWatch => (watched ??= watchJournal(browserDevice()))

const subscribe = (listener: () => void) => getJournalWatch().subscribe(listener)

/**
 * Returns the state of the journal, and starts to open it without the phrase once the page has rendered. A page never
 * gets the journal of another person than it was drawn for: it would take one's words for the other's.
 */
export function useJournal(): JournalState {
  const state = useSyncExternalStore(
    subscribe,
    () => getJournalWatch().state(),
    () => OPENING,
  )
  const drawnFor = useContext(PagePerson)
  useEffect(() => {
    getJournalWatch().begin()
    loadAhead() // loads what shows an open journal while it is being opened
  }, [])
  return state.is === 'open' && drawnFor !== '' && state.vault.uid !== drawnFor ? OTHER_PERSON : state
}
