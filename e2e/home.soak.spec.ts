// The way of two people into a home that `npm start -- --home` serves: from the address of its QR code over the page that shows how to
// trust it, to an https address that Chromium trusts by the authority alone, and to a dashboard that both see.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type Browser, type LaunchOptions } from '@playwright/test'
import { findFreePort } from '../lib/db/ports.ts'
import { childEnv } from '../lib/env.ts'
import { npmStart } from '../lib/testing/npm-start.ts'
import { reportFigure } from '../lib/testing/soak/figure.ts'
import { trust } from '../lib/testing/tls-proxy.ts'
import { signUp } from './acts/account'
import { logMoment, whatFed } from './acts/lately'
import { expectCodeOf, invite, joinAsNew } from './acts/pairing'

/** A phone's browser that finds the name on this machine. */
const openPhone = (options: LaunchOptions, home: string): Promise<Browser> =>
  chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--host-resolver-rules=MAP fivefold.local 127.0.0.1'],
    env: childEnv({ HOME: home }) as Record<string, string>,
  })

test('two people come from the page over http to one dashboard, and no browser gets past its warning', async ({
  launchOptions,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-home-'))
  chmodSync(folder, 0o755) // root's PostgreSQL runs as nobody, who has to enter it
  const [port, securePort] = [await findFreePort(), await findFreePort()]
  const origin = `https://fivefold.local:${securePort}`
  const start = npmStart({
    port,
    data: path.join(folder, 'data'),
    options: ['--home'],
    variables: { HOST: '127.0.0.1', APP_URL: origin },
  })
  const opened: Browser[] = []
  const phone = async () => {
    const browser = await openPhone(launchOptions, folder)
    opened.push(browser)
    return browser
  }
  try {
    await start.ready()
    const first = /other devices begin at (\S+),/.exec(start.output())?.[1] ?? ''
    const page = await (await (await phone()).newContext({ acceptDownloads: true })).newPage()
    await page.goto(first)
    const digits = /compare the fingerprint there: (\S+)/.exec(start.output())?.[1] ?? 'none'
    await expect(page.getByText(digits)).toBeVisible()
    const stranger = await page.context().newPage()
    await expect(stranger.goto(origin)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
    await stranger.close()

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Get the certificate' }).click()
    const certificate = path.join(folder, 'fivefold.crt')
    await (await download).saveAs(certificate)
    trust(folder, certificate)

    const trusting = await phone() // a browser reads what it trusts when it starts
    const [a, b] = await Promise.all([0, 1].map(() => trusting.newContext({ baseURL: origin })))
    if (!a || !b) throw new Error('there are two')
    const [ana, ben] = [await a.newPage(), await b.newPage()]
    await ana.goto(first)
    await ana.getByRole('link', { name: 'Open Fivefold' }).last().click()
    await ana.waitForURL(`${origin}/`)
    await signUp(ana, { name: 'Ana', email: 'ana@example.test', onlyMe: true })
    const link = await invite(ana)
    expect(new URL(link).origin).toBe(origin)
    await expectCodeOf(ana, link)
    await joinAsNew(ben, link, 'Ana', { name: 'Ben', email: 'ben@example.test', onlyMe: true })
    await logMoment(ben, { who: 'We', types: ['Experiential'], words: 'We set this up' })
    await expect(whatFed(ben).getByText('We set this up')).toBeVisible()
    await ana.goto('/lately')
    await expect(whatFed(ana).getByText('We set this up')).toBeVisible()
    for (const context of [a, b])
      for (const { name, secure } of (await context.cookies()).filter(({ httpOnly }) => httpOnly))
        expect([name, secure]).toEqual([expect.stringMatching(/^__Host-fivefold-/), true])
    reportFigure('home', 2)
  } finally {
    for (const browser of opened) await browser.close()
    await start.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
