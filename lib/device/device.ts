import type { Call, ConditionalCall } from '@/lib/http/call'
import type { Zone } from '@/lib/time/zone'
import type { Lock } from '@/lib/vault/lock'
import type { DeviceStore } from '@/lib/vault/store'

/** That this device was locked or hidden, and that what this asks for may not have arrived yet: the cookie `locked=1`. */
export type LockMark = Readonly<{ isSet: () => boolean; set: () => void; clear: () => void }>

/**
 * What a person holds in the hand: how it asks the API, what it keeps, the journal while it is open, and its clock. A browser has
 * one (browser-device.ts), a test as many as it likes (lib/testing/people.ts). First argument of every room's device side.
 */
export type Device = Readonly<{
  call: Call
  callIfChanged: ConditionalCall
  store: DeviceStore
  /** Holds the open journal in memory; `journal.vault()` is null while it is shut. */
  journal: Lock
  lockMark: LockMark
  /** How the list of places where one is signed in names it: "Firefox on Linux", never a version. */
  label: string
  now: () => Date
  zone: () => Zone
  /** The language that the device asks for, as a BCP 47 tag. */
  locale: () => string
}>
