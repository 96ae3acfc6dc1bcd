'use client'
import { useEffect } from 'react'
import { addLeaveTask } from '@/components/shell/leaving'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'

const TOUCHES = ['keydown', 'pointerdown', 'scroll', 'focusin'] as const

/**
 * Stands beside the pages of a signed-in person and in the forms that open a journal: keeps the journal open while somebody is
 * there, locks it when nobody was for a while, when *Hide* is used, and when another tab was locked.
 */
export function DeviceWatch() {
  useEffect(() => {
    const { journal, lockMark } = browserDevice()
    const touch = () => {
      journal.touch()
      loadAhead()
    }
    const front = () => {
      if (document.visibilityState === 'visible') journal.check()
    }
    // locked in another tab: this one, too, is loaded anew without anything in it
    const unsubscribe = journal.subscribe(() => {
      if (!journal.vault() && lockMark.isSet()) location.reload()
    })
    const stay = addLeaveTask(() => {
      unsubscribe()
      lockMark.set() // before the other tabs hear of it; LockOnHide does the rest
      journal.lock()
    })
    for (const kind of TOUCHES) document.addEventListener(kind, touch, { capture: true, passive: true })
    document.addEventListener('pointermove', loadAhead, { passive: true })
    document.addEventListener('visibilitychange', front)
    return () => {
      unsubscribe()
      stay()
      for (const kind of TOUCHES) document.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('pointermove', loadAhead)
      document.removeEventListener('visibilitychange', front)
    }
  }, [])
  return null
}
