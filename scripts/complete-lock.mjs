// A registry may lack packages of other platforms. npm then leaves them out of package-lock.json, and `npm ci` refuses the file as
// incomplete. This adds an entry (version, os, cpu; no hash, since none is known) for each missing optional package. Run it after
// every change of the lock file: `node scripts/complete-lock.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { at } from './child.mjs'

const file = process.argv[2] ?? at('package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** Every path where Node looks for `name` from the package at `place`: its own node_modules, then those above it. */
function placesOf(name, place) {
  const above = place.split('/node_modules/')
  const folders = above.map((_, depth) => above.slice(0, depth + 1).join('/node_modules/'))
  return ['', ...(place ? folders.map((folder) => `${folder}/`) : [])].map((folder) => `${folder}node_modules/${name}`)
}

function entryFor(name, version, parent) {
  const words = name.split(/[-/]/)
  const os = words.includes('wasm32') ? [] : systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  const musl = words.some((word) => word.startsWith('musl'))
  const libc = musl ? ['musl'] : os[0] === 'linux' && words.includes('gnu') ? ['glibc'] : undefined
  return {
    version,
    ...(cpu.length && { cpu }),
    ...(libc && { libc }),
    ...(parent.dev && { dev: true }),
    license: parent.license ?? 'MIT',
    optional: true,
    ...(os.length && { os }),
    ...(parent.engines && { engines: parent.engines }),
  }
}

const added = []
for (const [place, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (placesOf(name, place).some((known) => known in lock.packages)) continue
    const version = /^[~^>=v ]*(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1]
    if (!version) throw new Error(`${name} is required as ${range}, which names no exact version.`)
    lock.packages[`node_modules/${name}`] = entryFor(name, version, parent)
    added.push(`${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `added ${added.join(', ')}` : 'nothing is missing')
