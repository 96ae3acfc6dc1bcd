'use client'
import { useEffect } from 'react'
import { addLeaveTask } from '@/components/shell/leaving'
import { browserDevice } from '@/lib/device/browser-device'
import { loadAhead } from '@/lib/device/late-functions'

const TOUCHES = ['keydown', 'pointerdown', 'scroll', 'focusin'] as const

/**
 * On the pages of a signed-in person and in the forms that open a journal: keeps the journal open while somebody uses
 * the page. Locks it after the idle time, on *Hide*, and when another tab locks.
 */
export function DeviceWatch() {
  useEffect(() => {
    const { journal, lockMark } = browserDevice()
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
    const stay = addLeaveTask(() => {
      unsubscribe()
      lockMark.set() // before the other tabs are notified; LockOnHide does the rest
      journal.lock()
    })
    for (const kind of TOUCHES) document.addEventListener(kind, touch, { capture: true, passive: true })
    document.addEventListener('pointermove', loadAhead, { passive: true })
    document.addEventListener('visibilitychange', checkWhenVisible)
    return () => {
      unsubscribe()
      stay()
      for (const kind of TOUCHES) document.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('pointermove', loadAhead)
      document.removeEventListener('visibilitychange', checkWhenVisible)
    }
  }, [])
  return null
}
