// The memory of `npm start` before its first request, and the app's peak under load, against the bare app under the same loads.
// Build first (`node scripts/prepare.mjs`), then `npx tsx bench/memory.ts [seconds of each load]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { withConnection } from '../lib/db/connection'
import { findFreePort } from '../lib/db/ports'
import { childEnv } from '../lib/env'
import { coupleOfEightWeeks } from '../lib/testing/eight-weeks'
import { roomy, served } from '../lib/testing/served'
import { bareApp } from './bare-app'
import { loadOf, memoryOf, type Target } from './harness'

const seconds = Number(process.argv[2] ?? 10)

/** A thousand private entries of 1.4 kB. */
const putEntries = (ownerUrl: string, owner: string) =>
  withConnection(ownerUrl, (db) =>
    db.query(
      `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
      select $1, gen_random_uuid(), 1, decode(repeat('5a', 1400), 'hex'), timestamptz '2026-01-01' + n * interval '1 minute', '2026-01-01'
      from generate_series(1, 1000) n`,
      [owner],
    ),
  )

/** Loads lists and pages, with ten connections and then fifty, and prints the peak memory after each. */
async function measure(name: string, list: Target, page: Target): Promise<void> {
  for (const connections of [10, 50])
    for (const [load, target] of Object.entries({ lists: list, pages: page })) {
      const { perSecond } = await loadOf(target, seconds, connections)
      const { now, peak } = memoryOf(target.pid)
      console.log(`${name}, c=${connections} ${load}: ${perSecond.toFixed(0)}/s, ${now} MB, most ${peak} MB`)
    }
}

/** Reads the idle memory once Next has loaded its pages, which it does after it is ready. */
async function printIdle(name: string, pid: number): Promise<void> {
  await setTimeout(10_000)
  console.log(`${name}, idle: ${memoryOf(pid).now} MB`)
}

/** Starts what `npm start` starts, with a data folder of its own, and stops it. */
async function printIdleOfStart(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'fivefold-memory-'))
  chmodSync(data, 0o755) // root's PostgreSQL runs as nobody
  const variables = { PORT: String(await findFreePort()), DATA_DIR: data, DATABASE_URL: undefined }
  const child = spawn(process.execPath, ['--max-old-space-size=1024', 'scripts/start.mjs'], {
    cwd: path.join(import.meta.dirname, '..'),
    env: childEnv(variables),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  while (!output.includes('ready at') && child.exitCode === null) await setTimeout(100)
  await printIdle('ours', child.pid ?? 0)
  child.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true })
}

await printIdleOfStart()
const app = await served({ limits: roomy })
try {
  const { a } = await coupleOfEightWeeks(app)
  await putEntries(app.ownerUrl, a.id)
  const bare = await bareApp(app.ownerUrl)
  try {
    await printIdle('bare', bare.pid)
    const [headers, { pid }] = [{ cookie: a.device.jar.header() }, app]
    await measure(
      'ours',
      { url: `${app.origin}/api/entries?limit=20`, headers, pid },
      { url: `${app.origin}/today`, headers, pid },
    )
    await measure(
      'bare',
      { url: `${bare.url}/api/list?owner=${a.id}`, pid: bare.pid },
      { url: bare.url, pid: bare.pid },
    )
  } finally {
    bare.stop()
  }
} finally {
  await app.stop()
}
