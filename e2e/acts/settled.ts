// Waits until a page has come to rest. It counts what is under way, not milliseconds, so a slow machine only takes longer.
import type { BrowserContext, Page, Request } from '@playwright/test'

declare global {
  interface Window {
    /** How many transactions of the device's store and works with keys are under way. `countWork` begins it. */
    workUnderWay?: number
    /**
     * Resolves with the time in ms once the browser has drawn a frame: layout was done, and what observes sizes was told. The clock of
     * a test puts timers of its own in place of `requestAnimationFrame` and `performance.now`, and they say nothing about that.
     */
    nextFrame: () => Promise<number>
  }
}

type Network = { readonly open: Set<Request>; begun: number }

const networks = new WeakMap<Page, Network>()

const networkOf = (page: Page): Network => {
  const network = networks.get(page) ?? { open: new Set(), begun: 0 }
  networks.set(page, network)
  return network
}

/** A page that is live asks every half second whether what it shows has changed: it would never come to rest. */
const isPoll = (request: Request) => 'if-none-match' in request.headers()

/** Counts, from now on, what the pages of a context have under way. Each context of a test has it (e2e/fixtures.ts). */
export async function watchWork(context: BrowserContext): Promise<void> {
  context.on('page', (page) => {
    page.on('request', (request) => {
      if (isPoll(request)) return
      const network = networkOf(page)
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) network.open.clear()
      network.open.add(request)
      network.begun++
    })
    const end = (request: Request) => networkOf(page).open.delete(request)
    page.on('requestfinished', end).on('requestfailed', end)
  })
  await context.addInitScript(giveFrames)
  await context.addInitScript(countWork)
}

/** In each document, before its own scripts. A browser tells a new observer of an intersection what it sees in the next frame. */
function giveFrames(): void {
  window.nextFrame = () =>
    new Promise((done) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect()
        done(Number(document.timeline.currentTime))
      })
      observer.observe(document.documentElement)
    })
}

/** In each document, before its own scripts: counts what opens the journal between two requests. */
function countWork(): void {
  if (!isSecureContext) return // about:blank, which opens nothing
  window.workUnderWay = 0
  const begin = () => {
    window.workUnderWay = (window.workUnderWay ?? 0) + 1
  }
  const end = () => {
    window.workUnderWay = (window.workUnderWay ?? 0) - 1
  }
  const endOn = <T extends EventTarget>(target: T, ...types: string[]): T => {
    begin()
    for (const type of types) target.addEventListener(type, end)
    return target
  }
  const { open } = IDBFactory.prototype
  IDBFactory.prototype.open = function (...given) {
    return endOn(open.apply(this, given), 'success', 'error')
  }
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...given) {
    return endOn(transaction.apply(this, given), 'complete', 'abort')
  }
  type Method = (...given: unknown[]) => Promise<unknown>
  const keys = SubtleCrypto.prototype as unknown as Record<string, Method>
  for (const name of ['decrypt', 'deriveBits', 'deriveKey', 'digest', 'encrypt', 'importKey', 'sign', 'unwrapKey']) {
    const work = keys[name]
    if (!work) throw new Error(`This browser has no ${name}.`)
    keys[name] = function (...given) {
      begin()
      return work.apply(this, given).finally(end)
    }
  }
}

/**
 * In the page: waits until its thread was free ten times in a row, with nothing under way and nothing drawn between, and for half a second:
 * React draws a part whose code has arrived up to 300 ms later.
 */
async function atRest(): Promise<void> {
  let changed = true
  const seen = new MutationObserver(() => {
    changed = true
  })
  seen.observe(document, { subtree: true, childList: true, characterData: true })
  for (let quiet = 0, now = 0, since = 0; quiet < 10 || now - since < 500; quiet++) {
    now = await window.nextFrame()
    await scheduler.postTask(() => undefined, { priority: 'background' })
    if (changed || window.workUnderWay || document.querySelector('[data-skeleton]')) {
      quiet = 0
      since = now
    }
    changed = false
  }
  seen.disconnect()
}

/**
 * Waits until a page has drawn all that it draws by itself: its scripts ran, the journal was opened where it opens, every request was
 * answered, and nothing was drawn since. Timers of the page and its polls are not waited for.
 */
export async function settled(page: Page): Promise<void> {
  const network = networkOf(page)
  await page.waitForLoadState('load')
  for (let begun = -1; begun !== network.begun || network.open.size > 0; ) {
    begun = network.begun
    await page.evaluate(atRest)
  }
}

/** Waits until a page is drawn in its new size: a second frame follows what was changed when sizes were told in the first. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(giveFrames) // a context that a test made itself has none
  await page.evaluate(async () => {
    await window.nextFrame()
    await window.nextFrame()
  })
}
