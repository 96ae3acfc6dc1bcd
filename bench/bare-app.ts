// The smallest app of the same framework that reads 20 rows and renders them, and the smallest route that lists private
// entries and adds one. Our pages and routes are compared with them.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { withConnection } from '../lib/db/connection.ts'
import { childEnv } from '../lib/env.ts'

const root = path.join(import.meta.dirname, '..')
const next = path.join(root, 'node_modules/next/dist/bin/next')

/** Uses pg alone and sends the bytes of our answer: no session, no policies, no contract. */
const route = `
import pg from 'pg'
const pool = () => (globalThis.bare ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE, max: 10 }))
const shown = (r) => ({ id: r.id, rev: r.rev, sealed: r.sealed.toString('base64url'), addedAt: r.added_at.toISOString() })
export async function GET(request) {
  const owner = new URL(request.url).searchParams.get('owner')
  const { rows } = await pool().query('select id, rev, sealed, added_at from private_entry where owner_id = $1 order by added_at desc, id desc limit 21', [owner])
  const page = rows.slice(0, 20).map(shown)
  const last = page[19]
  return Response.json({ rows: page, next: rows.length > 20 && last ? Buffer.from(JSON.stringify([last.addedAt, last.id])).toString('base64url') : null })
}
export async function POST(request) {
  const owner = new URL(request.url).searchParams.get('owner')
  const { entries: [{ id, sealed }] } = await request.json()
  const { rows } = await pool().query('insert into private_entry (owner_id, id, rev, sealed, added_at, written_at) values ($1, $2, 1, $3, $4, $4) returning id, rev, sealed, added_at', [owner, id, Buffer.from(sealed, 'base64url'), new Date()])
  return Response.json({ rows: rows.map(shown) })
}
`

const files = {
  'package.json': `{ "type": "module" }`,
  'next.config.js': `export default { turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } }`,
  'app/layout.jsx': `export default ({ children }) => <html lang="en"><body>{children}</body></html>`,
  'app/api/list/route.js': route,
  'app/page.jsx': `
    import pg from 'pg'
    export const dynamic = 'force-dynamic'
    const pool = (globalThis.pool ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE, max: 10 }))
    export default async function Page() {
      const { rows } = await pool.query('select id, title, body, at from bare_row order by at desc, id desc limit 20')
      return <main><h1>Rows</h1><ul>{rows.map(({ id, title, body, at }) =>
        <li key={id}><h2>{title}</h2><p>{body}</p><time>{at.toISOString()}</time></li>)}</ul></main>
    }`,
} as const

/** Makes the table of the bare page in a database: rows of 400 characters. */
export const makeBareTable = (ownerUrl: string, rows: number): Promise<void> =>
  withConnection(ownerUrl, async (db) => {
    await db.query(`create table bare_row as select gen_random_uuid() as id, 'Page ' || n as title, repeat('The walk. ', 40) as body,
      timestamptz '2026-01-01' + n * interval '1 hour' as at from generate_series(1, ${rows}) n`)
    await db.query('create index on bare_row (at desc, id desc)')
    await db.query('vacuum analyze bare_row')
  })

/** Whether an app reads its first page before it counts as started. */
export type StartUntil = 'page' | 'listening'

/** `msToReady` counts from the start of its process to its first page, or until it listens. */
export type BareApp = Readonly<{ url: string; pid: number; msToReady: number; stop: () => Promise<void> }>

/** The bare app, built in a temporary folder, which `remove` takes away. `start` serves it over a database with its table. */
export type BuiltBareApp = Readonly<{
  start: (ownerUrl: string, until?: StartUntil) => Promise<BareApp>
  remove: () => void
}>

const production = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: undefined }

export function buildBareApp(): BuiltBareApp {
  const dir = mkdtempSync(path.join(tmpdir(), 'bare-app-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'))
  const env = childEnv(production)
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: dir, env, encoding: 'utf8' })
  const remove = () => rmSync(dir, { recursive: true, force: true })
  process.once('exit', remove)
  if (built.status !== 0) {
    remove()
    throw new Error(`The bare app could not be built:\n${built.stdout}${built.stderr}`)
  }
  return { start: (ownerUrl, until) => startBareApp(dir, ownerUrl, until), remove }
}

async function startBareApp(dir: string, ownerUrl: string, until: StartUntil = 'page'): Promise<BareApp> {
  const began = performance.now()
  const env = childEnv({ ...production, BARE_DATABASE: ownerUrl })
  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], { cwd: dir, env })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(server, 'exit')
  const url = await addressOf(server)
  if (until === 'page') await fetchPage(url)
  return {
    url,
    pid: server.pid ?? 0,
    msToReady: performance.now() - began,
    stop: async () => {
      process.off('exit', kill)
      server.kill()
      await ended
    },
  }
}

/** Fetches a whole page. Throws if it is refused. */
export async function fetchPage(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await fetch(url, { headers, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`)
  return answer.text()
}

/** Waits for what the server says that it listens on. */
const addressOf = (server: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let output = ''
    server.once('exit', () => reject(new Error(`The bare app ended:\n${output}`)))
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (part: Buffer) => {
        output += part.toString()
        const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(output)?.[0]
        if (address && output.includes('Ready')) resolve(address)
      })
  })
