// The smallest app of the same framework that reads 20 rows and renders them, and the smallest route that lists private
// entries and adds one. Our pages and routes are compared with them.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../lib/db/connection'
import { childEnv } from '../lib/env'

const root = path.join(import.meta.dirname, '..')

/**
 * The code of the route, over the database whose address the expression `url` gives. It uses pg alone and sends the bytes of our
 * answer: no session, no policies, no contract.
 */
export const bareRoute = (url: string): string => `
import pg from 'pg'
const pool = () => (globalThis.bare ??= new pg.Pool({ connectionString: ${url}, max: 10 }))
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
  'app/api/list/route.js': bareRoute('process.env.BARE_DATABASE'),
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

export type BareApp = Readonly<{ url: string; pid: number; stop: () => void }>

/** Builds the bare app and serves it over its own table in this database: a thousand rows of 400 characters. */
export async function bareApp(ownerUrl: string): Promise<BareApp> {
  const db = await connect(ownerUrl)
  await db.query(`create table bare_row as select gen_random_uuid() as id, 'Page ' || n as title, repeat('The walk. ', 40) as body,
    timestamptz '2026-01-01' + n * interval '1 hour' as at from generate_series(1, 1000) n`)
  await db.query('create index on bare_row (at desc, id desc)')
  await db.query('vacuum analyze bare_row')
  await db.end()
  const dir = mkdtempSync(path.join(tmpdir(), 'bare-app-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'))
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const env = childEnv({ NODE_ENV: 'production', BARE_DATABASE: ownerUrl, NEXT_TELEMETRY_DISABLED: '1' })
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: dir, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The bare app could not be built:\n${built.stdout}${built.stderr}`)
  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], { cwd: dir, env })
  return {
    url: await addressOf(server),
    pid: server.pid ?? 0,
    stop: () => {
      server.kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** What the server says that it listens on. */
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
