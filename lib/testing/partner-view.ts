// Everything that one person of a couple can get from the app, as bytes: every GET, every page, and refusals that could reveal something.
import { csrf, postSignIn } from '@/lib/accounts/contract'
import { putEntry } from '@/lib/journal/contract'
import { contracts } from '@/lib/openapi/contracts'
import { builtPages } from './built-pages'
import type { TestDevice } from './devices'
import type { TestPerson } from './people'
import type { KnownIds } from './two-with-everything'
import { sealedOf } from './sealed'

/** Each response, by its path or its name. */
export type PartnerView = Readonly<Record<string, string>>

/** Routes that need no session, or say nothing about a couple. */
const open = contracts.filter((contract) => contract.open).map(({ path }) => path)
const reading = contracts.filter(({ method, path }) => method === 'GET' && !open.includes(path)).map(({ path }) => path)

/** What an `id` in a path identifies. */
const thingOf = (path: string) =>
  /^(\/api)?\/rituals/.test(path)
    ? 'ritual'
    : /^(\/api)?\/plans/.test(path)
      ? 'plan'
      : path.includes('shared')
        ? 'pageId'
        : 'entry'

/** Fills the parameters of a path: `/api/rituals/{id}`, `/check-in/[week]`. */
export function pathOf(known: KnownIds, path: string): string {
  const values = new Map<string, string>(Object.entries(known))
  return path.replace(
    /\{(\w+)\}|\[(\w+)\]/g,
    (_, inApi?: string, inPage?: string) => values.get(inApi ?? inPage ?? '') ?? known[thingOf(path)],
  )
}

export const pathsOf = (known: KnownIds): readonly string[] =>
  [...reading, ...builtPages].map((path) => pathOf(known, path))

/** A sign-in with a wrong phrase, and a change to a page of the partner that this person should not know. Neither changes anything. */
export const [wrongPhrase, foreignPage] = ['a wrong phrase', 'a change to a private page of the other’s']

/** All responses that this person's device gets now, or those of these names. */
export function viewOf(
  { device, email }: TestPerson,
  known: KnownIds,
  names: readonly string[] = [...pathsOf(known), wrongPhrase, foreignPage],
): Promise<PartnerView> {
  const send = (method: string, path: string, body: object, headers?: HeadersInit) =>
    device.fetch(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return gather(names, async (name) => {
    if (name === foreignPage)
      return textOf(
        await send('PUT', pathOf(known, putEntry.path), { sealed: sealedOf('A page.') }, { 'if-match': '"1000000"' }),
      )
    if (name !== wrongPhrase) return textOf(await device.fetch(name))
    const { csrfToken } = await device.call(csrf, {})
    return textOf(
      await send('POST', postSignIn.path, { email, authKey: 'A'.repeat(43), onlyMe: true, label: '', csrfToken }),
    )
  })
}

/** Reads every path as this device. */
export const readAll = (device: TestDevice, known: KnownIds): Promise<unknown> =>
  gather(pathsOf(known), async (path) => (await device.fetch(path)).text())

/** Status, headers and body, without what differs per request, such as nonces and request ids. */
async function textOf(answer: Response): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  const headers = [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name))
  const text = `${answer.status}\n${headers.map((line) => line.join(': ')).join('\n')}\n\n${await answer.text()}`
  return (nonce ? text.replaceAll(nonce, 'nonce') : text).replaceAll(/"requestId":"[^"]+"/g, '"requestId":""')
}

/** Two at a time: no response depends on another, and the app works on one while the other is read. */
async function gather(names: readonly string[], ask: (name: string) => Promise<string>): Promise<PartnerView> {
  const left = names.values() // both take from it
  const all: Record<string, string> = {}
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (const name of left) all[name] = await ask(name)
    }),
  )
  return all
}

/** The names of responses that differ, in alphabetical order. */
export const differing = (before: PartnerView, after: PartnerView): readonly string[] =>
  Object.keys(after)
    .filter((name) => after[name] !== before[name])
    .sort()
