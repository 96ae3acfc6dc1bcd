// The suites of `npm run soak`, their files and docs/testing.md name each other.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { suites, type SuiteName } from '@/lib/testing/soak/suites'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('docs/testing.md has a row for each suite, as the manifest has it, and none besides', () => {
  const table = read('docs/testing.md').split('## The suites of soak')[1]?.split('\n## ')[0] ?? ''
  const rows = [...table.matchAll(/^\| `([\w-]+)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, ...cells]) => cells)
  expect(rows).toEqual(
    suites.map(({ name, promise, count, counted, files }) => [
      name,
      promise,
      `${count.toLocaleString('en')} ${counted}`,
      files.map((file) => `\`${file}\``).join(', '),
    ]),
  )
})

test('each suite has files that exist and report its figure, and no other file reports it', () => {
  const tests = sourceFiles(root).filter((file) => /\.(test|spec)\.ts$/.test(file))
  const reporting = (name: SuiteName) => tests.filter((file) => read(file).includes(`reportFigure('${name}'`))
  for (const { name, files } of suites) {
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
    expect([name, reporting(name)]).toEqual([name, [...files].sort()])
  }
})

test('only soak runs what needs packages', () => {
  for (const suite of suites)
    if ('packages' in suite)
      expect(suite.files.filter((file: string) => !/\.soak\.(test|spec)\.ts$/.test(file))).toEqual([])
})
