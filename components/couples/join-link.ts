'use client'
import { useSyncExternalStore } from 'react'
import { observable } from '@/lib/observable'

/** What stood behind `#` in the address of /join: not known before React has taken over, then a text or nothing. */
export type JoinLink =
  | Readonly<{ is: 'unknown' }>
  | Readonly<{ is: 'none' }>
  | Readonly<{ is: 'link'; fragment: string }>

const UNKNOWN: JoinLink = Object.freeze({ is: 'unknown' })
const NONE: JoinLink = Object.freeze({ is: 'none' })

// In memory alone, so that going to /privacy and back finds it again, and a reload doesn't.
const link = observable<JoinLink>(UNKNOWN)

/** Takes the secret out of the address, so that neither the bar, a bookmark nor the history keeps it. */
function take() {
  const fragment = location.hash.slice(1)
  if (fragment === '') {
    if (link.get().is === 'unknown') link.set(NONE)
    return
  }
  const clear = (state: unknown) => history.replaceState(state, '', location.pathname)
  clear(history.state)
  // Next keeps an address of its own, and would put the fragment back; it hears of this one once it has taken history over.
  setTimeout(() => {
    if (location.pathname === '/join') clear(null)
  })
  link.set({ is: 'link', fragment })
}

function subscribe(listener: () => void): () => void {
  const unsubscribe = link.subscribe(listener)
  take()
  window.addEventListener('hashchange', take)
  return () => {
    unsubscribe()
    window.removeEventListener('hashchange', take)
  }
}

export const useJoinLink = (): JoinLink => useSyncExternalStore(subscribe, link.get, () => UNKNOWN)

/** Forgets the secret: it was used, or is of no use. */
export const forgetJoinLink = (): void => link.set(NONE)
