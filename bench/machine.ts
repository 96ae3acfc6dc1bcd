// What the machine does during a measure, from /proc: the CPU and memory of processes, and the CPU that others took.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The kernel counts CPU in hundredths of a second (`getconf CLK_TCK`). */
const TICKS_A_SECOND = 100

/** A round counts as noisy above these parts of the machine's CPU. */
const MOST_STEAL = 0.02
const MOST_FOREIGN = 0.15

/** A process's parent, and its CPU in ticks: its own, and with its ended children. */
type ProcessStat = Readonly<{ parent: number; own: number; withEnded: number }>

/** proc(5): state is the first field after the name, which may hold spaces and brackets. */
function statOf(pid: number): ProcessStat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, own: user + system, withEnded: user + system + endedUser + endedSystem }
  } catch {
    return undefined // it ended
  }
}

/** Reads the CPU of a process and its ended children, in seconds. Throws if there is no such process. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid)
  if (!stat) throw new Error(`There is no process ${pid}.`)
  return stat.withEnded / TICKS_A_SECOND
}

/** Reads the memory of a process in MB: its present and its peak resident size. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}

/** These processes and all that they started, by id. */
function treeOf(roots: readonly number[]): Map<number, ProcessStat> {
  const all = new Map<number, ProcessStat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat) all.set(Number(name), stat)
  }
  const found = new Map<number, ProcessStat>()
  const isOurs = (pid: number): boolean =>
    pid > 1 && (roots.includes(pid) || found.has(pid) || isOurs(all.get(pid)?.parent ?? 0))
  for (const [pid, stat] of all) if (isOurs(pid)) found.set(pid, stat)
  return found
}

/** The parent of a process; of a backend of PostgreSQL, that is its postmaster. */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0

function machineTicks(): { busy: number; steal: number; all: number } {
  const line = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? ''
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = line.split(' ').map(Number)
  const busy = user + nice + system + irq + soft
  return { busy, steal, all: busy + idle + wait + steal }
}

/** Whether other programs, or other guests of the machine's host, took part in a measure. */
export type Noise = Readonly<{ steal: number; foreign: number; isNoisy: boolean }>

/**
 * Begins to watch. The returned function says what others took since, as parts of all CPU of the machine: everything but this process, these
 * processes and what they started.
 */
export function watchNoise(others: readonly number[]): () => Noise {
  const ticksOfOurs = () => {
    const tree = treeOf([process.pid, ...others])
    return [...tree.values()].reduce((sum, { own }) => sum + own, 0)
  }
  const [machine, ours] = [machineTicks(), ticksOfOurs()]
  return () => {
    const later = machineTicks()
    const all = Math.max(1, later.all - machine.all)
    const steal = (later.steal - machine.steal) / all
    const foreign = Math.max(0, later.busy - machine.busy - (ticksOfOurs() - ours)) / all
    return { steal, foreign, isNoisy: steal > MOST_STEAL || foreign > MOST_FOREIGN }
  }
}

/**
 * Lets servers run on the first CPU, and everything else of ours on the second. The returned function takes it back. Does nothing with one
 * CPU, or without `taskset`.
 */
export function pin(servers: readonly number[], others: readonly number[]): () => void {
  const cpus = availableParallelism()
  if (cpus < 2) return () => {}
  const all = [...treeOf([process.pid, ...others]).keys()]
  const put = (pid: number, to: string) =>
    spawnSync('taskset', ['-a', '-c', '-p', to, String(pid)], { stdio: 'ignore' })
  for (const pid of all) put(pid, servers.includes(pid) ? '0' : '1')
  return () => all.forEach((pid) => put(pid, `0-${cpus - 1}`))
}
