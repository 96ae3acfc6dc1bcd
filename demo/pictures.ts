// `npm run pictures`: makes the pictures of the README from the half year of the demo, always as it is on the same evening.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { isRoot } from '@/lib/db/postgres-user'
import { readEnv } from '@/lib/env'
import { findChromium, missingChromium } from '@/lib/testing/find-chromium'
import { roomy, served } from '@/lib/testing/served'
import { doorPath, makeDoor } from './door.ts'
import { zones } from './calendar.ts'
import type { DemoPerson } from './folder.ts'
import { story } from './story/story.ts'
import { writeHalfYear } from './write-half-year.ts'

/** A Thursday evening, before a chapter aloud. */
const now = new Date('2026-11-26T18:40:00Z')

const pages = { today: '/today', week: '/week', lately: '/lately', month: '/months/2026-09' } as const
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
} as const
const themes = ['light', 'dark'] as const

/** Makes the pictures in a folder in place of those that are there. Throws a plain failure without a Chromium. */
export async function makePictures(folder: string, say: (line: string) => void): Promise<void> {
  const found = findChromium({ given: readEnv().PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() })
  if (!found) throw new Error(missingChromium)
  const app = await served({ limits: roomy })
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: !isRoot })
  try {
    say('writing half a year ...')
    const { people } = await writeHalfYear(app, now, story)
    const vera = people.find(({ who }) => who === 'vera')
    if (!vera) throw new Error('Vera is not in the demo.')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [size, shape] of Object.entries(sizes))
      for (const colorScheme of themes) {
        const context = await browser.newContext({
          ...shape,
          ...{ colorScheme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: zones.vera, baseURL: app.origin },
        })
        await context.clock.setFixedTime(now)
        await signInByLink(context, vera, app.origin)
        for (const [name, address] of Object.entries(pages)) {
          const file = path.join(folder, `${name}-${size}-${colorScheme}.webp`)
          writeFileSync(file, await toWebp(browser, await draw(context, address)))
          say(`${path.basename(file)}: ${Math.round(statSync(file).size / 1024)} kB`)
        }
        await context.close()
      }
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function signInByLink(context: BrowserContext, person: DemoPerson, origin: string): Promise<void> {
  const page = await context.newPage()
  const { headers, html } = await makeDoor(person, { origin, now: () => now })()
  const joined = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.join('\n'),
  ])
  await page.route(`**${doorPath(person)}`, (route) =>
    route.fulfill({ status: 200, headers: Object.fromEntries(joined), body: html }),
  )
  await page.goto(doorPath(person))
  await page.waitForURL('**/today')
  await page.close()
}

async function draw(context: BrowserContext, address: string): Promise<Buffer> {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.close()
  return picture
}

/** A third of the size of a PNG. Chromium can write it, and Playwright can't. */
async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const url = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      ;[canvas.width, canvas.height] = [image.width, image.height]
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.82)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
