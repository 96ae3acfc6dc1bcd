// What the scripts of each page's first load weigh, gzipped, in a built tree (`node scripts/prepare.mjs`):
//   npx tsx bench/first-load-js.ts           every page, heaviest first
//   npx tsx bench/first-load-js.ts /today    its chunks and, after `npx next analyze --output`, the modules in them
// Modules are weighed alone and add up to more than the chunk that holds them; what counts is which are there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { firstLoads } from '../lib/testing/first-load-js'

type Row = Readonly<{
  type: string
  kind?: string
  outputs?: readonly string[]
  filename?: string
  source_path?: string
  compressed_size?: number
}>

const root = path.join(import.meta.dirname, '..')
const page = process.argv[2]
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`

for (const load of firstLoads(root).filter((each) => page === undefined || each.page === page)) {
  console.log(kilobytes(load.gzipped), load.page)
  if (page !== undefined) for (const { file, gzipped } of load.chunks) console.log(kilobytes(gzipped), `  ${file}`)
}
if (page !== undefined && existsSync(path.join(root, '.next', 'diagnostics', 'analyze'))) printModules(page)

function printModules(route: string): void {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { stdout } = spawnSync(process.execPath, [next, 'analyze', 'export', '--route', route], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  // What is loaded later are the groups of kind `async`.
  const first = new Set(rows.filter(({ kind }) => kind && kind !== 'async').flatMap(({ outputs = [] }) => outputs))
  const modules = new Map<string, number>()
  for (const { type, filename = '', source_path: source = '', compressed_size: size = 0 } of rows)
    if (type === 'part' && filename.startsWith('[client-fs]') && first.has(filename))
      modules.set(source, (modules.get(source) ?? 0) + size)
  for (const [source, size] of [...modules].sort((a, b) => b[1] - a[1]).slice(0, 120))
    console.log(kilobytes(size), `  ${source.replace('[project]/', '')}`)
}
