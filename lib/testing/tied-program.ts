import { spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'

export type TiedProgram = Readonly<{
  /** What it wrote to its standard error. */
  readOutput: () => string
  stop: () => Promise<void>
}>

/** Starts a program that ends with this process, also if this one is killed: a shell waits for the end of its input. */
export function startTied(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'uid' | 'gid'> = {},
): TiedProgram {
  // Debian's servers are in /usr/sbin, which an ordinary user's PATH may lack
  const line = 'PATH=$PATH:/usr/sbin; "$@" & cat; kill $!; wait $!'
  const shell = spawn('sh', ['-c', line, 'sh', program, ...args], {
    ...options,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let output = ''
  shell.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(shell, 'exit')
  return {
    readOutput: () => output,
    stop: async () => {
      shell.stdin?.end()
      await ended
    },
  }
}
