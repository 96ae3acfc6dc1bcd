import { makeCall, makeConditionalCall } from '@/lib/http/call'
import { plainTag } from '@/lib/messages/locale'
import { now } from '@/lib/time/clock'
import { deviceZone } from '@/lib/time/zone'
import { forgetUnsent } from '@/lib/unsent-forms'
import { makeLock, tabWiring, type Lock } from '@/lib/vault/lock'
import { calendarZone, fetchOnTime, tabClock } from './calendar'
import type { Device } from './device'
import { latePartOf } from './late-functions'
import { withLimitWords } from './late-limit-words'
import { lateStore } from './late-store'
import { lockMark } from './lock-mark'
import { tabStore } from './tab-store'

const storeCode = latePartOf(() => import('@/lib/vault/store'))
const labelCode = latePartOf(() => import('./session-label'))

let device: Device | undefined

const transport = { base: '', fetch: fetchOnTime }

/** On a lock, and when another person opens their journal, this tab forgets what was typed and not sent. */
function forgettingUnsent(journal: Lock): Lock {
  let uid: string | undefined
  journal.subscribe(() => {
    const opened = journal.vault()?.uid
    if (opened === undefined || (uid !== undefined && opened !== uid)) forgetUnsent()
    uid = opened ?? uid
  })
  return journal
}

/**
 * Returns this tab's device, always the same object. Call it in effects and event handlers only, never while rendering.
 */
export const browserDevice = (): Device =>
  (device ??= {
    call: withLimitWords(makeCall(transport)),
    callIfChanged: makeConditionalCall(transport),
    store: tabStore(lateStore(async () => (await storeCode()).openStore())),
    journal: forgettingUnsent(makeLock(tabWiring(() => now().getTime()))),
    lockMark,
    label: async () => (await labelCode()).describeBrowser(navigator.userAgent),
    now,
    present: tabClock.present,
    zone: calendarZone,
    ownZone: deviceZone,
    locale: () => plainTag(navigator.language),
  })
