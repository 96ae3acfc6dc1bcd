// Load by autocannon in alternating rounds, and the median of their ratios. Absolute figures depend on the machine, so only rounds a few
// seconds apart are compared.
import autocannon from 'autocannon'
import { cpuOf, pin, watchNoise } from './machine.ts'
import type { BenchCounts } from './options.ts'

const CONNECTIONS = 10

/** A request and the process that answers it. With `body`, each request is a POST of JSON with a new body. */
export type Target = Readonly<{
  url: string
  headers?: Readonly<Record<string, string>>
  body?: () => unknown
  pid: number
}>

/** Requests a second, and milliseconds of the server's CPU for each. */
export type Load = Readonly<{ perSecond: number; cpuMs: number }>

/**
 * A target beside the bare one: its requests a second, and both figures as multiples of the bare target's in the same round. `rounds` were
 * measured, of which `noisy` ones count all the same, as there were no others.
 */
export type ComparedLoad = Load & Readonly<{ ratio: number; cpuRatio: number; rounds: number; noisy: number }>

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return middle.reduce((sum, number) => sum + number, 0) / middle.length
}

/** Loads a target for some seconds. Throws if a request is refused or fails. */
export async function loadOf(
  { url, headers = {}, body, pid }: Target,
  seconds: number,
  connections = CONNECTIONS,
): Promise<Load> {
  const before = cpuOf(pid)
  const posted = body && {
    method: 'POST' as const,
    requests: [{ setupRequest: (request: object) => ({ ...request, body: JSON.stringify(body()) }) }],
  }
  const result = await autocannon({
    url,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    ...posted,
    connections,
    duration: seconds,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: result.requests.average, cpuMs: ((cpuOf(pid) - before) * 1000) / result.requests.total }
}

type Sample = Load & Readonly<{ isNoisy: boolean }>
type Pair = Readonly<{ bare: Sample; ours: Sample }>

/**
 * Compares targets with a bare one. Each round loads all of them once, every second round backwards, after a warm-up in which what is hot
 * gets compiled. Up to three rounds more replace noisy ones. Servers have one CPU, the load and `database` (the postmaster's id) another.
 */
export async function compareLoads<Key extends string>(
  bare: Target,
  targets: Readonly<Record<Key, Target>>,
  { rounds, warmUp, seconds }: Pick<BenchCounts, 'rounds' | 'warmUp' | 'seconds'>,
  database: number,
): Promise<Record<Key, ComparedLoad>> {
  const named = Object.entries(targets) as [Key, Target][]
  const all: [Key | 'bare', Target][] = [['bare', bare], ...named]
  const pairs = new Map<Key, Pair[]>(named.map(([key]) => [key, []]))
  const hasEnough = () => [...pairs.values()].every((found) => found.filter(isQuiet).length >= rounds)
  const unpin = pin([...new Set(all.map(([, { pid }]) => pid))], [database])
  try {
    for (const [, target] of all) await loadOf(target, warmUp)
    for (let round = 0; round < rounds + 3 && (round < rounds || !hasEnough()); round += 1) {
      const loads = new Map<Key | 'bare', Sample>()
      for (const [key, target] of round % 2 === 0 ? all : [...all].reverse()) {
        const noiseSince = watchNoise([database])
        const load = await loadOf(target, seconds)
        loads.set(key, { ...load, isNoisy: noiseSince().isNoisy })
      }
      console.log(`  round ${round + 1}: ${[...loads].map(inWords).join(', ')}`)
      const base = loads.get('bare')
      for (const [key, found] of pairs) {
        const ours = loads.get(key)
        if (base && ours) found.push({ bare: base, ours })
      }
    }
  } finally {
    unpin()
  }
  const compared = [...pairs].map(([key, found]) => [key, compare(found, rounds)])
  return Object.fromEntries(compared) as Record<Key, ComparedLoad>
}

const isQuiet = ({ bare, ours }: Pair) => !bare.isNoisy && !ours.isNoisy

const inWords = ([key, { perSecond, cpuMs, isNoisy }]: readonly [string, Sample]) =>
  `${key} ${perSecond.toFixed(0)}/s ${cpuMs.toFixed(2)} ms${isNoisy ? ' (noisy)' : ''}`

/** Noisy rounds are left out, unless fewer than half of the rounds were quiet. */
function compare(found: readonly Pair[], rounds: number): ComparedLoad {
  const answered = found.filter(({ bare, ours }) => bare.perSecond > 0 && ours.perSecond > 0)
  const quiet = answered.filter(isQuiet)
  const counted = quiet.length * 2 >= rounds ? quiet : answered
  if (counted.length === 0) throw new Error('No round had an answer from both: the machine is too busy.')
  const medianOf = (figure: (pair: Pair) => number) => median(counted.map(figure))
  return {
    perSecond: medianOf(({ ours }) => ours.perSecond),
    cpuMs: medianOf(({ ours }) => ours.cpuMs),
    ratio: medianOf(({ bare, ours }) => ours.perSecond / bare.perSecond),
    cpuRatio: medianOf(({ bare, ours }) => ours.cpuMs / bare.cpuMs),
    rounds: counted.length,
    noisy: counted.filter((pair) => !isQuiet(pair)).length,
  }
}
