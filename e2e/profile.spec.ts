// What Chromium writes into its own files: a restored session, suggestions, caches. Nothing that was typed may be there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { NEUTRAL_SITE } from '../components/shell/leaving.ts'
import { agreedRitual } from '../lib/testing/agreed-ritual.ts'
import { newCouple } from '../lib/testing/people.ts'
import { filesUnder, namesWith } from '../lib/testing/stored-bytes.ts'
import { signOut } from './acts/account'
import { takeDevice } from './acts/devices'
import { hideLink } from './acts/hide'
import { openProfile } from './acts/profile'
import { surface } from './acts/writing'
import { expect, test } from './fixtures'

/** Chromium writes its session files some seconds after a change, and again on closing. */
const settle = (context: BrowserContext) => context.pages()[0]?.waitForTimeout(4000)

test('nothing that was typed is found in the browser’s files: written, hidden, locked, signed out, closed', async ({
  app,
  moment,
}, { project }) => {
  const couple = await newCouple(app)
  await agreedRitual(couple)
  const folder = mkdtempSync(path.join(tmpdir(), 'fivefold-profile-'))
  const open = async () => {
    const context = await openProfile(folder, { launch: project.use.launchOptions, baseURL: app.origin })
    await context.clock.setFixedTime(moment)
    await context.route(`${NEUTRAL_SITE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Neutral' }))
    return context
  }
  const canary = (name: string) => `Kanarienvogel-${name}-x7q9`
  const typed = ['Page', 'Voice', 'Moment', 'Plan', 'Ritual', 'Later'].map(canary)
  const isKept = (text: string) => namesWith(filesUnder(folder), text)
  try {
    let context = await open()
    let page = context.pages()[0] ?? (await context.newPage())
    await takeDevice(page, couple.a)
    // a control: the same browser does write down what a field without our guard holds
    const control = await context.newPage()
    await control.route('**/control', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<form><textarea name="a"></textarea></form>' }),
    )
    await control.goto('/control')
    await control.locator('textarea').fill(canary('Control'))

    await page.goto('/write')
    await surface(page).fill(canary('Page'))
    await page.goto('/write/voice')
    await page.getByLabel('Write it as “you”, the way you would hear it').fill(canary('Voice'))
    await page.goto('/moments/new')
    await page.getByRole('textbox').first().fill(canary('Moment'))
    await page.goto('/week')
    await page
      .getByRole('button', { name: /^Add something on/ })
      .first()
      .click()
    await page.getByLabel('What is it?').fill(canary('Plan'))
    await page.locator('a[href="/rituals/new"]').filter({ visible: true }).first().click() // the tab keeps what was typed
    await page.waitForURL('**/rituals/new')
    await page.getByLabel('What is it?').fill(canary('Ritual'))
    await settle(context)
    await (await hideLink(page)).click()
    await expect(page).toHaveURL(NEUTRAL_SITE)
    await settle(context)
    await context.close()
    for (const text of typed) expect(isKept(text), `after Hide: ${text}`).toEqual([])
    expect(isKept(canary('Control')), 'the control is found').not.toEqual([])

    context = await open()
    page = await context.newPage()
    await page.goto('/write')
    await page.locator('#current-password').fill(couple.a.phrase)
    await page.getByRole('button', { name: 'Open' }).click()
    await surface(page).fill(canary('Later'))
    await settle(context)
    await signOut(page)
    await settle(context)
    await context.close()
    for (const text of [...typed, couple.a.phrase]) expect(isKept(text), `after signing out: ${text}`).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
