import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { frameInSource } from './frame-source'

const folder = mkdtempSync(path.join(tmpdir(), 'frame-source-'))
afterAll(() => rmSync(folder, { recursive: true }))

const built = path.join(folder, 'chunk.js')
writeFileSync(
  `${built}.map`,
  JSON.stringify({ version: 3, sources: ['../../lib/room/reads.ts'], names: [], mappings: 'AAEA' }),
)

test('a frame of a built file names the place in the source', () => {
  expect(frameInSource(`at async read (${built}:1:1)`)).toBe('at async read (lib/room/reads.ts:3:1)')
  expect(frameInSource(`at ${built}:1:1`)).toBe('at lib/room/reads.ts:3:1')
})

test('a frame of a bundled module, which V8 names by its URL, too', () => {
  const bundle = path.join(folder, 'with space', 'main.mjs')
  mkdirSync(path.dirname(bundle))
  copyFileSync(`${built}.map`, `${bundle}.map`)
  expect(frameInSource(`at read (${pathToFileURL(bundle).href}:1:1)`)).toBe('at read (lib/room/reads.ts:3:1)')
})

test('a frame of a file without a map stays as it is', () => {
  for (const frame of [
    'at run (/app/other.js:1:1)',
    'at process.processTicksAndRejections (node:internal:1:1)',
    'at <anonymous>',
  ])
    expect(frameInSource(frame)).toBe(frame)
})
