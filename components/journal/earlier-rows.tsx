'use client'
import { EarlierQuestion } from '@/components/accounts/earlier-question'
import { browserDevice } from '@/lib/accounts/browser-device'
import { accepted } from '@/lib/vault/floors'
import { changeFloors } from '@/lib/vault/floors-keeping'
import { EarlierState } from '@/lib/vault/vault-error'

type EarlierRowsProps = Readonly<{ error: unknown; onAccepted: () => void }>

/** Stands where a server shows pages older than this device has seen them: asked once, and nothing is shown before the answer. */
export function EarlierRows({ error, onAccepted }: EarlierRowsProps) {
  if (!(error instanceof EarlierState)) return null
  const yes = async () => {
    const { store, journal } = browserDevice()
    const vault = journal.vault()
    if (!vault) return
    await changeFloors(store, vault, (floors) => accepted(floors, error))
    onAccepted()
  }
  return <EarlierQuestion onYes={() => void yes()} onNo={() => browserDevice().journal.lock()} />
}
