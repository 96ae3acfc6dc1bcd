// Runs a Node program to its end. Plain JavaScript, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const at = (...parts) => path.join(root, ...parts)

const guard = pathToFileURL(at('scripts', 'end-with-parent.mjs')).href

/** The environment of every child: no telemetry, no check for updates, and an exit when this process is gone. */
function quietEnv(more = {}) {
  const options = `${process.env.NODE_OPTIONS ?? ''} --import=${guard}`.trim()
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', NODE_OPTIONS: options, ...more }
}

/**
 * Runs a Node program and returns `{ code, output, stdout }`: the last `keep` characters of all its output, and of standard output
 * alone. `onText` gets all of it. A child that runs longer than `withinMs` is ended. A signal to this process is passed to the child, and
 * this process exits after it.
 */
export function run(args, { env = {}, cwd = root, keep = 200_000, onText = () => {}, withinMs } = {}) {
  const child = spawn(process.execPath, args, { cwd, env: quietEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let stdout = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-keep)
      if (stream === child.stdout) stdout = (stdout + text).slice(-keep)
      onText(text)
    })
  }
  const passOn = (signal) => {
    child.kill(signal)
    child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  const ending =
    withinMs !== undefined &&
    setTimeout(() => {
      output += `\nended, because it took longer than ${Math.round(withinMs / 1000)} seconds\n`
      child.kill('SIGKILL')
    }, withinMs)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      clearTimeout(ending)
      done({ code: code ?? 1, output, stdout })
    })
  })
}
