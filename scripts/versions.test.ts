// Not every registry has an audit endpoint, so known holes are listed here. Each floor is the version with the fix.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})
const root = path.join(import.meta.dirname, '..')
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const { packages } = Lock.parse(read('package-lock.json'))
const locked = (name: string) =>
  Object.entries(packages).filter(
    ([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
  )

const numbers = (version: string) => version.split(/[.+-]/).slice(0, 3).map(Number)
const isBelow = (version: string, floor: string) => {
  const [have, need] = [numbers(version), numbers(floor)]
  const place = need.findIndex((part, index) => part !== have[index])
  return place >= 0 && (have[place] ?? 0) < (need[place] ?? 0)
}

const floors = [
  { name: 'next', floor: '16.3.3', hole: 'code execution through the image optimiser' },
  { name: 'next-auth', floor: '4.24.15', hole: 'mail of a sign-in sent to another address' },
  { name: 'nodemailer', floor: '7.0.11', hole: 'mail sent to an unintended address' },
  { name: 'react', floor: '19.2.6', hole: 'code execution through server components' },
  { name: 'react-dom', floor: '19.2.6', hole: 'code execution through server components' },
]

test.each(floors)('$name is at least $floor: $hole', ({ name, floor }) => {
  expect(locked(name).filter(([, { version }]) => isBelow(version ?? '0.0.0', floor))).toEqual([])
})

test('a version below a floor is found', () => {
  expect(isBelow('16.3.2', '16.3.3')).toBe(true)
  expect(isBelow('15.9.9', '16.3.3')).toBe(true)
  expect(isBelow('16.3.3', '16.3.3')).toBe(false)
  expect(isBelow('17.0.0', '16.3.3')).toBe(false)
})

test('every dependency is pinned to one version', () => {
  const Pins = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  const { dependencies, devDependencies } = Pins.parse(read('package.json'))
  expect(
    Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version),
    ),
  ).toEqual([])
})

test('the lock file lists the packages of every platform, so that `npm ci` accepts it', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !locked(name).length)
  expect(missing).toEqual([])
})
