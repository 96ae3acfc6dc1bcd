'use client'
import { useSyncExternalStore } from 'react'
import { observable } from '@/lib/observable'
import { now } from '@/lib/time/clock'

/** The part after `#` in the address of /join: unknown before hydration, then a text or nothing. */
export type JoinLink =
  | Readonly<{ is: 'unknown' }>
  | Readonly<{ is: 'none' }>
  | Readonly<{ is: 'link'; fragment: string }>

const UNKNOWN: JoinLink = Object.freeze({ is: 'unknown' })
const NONE: JoinLink = Object.freeze({ is: 'none' })

// In memory it survives a visit to /privacy and back.
const link = observable<JoinLink>(UNKNOWN)

/** Where this tab keeps the secret, so that it survives a reload and a discarded tab. It is never sent. */
const KEPT = 'fivefold-invite'

/** More than a link has: anything longer is no invite, and is not kept. */
const MAX_LENGTH = 400

/** Takes the secret out of the address, so that the address bar, bookmarks and history don't keep it. */
function take() {
  const fragment = location.hash.slice(1)
  if (fragment === '') {
    if (link.get().is !== 'unknown') return
    const kept = keptFragment()
    return link.set(kept === null ? NONE : { is: 'link', fragment: kept })
  }
  const clear = (state: unknown) => history.replaceState(state, '', location.pathname)
  clear(history.state)
  // Next keeps its own copy of the address and would restore the fragment. Clear it again once Next listens to the
  // history.
  setTimeout(() => {
    if (location.pathname === '/join') clear(null)
  })
  keepJoinLink(fragment, null)
  link.set({ is: 'link', fragment })
}

/** At a wrong address, a notice links to this page at the right one: the link takes the invitation along. */
function carry({ target }: MouseEvent) {
  const anchor = target instanceof Element ? target.closest('a') : null
  const held = link.get()
  if (anchor && held.is === 'link' && anchor.origin !== location.origin && anchor.pathname === '/join')
    anchor.hash = held.fragment
}

function subscribe(listener: () => void): () => void {
  const unsubscribe = link.subscribe(listener)
  take()
  window.addEventListener('hashchange', take)
  document.addEventListener('click', carry, true)
  return () => {
    unsubscribe()
    window.removeEventListener('hashchange', take)
    document.removeEventListener('click', carry, true)
  }
}

/** Returns the secret part of the address, or the one that this tab keeps. */
export const useJoinLink = (): JoinLink => useSyncExternalStore(subscribe, link.get, () => UNKNOWN)

/**
 * Keeps the secret in this tab until it is accepted, declined or has run out. `until` is when it runs out, null while
 * that is not known.
 */
export function keepJoinLink(fragment: string, until: Date | null): void {
  if (fragment.length > MAX_LENGTH) return
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ fragment, until: until?.getTime() ?? null }))
  } catch {
    // a browser without storage: a reload then needs the link again
  }
}

/** Forgets the secret, which was used, was declined, or can't be used. */
export function forgetJoinLink(): void {
  dropKept()
  link.set(NONE)
}

function keptFragment(): string | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('fragment' in kept) || !('until' in kept)) return null
    const { fragment, until } = kept
    if (typeof fragment === 'string' && (typeof until !== 'number' || until > now().getTime())) return fragment
  } catch {
    return null
  }
  dropKept()
  return null
}

function dropKept(): void {
  try {
    sessionStorage.removeItem(KEPT)
  } catch {
    // a browser without storage keeps nothing
  }
}
