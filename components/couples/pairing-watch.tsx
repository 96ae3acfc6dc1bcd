'use client'
import { useEffect } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { isSettled } from '@/lib/couples/is-settled'

/**
 * On every page of a signed-in person: if the open journal's pin does not match the couple of the page, pins the person
 * who joined, or makes the pin a former one; invites that have run out leave the keyring. It opens nothing itself, and
 * sends no request if there is nothing to do.
 */
export function PairingWatch({ coupleId }: { coupleId: string | null }) {
  useEffect(() => {
    const device = browserDevice()
    const settle = () => {
      const vault = device.journal.vault()
      if (!vault || isSettled(vault, coupleId, device.now().getTime())) return
      // The next page retries what failed.
      import('@/lib/couples/device').then(({ settlePairing }) => settlePairing(device, vault)).catch(() => undefined)
    }
    settle()
    return device.journal.subscribe(settle)
  }, [coupleId])
  return null
}
