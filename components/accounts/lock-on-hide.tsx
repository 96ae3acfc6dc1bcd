'use client'
import { useEffect } from 'react'
import { beforeLeaving } from '@/components/shell/leaving'

/**
 * *Hide* on a page that anybody may read locks the device as well: the mark and the word to the server go at once, and the next
 * page of one's own does the rest before anything else. Light, so that open pages load none of the journal's code.
 */
export function LockOnHide() {
  useEffect(() => beforeLeaving(() => {
    document.cookie = `locked=1; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
    void fetch('/api/me/vault/device-key', { method: 'DELETE', keepalive: true }).catch(() => {})
  }), [])
  return null
}
