// The suites of `npm run soak`, their files and docs/testing.md name each other.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { privacyMessages } from '@/lib/messages/rooms/privacy'
import { suites, type SuiteName } from '@/lib/testing/soak/suites'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The section of docs/testing.md under a heading. */
const section = (heading: string) => read('docs/testing.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''

const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const isSuite = (name: string) => suites.some((suite) => suite.name === name)

/** The claims of a table, and the suites and files that show each. */
const claimsOf = (heading: string) =>
  [...section(heading).matchAll(/^\| (.+?) \| (`.+`) \|$/gm)].map(([, claim = '', shown = '']) => ({
    claim,
    shownBy: namesIn(shown),
  }))

test('docs/testing.md has a row for each suite, as the manifest has it, and none besides', () => {
  const table = section('The suites of soak')
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
  const reporting = (name: SuiteName) =>
    tests.filter((file) => new RegExp(`reportFigure\\(\\s*'${name}'`).test(read(file)))
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

const claimTables = ['The claims of the README', 'The claims of `/privacy`'] as const

test.each(claimTables)('%s are shown by suites and files that exist', (heading) => {
  const claims = claimsOf(heading)
  expect(claims.length).toBeGreaterThan(8)
  for (const { claim, shownBy } of claims)
    expect([claim, shownBy.filter((name) => !isSuite(name) && !existsSync(path.join(root, name)))]).toEqual([claim, []])
})

test('the README makes each of its claims in these words, and names the suites that show it', () => {
  const parts = read('README.md')
    .split(/\n(?=\n|- |\d\. )/)
    .map((part) => part.replace(/\s+/g, ' '))
  for (const { claim, shownBy } of claimsOf('The claims of the README')) {
    const part = parts.find((each) => each.includes(claim)) ?? ''
    expect([claim, part !== '']).toEqual([claim, true])
    expect([claim, shownBy.filter((name) => isSuite(name) && !part.includes(`\`${name}\``))]).toEqual([claim, []])
  }
})

test('SECURITY.md says of each attack which suites and files show what keeps it off', () => {
  const rows = [...read('SECURITY.md').matchAll(/^\|[^|]*\| (.+) \| .+ \| (.+) \|$/gm)]
    .map(([, attack = '', shown = '']) => ({ attack, shownBy: namesIn(shown) }))
    .filter(({ attack }) => !/^(---|what they may try)$/.test(attack))
  expect(rows.length).toBeGreaterThan(8)
  for (const { attack, shownBy } of rows) {
    const unknown = shownBy.filter((name) => !isSuite(name) && !existsSync(path.join(root, name)))
    expect([attack, shownBy.length > 0, unknown]).toEqual([attack, true, []])
  }
})

test('each claim of /privacy has a row', () => {
  const { lead, size, lost, taken, line, sealed, cookies, check } = privacyMessages.en
  const keys = Object.keys({ lead, line, size, lost, taken }).concat(
    Object.entries({ sealed, cookies, check }).flatMap(([group, texts]) =>
      Object.keys(texts).map((key) => `${group}.${key}`),
    ),
  )
  expect(claimsOf('The claims of `/privacy`').map(({ claim }) => namesIn(claim)[0])).toEqual(keys)
})
