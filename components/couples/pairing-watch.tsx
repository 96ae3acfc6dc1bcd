'use client'
import { useEffect } from 'react'
import { browserDevice } from '@/lib/device/browser-device'
import { isSettled } from '@/lib/couples/is-settled'
import { isMarked } from '@/lib/local-marks'
import { useLocale } from '@/lib/messages/use-translations'
import { invitedMark } from './invited-mark'

type PairingWatchProps = Readonly<{ coupleId: string | null; partnerName: string | null }>

/**
 * On every page of a signed-in person: if the open journal's pin does not match the couple of the page, pins the person
 * who joined, or makes the pin a former one; invites that have run out leave the keyring. An inviter is shown once that
 * somebody has joined, when their keys are pinned; /pair says so itself. It opens nothing itself, and sends no request if
 * there is nothing to do.
 */
export function PairingWatch({ coupleId, partnerName }: PairingWatchProps) {
  const locale = useLocale()
  useEffect(() => {
    const device = browserDevice()
    const show = (uid: string) => {
      if (partnerName === null || location.pathname === '/pair' || !isMarked(invitedMark(uid))) return
      import('./show-joined').then(({ showJoined }) => showJoined(uid, partnerName, locale)).catch(() => undefined)
    }
    const settle = () => {
      const vault = device.journal.vault()
      if (!vault) return
      if (isSettled(vault, coupleId, device.now().getTime())) return show(vault.uid)
      // The next page retries what failed.
      import('@/lib/couples/device')
        .then(({ settlePairing }) => settlePairing(device, vault))
        .then(({ is }) => {
          if (is === 'pinned') show(vault.uid)
        })
        .catch(() => undefined)
    }
    settle()
    return device.journal.subscribe(settle)
  }, [coupleId, partnerName, locale])
  return null
}
