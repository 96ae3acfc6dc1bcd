import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * npm runs us through a shell. Told to stop, it stops that shell and not us; killed, it leaves both. Either way we would keep the
 * port, so we watch them, and stop ourselves in order once one is gone.
 */
export function watchParents() {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const npm = parentOf(shell)
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm <= 1 || lives(npm))) return
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

function lives(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
