// Real devices in Node, against a served app: the same code as in a browser, over real HTTP, with a cookie jar and an IndexedDB.
import 'fake-indexeddb/auto'
import type { Device } from '@/lib/device/device'
import { tabStore } from '@/lib/device/tab-store'
import { makeCall, makeConditionalCall } from '@/lib/http/call'
import { parseZone, type Zone } from '@/lib/time/zone'
import { deriveNativelyOutsidePages } from '@/lib/vault/derive'
import { makeLock } from '@/lib/vault/lock'
import { openStore, type DeviceStore } from '@/lib/vault/store'
import { cookieJar, type CookieJar } from './cookie-jar'
import { nativeArgon2 } from './native-argon2'
import type { ServedApp } from './served'

deriveNativelyOutsidePages(nativeArgon2)

export type TestDevice = Device &
  Readonly<{
    jar: CookieJar
    /** As the browser's own `fetch` of a path, with this device's cookies. */
    fetch: (path: string, init?: RequestInit) => Promise<Response>
    /** Reloads the page: what was only in memory is gone. */
    reload: () => TestDevice
  }>

type ServedPlace = Pick<ServedApp, 'origin' | 'now'>

export type DeviceOptions = Readonly<{
  zone?: Zone
  /** By default 'en', whose weeks begin on Sunday. */
  locale?: string
  label?: string
  /** The client address in X-Forwarded-For; it counts if the app was served with `trustProxyHops: 1`. */
  address?: string
  /** The device's own clock; by default it shows the app's time of when the device was made. */
  clock?: () => Date
  /** Makes the device's store fail as a browser's can. */
  changeStore?: (store: DeviceStore) => DeviceStore
}>

/** A new device. */
export async function newDevice(served: ServedPlace, options: DeviceOptions = {}): Promise<TestDevice> {
  const store = await openStore(`test-${crypto.randomUUID()}`)
  return device(served, options, cookieJar(), options.changeStore?.(store) ?? store, await clockOf(served, options))
}

async function clockOf(served: ServedPlace, { clock }: DeviceOptions): Promise<() => Date> {
  if (clock) return clock
  const made = new Date(await served.now())
  return () => made
}

function device(
  served: ServedPlace,
  options: DeviceOptions,
  jar: CookieJar,
  store: DeviceStore,
  now: () => Date,
): TestDevice {
  const send = sender(served, options, jar)
  const zone = options.zone ?? parseZone('Europe/Lisbon')
  return {
    call: makeCall({ base: '', fetch: send }),
    callIfChanged: makeConditionalCall({ base: '', fetch: send }),
    store: tabStore(store),
    journal: makeLock({ now: () => now().getTime(), after: () => () => {}, channel: null }),
    lockMark: lockMarkIn(jar),
    label: async () => options.label ?? 'Firefox on Linux',
    now,
    present: now,
    zone: () => zone,
    ownZone: () => zone,
    locale: () => options.locale ?? 'en',
    jar,
    fetch: send,
    reload: () => device(served, options, jar, store, now),
  }
}

/** The mark of a locked device, as a cookie of this jar. */
export const lockMarkIn = (jar: CookieJar): Device['lockMark'] => ({
  isSet: () => jar.get('locked') === '1',
  set: () => jar.set('locked', '1'),
  clear: () => jar.drop('locked'),
})

/** Sends requests as a browser with this jar. */
export function sender({ origin }: Pick<ServedApp, 'origin'>, { address }: DeviceOptions, jar: CookieJar) {
  return async (path: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    if (path instanceof Request) throw new TypeError('A device asks by path.')
    const headers = new Headers({ origin, 'sec-fetch-site': 'same-origin' })
    if (jar.header() !== '') headers.set('cookie', jar.header())
    if (address !== undefined) headers.set('x-forwarded-for', address)
    new Headers(init.headers).forEach((value, name) => headers.set(name, value))
    const answer = await fetch(new URL(path, origin), { redirect: 'manual', ...init, headers })
    jar.keep(answer)
    return answer
  }
}
