import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for one test, removed after it. Root's PostgreSQL runs as nobody, who may enter it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
