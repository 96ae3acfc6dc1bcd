// What our joints of a request cost: the list of 20 private pages and adding one, through route(), withViewer and the contract,
// against bare routes in the same build that answer the same bytes with pg alone. `npx tsx bench/route-cost.ts [rounds]`.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { connect } from '../lib/db/connection'
import { bareRoute } from './bare-app'
import { ratiosTo, type Target } from './harness'
import { bundleOf } from '../lib/testing/sealed.ts'

const root = path.join(import.meta.dirname, '..')
const rounds = Number(process.argv[2] ?? 5)

/** Builds a copy of the tree with the bare route in it. */
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
  writeFileSync(
    path.join(copy, 'app/api/bare/route.js'),
    `import { running } from '@/lib/running'\n${bareRoute('running().ownerUrl')}`,
  )
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
  await db.query(`insert into person (id, name, zone, bundle) values ($1, 'Noor', 'Europe/Lisbon', $2)`, [
    owner,
    JSON.stringify(bundleOf(owner)),
  ])
  await db.query(
    `insert into account (person_id, email, email_key, locale, kdf, salt, auth_hash, recovery_hash, vk_pw, vk_rec, keyring, keyring_rev)
    values ($1, 'n@example.test', 'n@example.test', 'en', 1, repeat('s', 22), repeat('a', 32)::bytea, repeat('r', 32)::bytea, repeat('w', 80), repeat('w', 80), repeat('k', 80), 1)`,
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

/** Fetches an answer without the parts that differ per row, the id and the instant. */
async function shapeOf({ url, headers = {}, body }: Target): Promise<string> {
  const json = { ...headers, 'content-type': 'application/json' }
  const response = await fetch(
    url,
    body ? { method: 'POST', headers: json, body: JSON.stringify(body()) } : { headers },
  )
  return (await response.text()).replace(/"(id|addedAt)":"[^"]*"/g, '"$1":""')
}

const copy = buildCopy()
try {
  const { served } = (await import(
    pathToFileURL(path.join(copy, 'lib/testing/served.ts')).href
  )) as typeof import('../lib/testing/served')
  const app = await served({ limits: { readsPerMinute: 1e9, writesPerMinute: 1e9 } })
  try {
    const { owner, secret } = await seed(app.ownerUrl)
    const { pid, origin } = app
    const headers = { cookie: `fivefold-session=${secret}`, origin }
    const sealed = 'Wlpa'.repeat(467)
    const body = () => ({ entries: [{ id: randomUUID(), sealed }] })
    const bare = `${origin}/api/bare?owner=${owner}`
    const measured = {
      'list of 20': [
        { url: bare, pid },
        { url: `${origin}/api/entries?limit=20`, headers, pid },
      ],
      'create of one': [
        { url: bare, body, pid },
        { url: `${origin}/api/entries`, headers, body, pid },
      ],
    } as const satisfies Record<string, readonly [Target, Target]>
    for (const [name, [bareTarget, ours]] of Object.entries(measured)) {
      const shapes = await Promise.all([shapeOf(bareTarget), shapeOf(ours)])
      if (shapes[0] !== shapes[1]) throw new Error(`The two do not send the same: ${shapes.join(' | ').slice(0, 500)}`)
      const ratios = await ratiosTo(bareTarget, { ours }, { rounds, warmUp: 12 })
      console.log(
        `${name}, c=10: ${ratios['ours']?.perSecond.toFixed(2)} of the bare route's requests a second, ${ratios['ours']?.cpuMs.toFixed(2)} times its CPU`,
      )
    }
  } finally {
    await app.stop()
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
