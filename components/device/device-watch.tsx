'use client'
import { useEffect } from 'react'
import { addLeaveTask } from '@/components/shell/leaving'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'
import type { TabStore } from '@/lib/device/tab-store'
import { unsentForms } from '@/lib/unsent-forms'

/** While only this tab has something that was written, the browser asks before it closes. Returns what ends that. */
function warnOfLoss(tabOnly: TabStore['tabOnly']): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  const free = () => window.removeEventListener('beforeunload', ask)
  const listen = () =>
    tabOnly.get() > 0 || unsentForms.get().size > 0 ? window.addEventListener('beforeunload', ask) : free()
  listen()
  const unsubscribes = [tabOnly, unsentForms].map(({ subscribe }) => subscribe(listen))
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe()
    free()
  }
}

const TOUCHES = ['keydown', 'pointerdown', 'scroll', 'focusin'] as const

/**
 * On the pages of a signed-in person and in the forms that open a journal: keeps the journal open while somebody uses
 * the page. Locks it after the idle time, on *Hide*, and when another tab locks.
 */
export function DeviceWatch() {
  useEffect(() => {
    const { journal, lockMark, store } = browserDevice()
    const touch = () => {
      journal.touch()
      loadAhead()
    }
    const checkWhenVisible = () => {
      if (document.visibilityState === 'visible') journal.check()
    }
    // locked in another tab: reload this one, so that it is empty too
    const unsubscribe = journal.subscribe(() => {
      if (!journal.vault() && lockMark.isSet()) location.reload()
    })
    const free = warnOfLoss(store.tabOnly)
    const stay = addLeaveTask(() => {
      unsubscribe()
      free() // *Hide* asks nothing
      lockMark.set() // before the other tabs are notified; lockWhenLeft does the rest
      journal.lock()
    })
    for (const kind of TOUCHES) document.addEventListener(kind, touch, { capture: true, passive: true })
    document.addEventListener('pointermove', loadAhead, { passive: true })
    document.addEventListener('visibilitychange', checkWhenVisible)
    return () => {
      unsubscribe()
      stay()
      free()
      for (const kind of TOUCHES) document.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('pointermove', loadAhead)
      document.removeEventListener('visibilitychange', checkWhenVisible)
    }
  }, [])
  return null
}
