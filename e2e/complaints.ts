// What a page must never do: console errors, policy violations, requests to other sites. A test fails on each that it does not allow.
import type { BrowserContext } from '@playwright/test'

export type Allowance = Readonly<{
  /** The browser's own line about an answer of this status, which the test wants. */
  status?: number
  /** The browser's own lines about a network that the test took away. */
  offline?: true
  /** Requests to the origin of this address: the site that *Hide* goes to, which the test answers itself. */
  elsewhere?: string
}>

export type Complaints = Readonly<{
  /** Watches everything that happens in a context from now on. */
  watch: (context: BrowserContext, origin: string) => Promise<void>
  /** Lets pass, in this test, what it brings about itself. */
  allow: (allowance: Allowance) => void
  /** What was complained of and not allowed. */
  left: () => string[]
}>

/** The warning about a preload that was not used in time depends on how busy the machine is, not on the page. */
const late = /was preloaded using link preload but not used within a few seconds/

/** What Playwright says itself, where it keeps a page from having a service worker. */
const blocked = /^Service Worker registration blocked by Playwright/

export function collectComplaints(): Complaints {
  const lines: string[] = []
  const allowed: RegExp[] = []
  const elsewheres: string[] = []
  return {
    watch: async (context, origin) => {
      context.on('console', (message) => {
        if (
          ['error', 'warning'].includes(message.type()) &&
          !late.test(message.text()) &&
          !blocked.test(message.text())
        )
          lines.push(`console ${message.type()}: ${message.text().slice(0, 500)} (${message.location().url})`)
      })
      context.on('weberror', (error) => lines.push(`uncaught: ${error.error().message}`))
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin)
          lines.push(`request elsewhere: ${url.href}`)
      })
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          console.error(`policy violated: ${violatedDirective} ${blockedURI} ${sample}`)
        })
      })
    },
    allow: ({ status, offline, elsewhere }) => {
      if (status)
        allowed.push(
          new RegExp(`^console error: Failed to load resource: the server responded with a status of ${status} `),
        )
      if (elsewhere) elsewheres.push(`request elsewhere: ${new URL(elsewhere).origin}/`)
      if (offline)
        allowed.push(/^console error: Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\w+) /)
    },
    left: () =>
      lines.filter(
        (line) => !allowed.some((pattern) => pattern.test(line)) && !elsewheres.some((start) => line.startsWith(start)),
      ),
  }
}
