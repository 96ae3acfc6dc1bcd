// Shared by all benches: load by autocannon, CPU from /proc, alternating rounds, and the median of their ratios.
// Absolute figures depend on the machine, so only rounds a few seconds apart are compared.
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

const CONNECTIONS = 10
const SECONDS = 4

/** A request and the process that answers it. With `body`, each request is a POST of JSON with a new body. */
export type Target = Readonly<{
  url: string
  headers?: Readonly<Record<string, string>>
  body?: () => unknown
  pid: number
}>

export type Load = Readonly<{ perSecond: number; cpuMs: number }>

/** Reads the CPU seconds of a process and its ended children. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return [11, 12, 13, 14].reduce((sum, n) => sum + Number(fields[n]), 0) / 100
}

/** Reads the memory of a process in MB: its present and its peak resident size. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return middle.reduce((sum, number) => sum + number, 0) / middle.length
}

/**
 * Measures requests per second, and milliseconds of the server's CPU per request. Throws if a request is refused or
 * fails.
 */
export async function loadOf(
  { url, headers = {}, body, pid }: Target,
  duration = SECONDS,
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
    duration,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: result.requests.average, cpuMs: ((cpuOf(pid) - before) * 1000) / result.requests.total }
}

/**
 * Each target's requests a second and CPU as a ratio to those of `bare` in the same round: the median of the rounds. Rounds take
 * turns, every second one backwards, after a warm-up in which what is hot gets compiled.
 */
export async function ratiosTo(
  bare: Target,
  targets: Readonly<Record<string, Target>>,
  { rounds, warmUp = 6, seconds = SECONDS }: Readonly<{ rounds: number; warmUp?: number; seconds?: number }>,
): Promise<Record<string, Load>> {
  const all: [string, Target][] = [['bare', bare], ...Object.entries(targets)]
  for (const [, target] of all) await loadOf(target, warmUp)
  const found = new Map<string, Load[]>()
  for (let round = 0; round < rounds; round += 1) {
    const loads = new Map<string, Load>()
    for (const [name, target] of round % 2 === 0 ? all : [...all].reverse())
      loads.set(name, await loadOf(target, seconds))
    const base = loads.get('bare')
    if (!base) throw new Error('A round is missing what the others are compared with.')
    console.log(
      `round ${round + 1}: ${[...loads].map(([name, load]) => `${name} ${load.perSecond.toFixed(0)}/s ${load.cpuMs.toFixed(2)} ms`).join(', ')}`,
    )
    for (const [name, { perSecond, cpuMs }] of loads) {
      const ratio = { perSecond: perSecond / base.perSecond, cpuMs: cpuMs / base.cpuMs }
      found.set(name, [...(found.get(name) ?? []), ratio])
    }
  }
  return Object.fromEntries(
    [...found].map(([name, ratios]) => [
      name,
      { perSecond: median(ratios.map((r) => r.perSecond)), cpuMs: median(ratios.map((r) => r.cpuMs)) },
    ]),
  )
}
