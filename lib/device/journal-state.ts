import { Unreachable } from '@/lib/http/call'
import { Problem } from '@/lib/http/problem'
import { observable } from '@/lib/observable'
import type { Vault } from '@/lib/vault/vault'
import { EarlierState, VaultError, type VaultErrorCode } from '@/lib/vault/vault-error'
import type { Device } from './device'
import { openingDevice } from './late'
import type { OpeningOptions } from './open-journal'

/** The state of the journal on this device. */
export type JournalState =
  | Readonly<{ is: 'opening' }>
  | Readonly<{ is: 'open'; vault: Vault }>
  /** Only the phrase opens it. */
  | Readonly<{ is: 'shut' }>
  /** The server answers an earlier state than this device has seen: the person must say whether it was restored. */
  | Readonly<{ is: 'earlier' }>
  /** It was not restored: nothing is opened. */
  | Readonly<{ is: 'stopped' }>
  | Readonly<{ is: 'unreachable' }>
  | Readonly<{ is: 'signed-out' }>
  /** It is open, but the page was drawn for somebody else: another tab signed in as another person. */
  | Readonly<{ is: 'other-person' }>
  | Readonly<{ is: 'broken'; code: VaultErrorCode | null }>

/** The state on the server and before the first change. */
export const OPENING: JournalState = Object.freeze({ is: 'opening' })

export type JournalWatch = Readonly<{
  /** The same object until it changes, as React's snapshots must be. */
  state: () => JournalState
  subscribe: (listener: () => void) => () => void
  /** Tries to open the journal without the phrase. Only the first call does anything. */
  begin: () => void
  /** Tries again: when the network is back, or with the answer to "Was it restored?". */
  retry: (opening?: OpeningOptions) => void
  /** The person answered that it was not restored. */
  stop: () => void
}>

/** Watches the journal of a device: openings in this tab, and locks in any tab. */
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
    (error instanceof VaultError && error.code === 'part-not-loaded') ||
    (error instanceof Problem && (error.code === 'not-now' || error.code === 'slow-down'))
  )
    return { is: 'unreachable' }
  return { is: 'broken', code: error instanceof VaultError ? error.code : null }
}
