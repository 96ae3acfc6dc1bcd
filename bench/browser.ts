// The largest contentful paint and the total blocking time of Today and of the bare page, in a Chromium whose CPU is slowed down four times.
import { chromium, type Browser } from '@playwright/test'
import { isRoot } from '../lib/db/postgres-user.ts'
import { readEnv } from '../lib/env.ts'
import { PlainFailure } from '../lib/plain-failure.ts'
import { afterEightWeeks } from '../lib/testing/eight-weeks'
import { findChromium, missingChromium } from '../lib/testing/find-chromium.ts'
import { median } from './harness.ts'
import type { MeasuredMetrics } from './metrics.ts'
import type { BenchCounts } from './options.ts'
import type { BenchWorld } from './two-apps.ts'

const SLOWDOWN = 4
/** What follows after this long is no part of loading. */
const UNTIL_QUIET_MS = 2500

/** `lcp`: from the navigation to the largest paint. `tbt`: what each task after the first paint took above 50 ms. In ms. */
type Visit = Readonly<{ lcp: number; tbt: number }>
type Place = Readonly<{ url: string; cookie?: string }>

declare global {
  interface Window {
    seen?: { painted: number; lcp: number; tasks: { start: number; took: number }[] }
  }
}

/** Measures `lcp` and `tbt`: visits in turn, each with an empty cache, at 412 x 823. */
export async function measureBrowser(world: BenchWorld, { visits }: BenchCounts): Promise<MeasuredMetrics> {
  const { app, bare, cookie } = await world.twoApps()
  const places = { ours: { url: `${app.origin}/today`, cookie }, bare: { url: bare.url } } as const
  const found = { ours: [] as Visit[], bare: [] as Visit[] }
  const browser = await launch()
  try {
    for (const place of [places.bare, places.ours]) await visit(browser, place) // both servers are warm
    for (let round = 0; round < visits; round += 1)
      for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
        found[name].push(await visit(browser, places[name]))
  } finally {
    await browser.close()
  }
  const measured = (key: keyof Visit) => {
    const bareValue = median(found.bare.map((each) => each[key]))
    // A bare page without a long task would make every ratio infinite.
    const ratios = found.ours.map((each, index) => each[key] / Math.max(1, found.bare[index]?.[key] ?? bareValue))
    return {
      value: median(found.ours.map((each) => each[key])),
      ratioToBare: median(ratios),
      note: `bare ${bareValue.toFixed(0)} ms; CPU slowed ${SLOWDOWN}x, ${visits} visits`,
    }
  }
  return { lcp: measured('lcp'), tbt: measured('tbt') }
}

async function launch(): Promise<Browser> {
  const chrome = findChromium({ given: readEnv().PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() })
  if (!chrome) throw new PlainFailure(missingChromium)
  const { path, whose } = chrome
  return chromium.launch({ chromiumSandbox: !isRoot, ...(whose !== 'playwright' && { executablePath: path }) })
}

async function visit(browser: Browser, { url, cookie }: Place): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    if (cookie) await context.addCookies(cookiesOf(cookie, url))
    const page = await context.newPage()
    await page.addInitScript({ content: shiftedClock(Date.parse(afterEightWeeks)) })
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.addInitScript(() => {
      const seen: NonNullable<Window['seen']> = { painted: 0, lcp: 0, tasks: [] }
      window.seen = seen
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') seen.painted = startTime
      }).observe({ type: 'paint', buffered: true })
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) seen.lcp = startTime
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ start: startTime, took: duration })
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(UNTIL_QUIET_MS)
    const { lcp = 0, tasks = [], painted = 0 } = (await page.evaluate(() => window.seen)) ?? {}
    if (lcp === 0) throw new Error(`${url} painted nothing.`)
    const blocked = tasks.map(({ start, took }) => Math.max(0, start + took - Math.max(start, painted) - 50))
    return { lcp, tbt: blocked.reduce((sum, ms) => sum + ms, 0) }
  } finally {
    await context.close()
  }
}

/**
 * A script of the page: its dates are those of the couple's weeks, or it would say that the device's clock is wrong. A whole fake clock would
 * cost our page, which asks for dates, and not the bare one. It is a text, because tsx adds calls of its own to functions with a name.
 */
const shiftedClock = (instant: number) => `{
  const RealDate = Date
  const now = () => ${instant} + performance.now()
  window.Date = class extends RealDate {
    constructor(...given) { super(...(given.length === 0 ? [now()] : given)) }
    static now() { return now() }
  }
}`

/** The cookies of a request header, as the browser's own. */
const cookiesOf = (header: string, url: string) =>
  header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return { name, value: value.join('='), url }
  })
