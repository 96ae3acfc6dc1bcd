// Where the CPU of a page goes: `npx tsx bench/profile.ts today 20` in a built tree loads Today for 20 seconds and prints the shares of React,
// Next, pg, Node and our own code, and the functions that take the most themselves. The profile itself stays, for the tools of a browser.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { coupleOfEightWeeks } from '../lib/testing/eight-weeks'
import { roomy, served } from '../lib/testing/served'
import { putThousandPages } from './bench-people'
import { withConnection } from '../lib/db/connection'
import { loadOf } from './harness'
import { pagePaths } from './pages'

/** V8's own format (https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-Profile). Times are in microseconds. */
type CpuProfile = Readonly<{
  nodes: readonly Readonly<{
    id: number
    callFrame: Readonly<{ functionName: string; url: string; lineNumber: number; columnNumber: number }>
  }>[]
  endTime: number
  samples: readonly number[]
  timeDeltas: readonly number[]
}>

const add = (sums: Map<string, number>, key: string, took: number) => sums.set(key, (sums.get(key) ?? 0) + took)

const [name = 'today', seconds = '15'] = process.argv.slice(2)
const pathOf: Readonly<Record<string, string>> = { ...pagePaths, list20: '/api/entries?limit=20' }
const page = pathOf[name]
if (!page) throw new Error(`There are ${Object.keys(pathOf).join(', ')}.`)

const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-profile-'))
const app = await served({ limits: roomy, execArgv: ['--cpu-prof', `--cpu-prof-dir=${folder}`] })
try {
  const { a } = await coupleOfEightWeeks(app)
  await withConnection(app.ownerUrl, (db) => putThousandPages(db, a.id))
  const target = { url: app.origin + page, headers: { cookie: a.device.jar.header() }, pid: app.pid }
  await loadOf(target, 5)
  const { perSecond, cpuMs } = await loadOf(target, Number(seconds))
  console.log(`${page}: ${perSecond.toFixed(0)} requests/s, ${cpuMs.toFixed(1)} ms of CPU each, with the sampler in it`)
} finally {
  await app.stop()
}

const [file = ''] = readdirSync(folder)
printShares(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CpuProfile, Number(seconds) * 1e6)
console.log(path.join(folder, file))

/** Sums the samples of the last microseconds, when the page was loaded, by who owns the code and by function. */
function printShares({ nodes, samples, timeDeltas }: CpuProfile, last: number): void {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const [byOwner, byFunction] = [new Map<string, number>(), new Map<string, number>()]
  let [counted, seen] = [0, 0]
  for (let n = samples.length - 1; n >= 0 && seen < last; n -= 1) {
    const [frame, took = 0] = [frames.get(samples[n] ?? 0), timeDeltas[n]]
    seen += took
    if (!frame || frame.functionName === '(idle)') continue
    counted += took
    const place = path.basename(new URL(frame.url || 'file:///').pathname)
    add(byOwner, ownerOf(frame.functionName, frame.url), took)
    add(
      byFunction,
      `${frame.functionName || '(anonymous)'} ${place}:${frame.lineNumber + 1}:${frame.columnNumber + 1}`,
      took,
    )
  }
  const share = (took: number) => `${((took / counted) * 100).toFixed(1).padStart(5)} %`
  for (const shares of [byOwner, byFunction]) {
    for (const [key, took] of [...shares].sort((x, y) => y[1] - x[1]).slice(0, 40)) console.log(share(took), key)
    console.log()
  }
}

/** Whose code it is. A chunk of the build holds ours, and what it bundles: the place in it says more. */
function ownerOf(functionName: string, url: string): string {
  if (functionName.startsWith('(')) return functionName
  const bundled = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (bundled) return bundled
  if (url === '' || url.startsWith('node:')) return 'Node'
  return url.includes('.next') ? 'chunks of the build' : 'files of ours'
}
