import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { openingDevice } from './late'
import type { OpeningOptions } from './open-journal'

/** How the journal stands on this device, for whatever shows something of it. */
export type JournalState =
  | Readonly<{ is: 'opening' }>
  | Readonly<{ is: 'open'; vault: Vault }>
  /** The phrase has to be asked for. */
  | Readonly<{ is: 'shut' }>
  /** "This home shows an earlier state than this device has seen. Was it restored?" */
  | Readonly<{ is: 'earlier' }>
  /** It was not restored: nothing is opened, and the person asks whoever runs it. */
  | Readonly<{ is: 'stopped' }>
  | Readonly<{ is: 'unreachable' }>
  | Readonly<{ is: 'signed-out' }>
  | Readonly<{ is: 'broken'; code: VaultErrorCode | null }>

export const OPENING: JournalState = Object.freeze({ is: 'opening' })

export type JournalWatch = Readonly<{
  /** The same object until it changes: React's snapshot. */
  state: () => JournalState
  subscribe: (listener: () => void) => () => void
  /** Tries to open without asking, the first time it is called; later calls do nothing. */
  begin: () => void
  /** Tries again: after a network came back, or with the answer to "Was it restored?". */
  retry: (opening?: OpeningOptions) => void
  /** No, it was not restored. */
  stop: () => void
}>

/** Watches the journal of a device: opened here or elsewhere in the tab, locked here or in another tab. */
export function watchJournal(device: Device): JournalWatch {
  const opened = device.journal.vault()
  const {
    get: state,
    set: become,
    subscribe,
  } = observable<JournalState>(opened ? { is: 'open', vault: opened } : OPENING)
  let begun = false
  const again = (opening?: OpeningOptions) => {
    begun = true
    if (device.journal.vault()) return
    become(OPENING)
    openingDevice.openWithoutPhrase(device, { ...opening, locks: device.journal.locks() }).then(
      (vault) => {
        if (!vault) become({ is: 'shut' })
      },
      (error: unknown) => become(stateOf(error)),
    )
  }
  device.journal.subscribe(() => {
    const vault = device.journal.vault()
    become(vault ? { is: 'open', vault } : { is: 'shut' })
  })
  return {
    state,
    subscribe,
    begin: () => {
      if (!begun) again()
    },
    retry: again,
    stop: () => become({ is: 'stopped' }),
  }
}

function stateOf(error: unknown): JournalState {
  if (error instanceof EarlierState) return { is: 'earlier' }
  if (error instanceof Problem && error.code === 'signed-out') return { is: 'signed-out' }
  if (
    error instanceof Unreachable ||
    (error instanceof Problem && (error.code === 'not-now' || error.code === 'slow-down'))
  )
    return { is: 'unreachable' }
  return { is: 'broken', code: error instanceof VaultError ? error.code : null }
}
