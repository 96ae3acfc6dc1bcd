'use client'
import { useSyncExternalStore } from 'react'
import { observable } from '@/lib/observable'

/** The part after `#` in the address of /join: unknown before hydration, then a text or nothing. */
export type JoinLink =
  | Readonly<{ is: 'unknown' }>
  | Readonly<{ is: 'none' }>
  | Readonly<{ is: 'link'; fragment: string }>

const UNKNOWN: JoinLink = Object.freeze({ is: 'unknown' })
const NONE: JoinLink = Object.freeze({ is: 'none' })

// In memory only, so that it survives a visit to /privacy and back, but not a reload.
const link = observable<JoinLink>(UNKNOWN)

/** Takes the secret out of the address, so that the address bar, bookmarks and history don't keep it. */
function take() {
  const fragment = location.hash.slice(1)
  if (fragment === '') {
    if (link.get().is === 'unknown') link.set(NONE)
    return
  }
  const clear = (state: unknown) => history.replaceState(state, '', location.pathname)
  clear(history.state)
  // Next keeps its own copy of the address and would restore the fragment. Clear it again once Next listens to the
  // history.
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

/** Returns the secret part of the address. */
export const useJoinLink = (): JoinLink => useSyncExternalStore(subscribe, link.get, () => UNKNOWN)

/** Forgets the secret, which was used or can't be used. */
export const forgetJoinLink = (): void => link.set(NONE)
