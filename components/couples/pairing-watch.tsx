'use client'
import { useEffect } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { isSettled } from '@/lib/couples/is-settled'

/**
 * Stands beside every page of a signed-in person: when the journal is open and doesn't know the couple as the page does, it pins
 * whoever joined, or puts away whom one parted from. It opens nothing itself, and asks nothing where all is settled.
 */
export function PairingWatch({ coupleId }: { coupleId: string | null }) {
  useEffect(() => {
    const device = browserDevice()
    const settle = () => {
      const vault = device.journal.vault()
      if (!vault || isSettled(vault, coupleId)) return
      // What can't be done now is done with the next page.
      import('@/lib/couples/device').then(({ settlePairing }) => settlePairing(device, vault)).catch(() => undefined)
    }
    settle()
    return device.journal.subscribe(settle)
  }, [coupleId])
  return null
}
