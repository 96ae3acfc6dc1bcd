// What our pages cost against a bare page of the same framework that reads 20 rows, for two with eight full weeks behind them.
// Build first (`node scripts/prepare.mjs`), then `npx tsx bench/pages.ts [rounds] [page ...]`; 0 rounds weigh the pages alone.
import { gzipSync } from 'node:zlib'
import { coupleOfEightWeeks } from '../lib/testing/eight-weeks'
import { pageWeight } from '../lib/testing/page-weight'
import { roomy, served, type ServedApp } from '../lib/testing/served'
import { bareApp } from './bare-app'
import { ratiosTo, type Load, type Target } from './harness'

const pages = {
  Today: '/today',
  Week: '/week',
  Month: '/months/2026-11',
  Lately: '/lately',
  Journal: '/journal',
  Settings: '/settings',
} as const

const rounds = Number(process.argv[2] ?? 5)
const only = process.argv.slice(3)
const chosen = Object.entries(pages).filter(([name]) => only.length === 0 || only.includes(name))

/** Returns the gzipped size of the scripts of a page's first load, each compressed separately. */
async function scriptsKb(app: ServedApp, scripts: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    scripts.map(
      async (src) => gzipSync(await (await fetch(new URL(src, app.origin))).arrayBuffer(), { level: 6 }).byteLength,
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

const app = await served({ limits: roomy })
try {
  const { a } = await coupleOfEightWeeks(app)
  const cookie = a.device.jar.header()
  const targets: Record<string, Target> = Object.fromEntries(
    chosen.map(([name, path]) => [name, { url: app.origin + path, headers: { cookie }, pid: app.pid }]),
  )
  const ratios: Record<string, Load> = {}
  if (rounds > 0) {
    const bare = await bareApp(app.ownerUrl)
    try {
      Object.assign(ratios, await ratiosTo(bare, targets, { rounds }))
    } finally {
      bare.stop()
    }
  }
  console.log('page      requests  CPU     HTML kB  elements  JS gz kB  statements')
  for (const [name, path] of chosen) {
    const before = (await app.counts())['sql'] ?? 0
    const html = await (await a.device.fetch(path)).text()
    const statements = ((await app.counts())['sql'] ?? 0) - before
    const { bytes, elements, scripts } = pageWeight(html)
    const ratio = ratios[name]
    const cells = [
      name.padEnd(8),
      (ratio ? `${ratio.perSecond.toFixed(2)}x` : '').padStart(9),
      (ratio ? `${ratio.cpuMs.toFixed(1)}x` : '').padStart(6),
      (bytes / 1000).toFixed(1).padStart(10),
      String(elements).padStart(9),
      (await scriptsKb(app, scripts)).toFixed(0).padStart(9),
      String(statements).padStart(11),
    ]
    console.log(cells.join(' '))
  }
} finally {
  await app.stop()
}
