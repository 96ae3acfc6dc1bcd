import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Where systems install a Chromium that Playwright can drive. The headless shell comes first: it draws no window of its own, and needs two
 * thirds of the processor's time.
 */
const systems = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export const missingChromium =
  'The tests in the browser need a Chromium: run `npx playwright install --with-deps chromium`, or name one with PLAYWRIGHT_CHROMIUM_PATH.'

export type FoundChromium = Readonly<{ path: string; whose: 'given' | 'playwright' | 'system' }>

type Places = Readonly<{ given: string | undefined; playwrights: string; candidates?: readonly string[] }>

/** The Chromium to use: the given one (even if the file is missing, so that a wrong path is noticed), Playwright's own, the system's. */
export function findChromium({ given, playwrights, candidates = systems }: Places): FoundChromium | undefined {
  if (given) return isProgram(given) ? { path: given, whose: 'given' } : undefined
  if (existsSync(playwrights)) return { path: playwrights, whose: 'playwright' }
  const system = candidates.find(isProgram)
  return system ? { path: system, whose: 'system' } : undefined
}

/** As `findChromium`, but never a headless shell, which keeps no sessions, suggestions or caches in files. */
export function findWholeChromium({ given, playwrights, candidates = systems }: Places): FoundChromium | undefined {
  return findChromium({
    given: given && isShell(given) ? undefined : given,
    playwrights,
    candidates: candidates.filter((file) => !isShell(file)),
  })
}

const isShell = (file: string) => path.basename(file).includes('headless-shell')

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
