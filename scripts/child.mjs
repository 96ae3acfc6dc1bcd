// A program of ours or of npm, run to its end. Plain JavaScript, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const at = (...parts) => path.join(root, ...parts)

const guard = pathToFileURL(at('scripts', 'end-with-parent.mjs')).href

/** What every child is given: no telemetry, no look for updates, and an end when this process ends. */
function quietEnv(more = {}) {
  const options = `${process.env.NODE_OPTIONS ?? ''} --import=${guard}`.trim()
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', NODE_OPTIONS: options, ...more }
}

/**
 * Runs a Node program and answers `{ code, said, wrote }`: the last part of all that it wrote, and of standard output alone; `onText`
 * sees all of it. A signal to this
 * process goes to the child too, and when that has ended, so does this process.
 */
export function run(args, { env = {}, cwd = root, keep = 200_000, onText = () => {} } = {}) {
  const child = spawn(process.execPath, args, { cwd, env: quietEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let wrote = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-keep)
      if (stream === child.stdout) wrote = (wrote + text).slice(-keep)
      onText(text)
    })
  }
  const pass = (signal) => {
    child.kill(signal)
    child.once('close', () => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      done({ code: code ?? 1, said, wrote })
    })
  })
}
