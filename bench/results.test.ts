// What a run of the bench kept. No time is asserted: the figures are those of the machine that measured.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BenchResults, METRICS, metricKeys, missOf, type Measured } from './metrics'
import { countsInWords, readOptions } from './options'
import { tableOf, withTable } from './results'

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8')
const kept: unknown = JSON.parse(read('results.json'))

test('the kept results have every metric and no other, each with a finite value, its unit and a ratio', () => {
  expect(Object.keys(BenchResults.parse(kept))).toEqual(metricKeys)
  const [first = 'list20', ...rest] = metricKeys
  const results = BenchResults.parse(kept)
  const without = Object.fromEntries(rest.map((key) => [key, results[key]]))
  for (const wrong of [
    without,
    { ...results, more: results[first] },
    { ...results, [first]: { ...results[first], value: Infinity } },
    { ...results, [first]: { ...results[first], ratioToBare: null } },
    { ...results, [first]: { ...results[first], unit: 'cows' } },
  ])
    expect(BenchResults.safeParse(wrong).success).toBe(false)
})

test('the README has the same figures as the results', () => {
  const rows = read('README.md').split('\n')
  for (const [key, { ratioToBare }] of Object.entries(BenchResults.parse(kept))) {
    const row = rows.find((line) => line.includes(`| \`${key}\` |`))
    expect(row, key).toContain(`| ${ratioToBare.toFixed(2)}x |`)
  }
})

test('a table says of each missed goal by how much', () => {
  const bad: Measured = { value: 1e6, ratioToBare: 0.4, note: '' }
  expect(missOf('list20', bad)).toBeCloseTo(0.2)
  expect(missOf('jsHome', { value: 190, ratioToBare: 1.4 })).toBe(3)
  expect(missOf('coldStart', { value: 900, ratioToBare: 1.9 })).toBe(0)
  expect(missOf('open1000', bad)).toBeNull()
  const table = tableOf({ list20: bad, today: { ...bad, ratioToBare: 0.5 } }, readOptions(['--quick']), 0)
  expect(table).toContain('| 0.40x | at least 0.60x of bare | **missed by 0.20x** |')
  expect(table).toContain('| 0.50x | at least 0.45x of bare | met |')
})

test('a table replaces the one before and leaves the words around it', () => {
  const text = withTable(read('README.md'), 'A table.')
  expect(withTable(text, 'Another.')).toBe(text.replace('A table.', 'Another.'))
  expect(() => withTable('No markers.', 'A table.')).toThrow('markers')
})

test('arguments choose metrics and counts, and a wrong one is refused', () => {
  expect(readOptions([]).only).toEqual(Object.keys(METRICS))
  expect(readOptions(['--only=list20,today'])).toMatchObject({ only: ['list20', 'today'], isQuick: false })
  expect(countsInWords(readOptions(['--quick']))).toContain('to 100,000')
  for (const wrong of ['--only=lists', '--slow', 'today']) expect(() => readOptions([wrong])).toThrow(/metric|takes/)
})
