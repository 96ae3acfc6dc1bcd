import { makeCall } from '@/lib/http/call'
import { now } from '@/lib/time/clock'
import { deviceZone } from '@/lib/time/zone'
import { makeLock, tabWiring } from '@/lib/vault/lock'
import { openStore } from '@/lib/vault/store'
import type { Device, LockMark } from './device'
import { lateStore } from './late-store'
import { sessionLabel } from './session-label'

const YEAR = 31_536_000

// Readable by the server, so that a locked device's pages come without anything in them; it says nothing but that.
const cookieMark: LockMark = {
  stands: () => /(?:^|;\s*)locked=1(?:;|$)/.test(document.cookie),
  // A browser may keep a cookie a moment after it was written. Read back, it is there for the page that is loaded next and for the
  // tabs that are told next.
  set: () => {
    document.cookie = `locked=1; path=/; max-age=${YEAR}; samesite=lax${secure()}`
    void document.cookie
  },
  clear: () => { document.cookie = `locked=; path=/; max-age=0; samesite=lax${secure()}` },
}

const secure = () => (location.protocol === 'https:' ? '; secure' : '')

let device: Device | undefined

/** This tab's device, always the same one. In a browser only: an effect or an event handler, never while a page is drawn. */
export const browserDevice = (): Device =>
  (device ??= {
    call: makeCall({ base: '', fetch: (...request) => fetch(...request) }),
    store: lateStore(openStore),
    journal: makeLock(tabWiring(() => now().getTime())),
    lockMark: cookieMark,
    label: sessionLabel(navigator.userAgent),
    now,
    zone: deviceZone,
    locale: () => navigator.language,
  })
