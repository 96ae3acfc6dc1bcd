// The Chromium that the tests in the browser run in. Its callers have registered tsx.
import { installWithApt, mayInstall } from './apt.mjs'

const finder = () => import('../lib/testing/find-chromium.ts')

/** Where Chromiums are looked for. */
async function chromiumPlaces() {
  const { chromium } = await import('@playwright/test')
  return { given: process.env.PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() }
}

/** What to say where no Chromium is found, or undefined. */
export async function chromiumIsMissing() {
  const { findChromium, missingChromium } = await finder()
  return findChromium(await chromiumPlaces()) ? undefined : missingChromium
}

/** Installs what the tests in the browser need, on a machine where that is ours to do. */
export async function ensureChromium(say) {
  if (!mayInstall() || process.env.PLAYWRIGHT_CHROMIUM_PATH) return
  const { findChromium, findWholeChromium } = await finder()
  const places = await chromiumPlaces()
  const [found, whole] = [findChromium(places), findWholeChromium(places)]
  const wanted = []
  // One test reads the files that a whole browser writes. The shell does all others in two thirds of the time.
  if (!whole) wanted.push('chromium')
  if (!found || (found.whose === 'system' && found.path === whole?.path)) wanted.push('chromium-headless-shell')
  if (wanted.length > 0) await installWithApt(say, wanted)
}
