'use client'
import { useEffect } from 'react'
import { addLeaveTask } from '@/components/shell/leaving'
import { lockMark } from '@/lib/device/lock-mark'
import { makeWrapRemover } from '@/lib/vault/wrap-remover'
import { LOCK, lockChannel } from '@/lib/vault/lock-channel'

/**
 * Locks the device on *Hide*, on every page, also public ones: sets the mark, notifies the other tabs, removes what
 * opens a journal on this device, notifies the server. Kept small, so that public pages load no part of the journal's
 * code.
 */
export function LockOnHide() {
  useEffect(() => {
    const wraps = makeWrapRemover()
    const stay = addLeaveTask(() => {
      lockMark.set()
      lockChannel()?.postMessage(LOCK)
      wraps.forget()
      void fetch('/api/me/vault/device-key', { method: 'DELETE', keepalive: true }).catch(() => {})
    })
    return () => {
      stay()
      wraps.close()
    }
  }, [])
  return null
}
