import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * npm runs us through a shell. A stop signal to npm ends that shell and not us; a kill of npm ends neither. In both cases we would keep
 * the port, so we watch the two, and stop in order once one of them is gone.
 */
export function watchParents() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm <= 1 || isRunning(npm))) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // no /proc: macOS
  }
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]))
  } catch {
    return 0
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
