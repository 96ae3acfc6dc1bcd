import type { Call, ConditionalCall } from '@/lib/http/call'
import type { Zone } from '@/lib/time/zone'
import type { Lock } from '@/lib/vault/lock'
import type { TabStore } from './tab-store'

/** The cookie `locked=1`: this device was locked or hidden, and the server may not know yet. */
export type LockMark = Readonly<{ isSet: () => boolean; set: () => void; clear: () => void }>

/**
 * A person's device: how it calls the API, what it stores, its open journal, and its clock. A browser tab has one
 * (browser-device.ts), a test has many (lib/testing/people.ts). It is the first argument of every room's device
 * functions.
 */
export type Device = Readonly<{
  call: Call
  callIfChanged: ConditionalCall
  store: TabStore
  /** Holds the open journal in memory; `journal.vault()` is null while it is locked. */
  journal: Lock
  lockMark: LockMark
  /** Its name in the list of sessions: "Firefox on Linux", never a version. */
  label: () => Promise<string>
  /** The instant of its own clock. For days use `present`. */
  now: () => Date
  /** The instant that days go by: the server's where this device's clock is wrong. */
  present: () => Date
  /** The account's zone, whose days everything goes by. */
  zone: () => Zone
  /** The zone that the device itself reports, for a new account. */
  ownZone: () => Zone
  /** The preferred language, as a BCP 47 tag. */
  locale: () => string
}>
