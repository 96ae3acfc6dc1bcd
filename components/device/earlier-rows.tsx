'use client'
import { browserDevice } from '@/lib/device/browser-device'
import { rowsDevice } from '@/lib/device/late'
import { EarlierState } from '@/lib/vault/vault-error'
import { EarlierQuestion } from './earlier-question'

type EarlierRowsProps = Readonly<{ error: unknown; onAccepted: () => void }>

/** Asks whether the server was restored, in place of rows that are older than this device has seen. */
export function EarlierRows({ error, onAccepted }: EarlierRowsProps) {
  if (!(error instanceof EarlierState)) return null
  const yes = async () => {
    const vault = browserDevice().journal.vault()
    if (!vault) return
    await rowsDevice.acceptEarlier(browserDevice(), vault, error)
    onAccepted()
  }
  return <EarlierQuestion onYes={() => void yes()} onNo={() => browserDevice().journal.lock()} />
}
