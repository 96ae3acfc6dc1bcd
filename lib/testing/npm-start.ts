// `npm start` as a person runs it, for tests: in its own process group, as a terminal does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isPortTaken } from '../db/ports.ts'
import { childEnv } from '../env.ts'
import { until } from './until.ts'

const root = path.join(import.meta.dirname, '..', '..')

export type StartedByNpm = Readonly<{
  pid: number
  output: () => string
  ended: Promise<number | null>
  ready: () => Promise<void>
  /** Kills it, and its database with it. Call it at the end of the test. */
  kill: () => Promise<void>
}>

type NpmStart = Readonly<{
  port: number
  /** The data folder. */
  data: string
  variables?: Readonly<Record<string, string | undefined>>
  /** Behind `npm start --`. */
  options?: readonly string[]
}>

/** Starts it. */
export function npmStart({ port, data, variables = {}, options = [] }: NpmStart): StartedByNpm {
  const env = childEnv({ PORT: String(port), DATA_DIR: data, NODE_OPTIONS: undefined, ...variables })
  const args = options.length ? ['start', '--', ...options] : ['start']
  const child = spawn('npm', args, { cwd: root, detached: true, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(child, 'exit').then(() => child.exitCode)
  const pid = child.pid ?? 0
  return {
    pid,
    output: () => output,
    ended,
    ready: () =>
      until(
        () => `it is ready; its output: ${output}`,
        () => /ready at/.test(output),
        90_000,
      ),
    kill: async () => {
      stopGroup(pid, 'SIGKILL')
      stopPostgres(data)
      await ended
      await until('the port is free again', async () => !(await isPortTaken(port)))
    },
  }
}

/** Sends a signal to the whole group; nothing if it has ended. */
export function stopGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // it has ended
  }
}

/** The process of the database in a data folder, or 0. */
export function postgresPid(data: string): number {
  const file = path.join(data, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

function stopPostgres(data: string): void {
  const pid = postgresPid(data)
  try {
    if (pid) process.kill(pid, 'SIGQUIT')
  } catch {
    // it was killed, which leaves its pid file
  }
}

/** The lines of start itself, without those of npm. */
export const sentencesOf = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('fivefold  '))
    .map((line) => line.slice(10))
