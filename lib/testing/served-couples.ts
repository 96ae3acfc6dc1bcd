// For *.http.test.ts: couples of a served app, made without a device. A hundred of them cost no Argon2.
import { closeClients } from '../db/clients'
import { connect, type Client } from '../db/connection'
import { makeCall, type Call } from '../http/call'
import { putRunning, type Running } from '../running'
import { lastingCouple } from './bare-accounts'
import { putPresent } from './present'
import type { ServedApp } from './served'
import { putTestSeams } from './test-seams'

/** Somebody with a session: `cookie` as the browser sends it, `call` as the browser calls the API. */
export type ServedPerson = Readonly<{ id: string; cookie: string; call: Call }>

type AppAddresses = Pick<ServedApp, 'origin' | 'ownerUrl' | 'webUrl' | 'secret'>

export type ServedCouple = Readonly<{ coupleId: string; a: ServedPerson; b: ServedPerson }>

type ServedCouples = Readonly<{
  /** A connection as the owner. */
  owner: Client
  newCouple: () => Promise<ServedCouple>
  /** Closes this process's connections to the app's database. */
  close: () => Promise<void>
}>

/** Makes couples who paired at `instant` (ISO, UTC). Call `close` at the end, and before the database is killed. */
export async function servedCouples(app: AppAddresses, instant: string): Promise<ServedCouples> {
  const { origin, ownerUrl, webUrl, secret } = app
  const present: Running = { origins: [origin], ownerUrl, webUrl, secret, trustProxyHops: 0 }
  putPresent('running', present, putRunning)
  const clock = putTestSeams(instant, { signUpsPerHour: 1_000_000, acceptancesPerHour: 1_000_000 })
  const owner = await connect(ownerUrl)
  const newCouple = async () => {
    const { a, b, coupleId } = await lastingCouple(owner, clock.now())
    return { coupleId, a: servedPerson(app, a), b: servedPerson(app, b) }
  }
  return { owner, newCouple, close: async () => void (await Promise.all([owner.end(), closeClients()])) }
}

function servedPerson({ origin }: AppAddresses, { id, secret }: { id: string; secret: string }): ServedPerson {
  const cookie = `fivefold-session=${secret}`
  const send: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', origin)
    return fetch(input, { ...init, headers })
  }
  return { id, cookie, call: makeCall({ base: origin, fetch: send }) }
}
