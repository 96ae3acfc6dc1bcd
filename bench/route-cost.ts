// What the joints of a request cost: the list of 20 private pages through route(), withViewer and the contract, against a bare
// route in the same build that sends the same bytes with pg alone. `npx tsx bench/route-cost.ts [rounds]`.
//
// Interleaved rounds, A B then B A, four seconds each after a warm-up; what counts is the median of the per-round ratios, of
// requests a second and of the server's CPU a request (from /proc): absolute figures move with the machine.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import autocannon from 'autocannon'
import { connect } from '../lib/db/connection'

const root = path.join(import.meta.dirname, '..')
const rounds = Number(process.argv[2] ?? 5)
const seconds = 4
const connections = 10

const bareRoute = `
import pg from 'pg'
import { running } from '@/lib/running'
const host = globalThis as { bare?: pg.Pool }
const pool = () => (host.bare ??= new pg.Pool({ connectionString: running().ownerUrl, max: 10 }))
const instant = (at: Date) => at.toISOString()
export async function GET(request: Request) {
  const owner = new URL(request.url).searchParams.get('owner')
  const { rows } = await pool().query('select id, rev, sealed, added_at from private_entry where owner_id = $1 order by added_at desc, id desc limit 21', [owner])
  const shown = rows.slice(0, 20).map((r) => ({ id: r.id, rev: r.rev, sealed: r.sealed.toString('base64url'), addedAt: instant(r.added_at) }))
  const last = shown[19]
  return Response.json({ rows: shown, next: rows.length > 20 && last ? Buffer.from(JSON.stringify([last.addedAt, last.id])).toString('base64url') : null })
}
`

/** A copy of the tree with the bare route in it, built. */
function buildCopy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'fivefold-bench-'))
  for (const name of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  }
  cpSync(path.join(root, 'lib/db/generated'), path.join(copy, 'lib/db/generated'), { recursive: true })
  execFileSync('cp', ['-al', path.join(root, 'node_modules'), path.join(copy, 'node_modules')])
  mkdirSync(path.join(copy, 'app/api/bare'), { recursive: true })
  writeFileSync(path.join(copy, 'app/api/bare/route.ts'), bareRoute)
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: copy,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`)
  return copy
}

async function seed(ownerUrl: string): Promise<{ owner: string; secret: string }> {
  const db = await connect(ownerUrl)
  const owner = randomUUID()
  const secret = randomBytes(32).toString('base64url')
  await db.query(`insert into person (id, name, zone, bundle) values ($1, 'Noor', 'Europe/Lisbon', '{}')`, [owner])
  await db.query(
    `insert into account (person_id, email, email_key, locale, kdf, salt, auth_hash, recovery_hash, vk_pw, vk_rec, keyring, keyring_rev)
    values ($1, 'n@example.test', 'n@example.test', 'en', 1, 's', 'a', 'r', 'w', 'w', 'k', 1)`,
    [owner],
  )
  await db.query(
    `insert into session (id, person_id, secret_hash, only_me, label, signed_in_on, last_used_on, expires_at)
    values ($1, $2, $3, true, 'bench', '2026-01-01', '2026-01-01', '2099-01-01')`,
    [randomUUID(), owner, createHash('sha256').update(secret).digest()],
  )
  await db.query(
    `insert into private_entry (owner_id, id, rev, sealed, added_at, written_at)
    select $1, gen_random_uuid(), 1, decode(repeat('5a', 1400), 'hex'), timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01'
    from generate_series(1, 1000) n`,
    [owner],
  )
  await db.query('vacuum analyze')
  await db.end()
  return { owner, secret }
}

/** CPU seconds that a process and its ended children have used. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return [11, 12, 13, 14].reduce((sum, n) => sum + Number(fields[n]), 0) / 100
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

const copy = buildCopy()
try {
  const { served } = (await import(
    pathToFileURL(path.join(copy, 'lib/testing/served.ts')).href
  )) as typeof import('../lib/testing/served')
  const app = await served({ limits: { readsPerMinute: 1e9 } })
  try {
    const { owner, secret } = await seed(app.ownerUrl)
    const ways = {
      bare: { url: `${app.origin}/api/bare?owner=${owner}`, headers: {} },
      ours: { url: `${app.origin}/api/entries?limit=20`, headers: { cookie: `fivefold-session=${secret}` } },
    }
    const [bytesBare, bytesOurs] = await Promise.all(
      [ways.bare, ways.ours].map(async ({ url, headers }) => (await fetch(url, { headers })).text()),
    )
    if (bytesBare !== bytesOurs)
      throw new Error(`The two do not send the same bytes: ${bytesBare?.slice(0, 200)} | ${bytesOurs?.slice(0, 200)}`)

    const load = async (way: keyof typeof ways, duration: number) => {
      const before = cpuOf(app.pid)
      const result = await autocannon({ ...ways[way], connections, duration })
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${way}: ${result.non2xx} refused, ${result.errors} failed`)
      return { perSecond: result.requests.average, cpuMs: ((cpuOf(app.pid) - before) * 1000) / result.requests.total }
    }
    for (const way of ['bare', 'ours'] as const) await load(way, 12) // until what is hot was compiled
    const ratios: { perSecond: number; cpu: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)
      const figures: Partial<Record<keyof typeof ways, Awaited<ReturnType<typeof load>>>> = {}
      for (const way of order) figures[way] = await load(way, seconds)
      const { bare, ours } = figures
      if (!bare || !ours) throw new Error('A round is missing one of its two.')
      ratios.push({ perSecond: ours.perSecond / bare.perSecond, cpu: ours.cpuMs / bare.cpuMs })
      console.log(
        `round ${round + 1}: bare ${bare.perSecond.toFixed(0)}/s ${bare.cpuMs.toFixed(2)} ms CPU; ours ${ours.perSecond.toFixed(0)}/s ${ours.cpuMs.toFixed(2)} ms CPU`,
      )
    }
    console.log(
      `list of 20, c=${connections}: ${median(ratios.map((r) => r.perSecond)).toFixed(2)} of the bare route's requests a second, ${median(ratios.map((r) => r.cpu)).toFixed(2)} times its CPU`,
    )
  } finally {
    await app.stop()
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
