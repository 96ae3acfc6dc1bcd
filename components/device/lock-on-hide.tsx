'use client'
import { useEffect } from 'react'
import { addLeaveTask } from '@/components/shell/leaving'
import { lockMark } from '@/lib/device/lock-mark'
import { keptWraps } from '@/lib/vault/kept-wraps'
import { LOCK, lockChannel } from '@/lib/vault/lock-channel'

/**
 * *Hide* locks the device on every page, those that anybody may read too: the mark, the word to the other tabs, what opens a
 * journal here, the word to the server. Light, so that open pages load none of the journal's code.
 */
export function LockOnHide() {
  useEffect(() => {
    const wraps = keptWraps()
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
