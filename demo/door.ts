// The links that sign in. Only the demo's process answers them; the app has no such route.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { signIn } from '@/lib/accounts/sign-in'
import { newDevice, type TestDevice } from '@/lib/testing/devices'
import { zones } from './calendar.ts'
import { doorPage } from './door-page.ts'
import type { DemoPerson } from './folder.ts'

type AppAnswer = (request: IncomingMessage, response: ServerResponse) => unknown
type DoorAnswer = Readonly<{ headers: Readonly<Record<string, string | string[]>>; html: string }>
/** `origin`: the address at which this process reaches the app. */
type AppPlace = Readonly<{ origin: string; now: () => Date }>

/** The address of each of the two: one browser keeps the cookies of different hosts apart, of different ports it does not. */
export const hostsOf = (port: number) => [`localhost:${port}`, `127.0.0.1:${port}`] as const

export const doorPath = ({ who }: Pick<DemoPerson, 'who'>): string => `/demo/${who}`

/**
 * Answers the links before the app does. `hosts`: the addresses of this process; a name that somebody else lets point
 * here gets nothing.
 */
export function withDoor(
  app: AppAnswer,
  { people, hosts, ...place }: AppPlace & Readonly<{ people: readonly DemoPerson[]; hosts: readonly string[] }>,
): AppAnswer {
  const doors = new Map(people.map((person) => [doorPath(person), makeDoor(person, place)]))
  return (request, response) => {
    const door = doors.get(request.url ?? '')
    if (!door || request.method !== 'GET' || !hosts.includes(request.headers.host ?? '')) return app(request, response)
    return door().then(
      ({ headers, html }) => response.writeHead(200, headers).end(html),
      (error: unknown) => {
        console.error(error)
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
        response.end(
          'The demo could not sign in. Wait a minute, then open the link again. If the phrase was changed, remove the demo and start it anew.\n',
        )
      },
    )
  }
}

/**
 * Makes the door of a person. Each call signs in by the phrase, on one device that the server comes to know, so that many
 * clicks are not slowed down. Its answer hands the cookies, and what the device stores, to a browser. Throws what `signIn`
 * throws.
 */
export function makeDoor(person: DemoPerson, { origin, now }: AppPlace): () => Promise<DoorAnswer> {
  const device = newDevice(
    { origin, now: async () => now().toISOString() },
    { zone: zones[person.who], locale: 'en-GB', label: 'The demo’s link', clock: now },
  )
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    // one after another: the wrap belongs to the session
    const opening = last.then(async () => openDoor(person, await device))
    last = opening.catch(() => {})
    return opening
  }
}

async function openDoor(person: DemoPerson, device: TestDevice): Promise<DoorAnswer> {
  await signIn(device, { email: person.email, phrase: person.phrase, onlyMe: true })
  const nonce = randomBytes(16).toString('base64')
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`,
      'set-cookie': [...cookiesOf(device), 'locked=; Path=/; Max-Age=0; SameSite=Lax'],
    },
    html: doorPage(person, nonce, await storedOn(device, person)),
  }
}

const cookiesOf = ({ jar }: TestDevice): string[] =>
  jar
    .header()
    .split('; ')
    .map((cookie) => `${cookie}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`)

/** The rows of lib/vault/store.ts: what opens the journal here, and what was opened before. */
const storedOn = async ({ store }: TestDevice, { id, floors, index }: DemoPerson) => ({
  wraps: [[id, await store.wrap(id)]],
  recipients: [
    [id, await store.recipient(id)],
    [`${id} use`, 'only-me'],
    ...(index === null ? [] : [[`${id} index`, index]]),
  ],
  floors: floors === null ? [] : [[id, floors]],
})
