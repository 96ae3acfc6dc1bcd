// The story is performed against the built app: its first weeks in `npm test`, all of it in `npm run soak`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { getMe } from '@/lib/accounts/contract'
import { openWithoutPhrase } from '@/lib/device/open-journal'
import { readOpenedIndex } from '@/lib/device/opened-index'
import { childEnv } from '@/lib/env'
import { fetchOwnPages } from '@/lib/journal/device'
import { newDevice, type TestDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { roomy, served, type ServedApp } from '@/lib/testing/served'
import { times } from '@/lib/testing/full-counts'
import { reportFigure } from '@/lib/testing/soak/figure'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { openStore } from '@/lib/vault/store'
import { findFreePort } from '@/lib/db/ports'
import { LAST_WEEK, storyCalendar, zones } from './calendar'
import { doorPath, hostsOf, withDoor } from './door'
import { refuseOthers, type Demo, type DemoPerson } from './folder'
import { story } from './story/story'
import { writeHalfYear } from './write-half-year'

const root = path.join(import.meta.dirname, '..')
const now = new Date('2026-11-28T21:30:00Z')
const weeks = times(LAST_WEEK + 1, 4)

let app: ServedApp
let demo: Demo
beforeAll(async () => {
  const port = await findFreePort()
  app = await served({ limits: roomy, port, origins: hostsOf(port).map((host) => `http://${host}`) })
  const end = weeks > LAST_WEEK ? now : storyCalendar(now).instantAt([weeks, 'Mon', '12:00'], 'vera')
  demo = await writeHalfYear(app, now, story, end)
  reportFigure('demo', weeks)
})
afterAll(() => app.stop())

const personNamed = (name: string) => {
  const person = demo.people.find((each) => each.name === name)
  if (!person) throw new Error(`${name} is not in the demo.`)
  return person
}

/** The links in front of an app that answers 404 to everything. Returns what one answers. */
async function openLink(address: string, host?: string): Promise<{ status: number; cookies: string[]; text: string }> {
  const places = {
    people: demo.people,
    hosts: ['localhost:1', '127.0.0.1:1'],
    origin: app.origin,
    now: () => new Date(demo.endsAt),
  }
  const server = http.createServer(withDoor((_, response) => response.writeHead(404).end(), places))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  return new Promise((done, failed) => {
    const request = http.get({ port, host: '127.0.0.1', path: address, headers: { host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], text }),
      )
    })
    request.on('error', failed)
  })
}

/** A browser that opens a link: it keeps the cookies, and runs the page's script. Returns it as a device, and where it went. */
async function openInBrowser(person: DemoPerson): Promise<{ device: TestDevice; text: string; wentTo: string[] }> {
  const { status, cookies, text } = await openLink(doorPath(person), 'localhost:1')
  expect(status).toBe(200)
  const wentTo: string[] = []
  const marks = new Map<string, string>()
  const went = new Promise<void>((done) => {
    runInNewContext(/<script nonce="[^"]+">([^]*)<\/script>/.exec(text)?.[1] ?? '', {
      ...{ indexedDB, Intl, document: {} },
      localStorage: { getItem: (name: string) => marks.get(name), setItem: marks.set.bind(marks) },
      location: { replace: (address: string) => done(void wentTo.push(address)) },
    })
  })
  await went
  const store = await openStore('fivefold')
  const place = { origin: app.origin, now: app.now }
  const device = await newDevice(place, { zone: zones[person.who], changeStore: () => store })
  for (const [name = '', value = ''] of cookies.map((line) => line.split(';')[0]?.split('=') ?? []))
    if (name !== 'locked') device.jar.set(name, value)
  expect(marks.get('fivefold-marks')).toContain(person.marks[0])
  return { device, text, wentTo }
}

test.each(['Vera', 'Simón'])('the link of %s signs in, opens the journal and goes on to Today', async (name) => {
  const person = personNamed(name)
  const { device, text, wentTo } = await openInBrowser(person)
  expect(await device.call(getMe, {})).toMatchObject({ id: person.id, name })
  const vault = await openWithoutPhrase(device)
  if (!vault) throw new Error('The journal stays shut.')
  expect((await fetchOwnPages(device, vault)).rows[0]?.opened).toMatchObject({ is: 'text' })
  expect((await readOpenedIndex(device, vault)).length).toBeGreaterThan(20)
  expect(wentTo).toEqual(['/today'])
  expect(text).not.toContain(person.phrase)
})

test('each of the two addresses is a right one: changes are taken from it, and its pages name no other', async () => {
  for (const host of hostsOf(app.port)) {
    const origin = `http://${host}`
    const html = await (await fetch(`${origin}/sign-in`)).text()
    expect(html).toContain(`\\"address\\":\\"${origin}\\"`)
    const headers = { origin, 'content-type': 'application/json' }
    const body = JSON.stringify({ email: 'nobody@fivefold.example' })
    const answer = await fetch(`${origin}/api/auth/prelogin`, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
  }
})

test('a name that somebody else lets point here gets nothing', async () => {
  expect(await openLink(doorPath(personNamed('Vera')), 'elsewhere.example')).toMatchObject({ status: 404, cookies: [] })
})

test('the app has no such route, and nothing of the demo is in its files', async () => {
  for (const person of demo.people) {
    const answer = await fetch(app.origin + doorPath(person), { redirect: 'manual' })
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []])
  }
  const built = readdirSync(path.join(root, '.next'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(js|mjs|html|css)$/.test(file.name))
    .map((file) => path.join(file.parentPath, file.name))
  expect(built.length).toBeGreaterThan(100)
  const ours = [
    'Nobody keeps a mechanic for company',
    'Open the link in an ordinary window',
    'The demo could not sign in',
  ]
  const found = built.filter((file) => ours.some((words) => readFileSync(file, 'utf8').includes(words)))
  expect(found).toEqual([])
})

test('the demo is refused where somebody else has an account', async () => {
  await expect(refuseOthers(app.ownerUrl, '/a/folder')).resolves.toBeUndefined()
  await newPerson(app)
  await expect(refuseOthers(app.ownerUrl, '/a/folder')).rejects.toThrow(/^Somebody else has an account in \/a\/folder/)
})

/** Runs `npm run demo` until it refuses, and returns its sentence. */
async function refusal(variables: Record<string, string>, args: string[] = []): Promise<string> {
  const env = childEnv({ DATABASE_URL: undefined, NODE_OPTIONS: undefined, PORT: '0', ...variables })
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'demo.mjs'), ...args], { cwd: root, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code]: unknown[] = await once(child, 'exit')
  expect([code, output]).toEqual([1, expect.not.stringMatching(/\n\s+at /)])
  return output
}

test('the demo is refused with a database that was given', async () => {
  const output = await refusal({ DATA_DIR: temporaryFolder(), DATABASE_URL: 'postgres://me:word@127.0.0.1:1/home' })
  expect(output).toContain('DATABASE_URL is set. The demo never writes into a database that it did not make')
})

test('a folder that is not the demo’s is neither used nor removed', async () => {
  const folder = path.join(temporaryFolder(), 'home')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'secret'), 'a secret')
  for (const args of [[], ['--remove']])
    expect(await refusal({ DATA_DIR: folder }, args)).toContain(`${folder} is in use and is not the demo's`)
  expect(readdirSync(folder)).toEqual(['secret'])
})
