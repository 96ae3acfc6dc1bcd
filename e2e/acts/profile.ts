// A browser as people use it, with a profile on the disk: it stores sessions, and restores the last one.
import { chromium, type BrowserContext, type BrowserContextOptions, type LaunchOptions } from '@playwright/test'
import { readEnv } from '../../lib/env.ts'
import { PlainFailure } from '../../lib/plain-failure.ts'
import { findWholeChromium, missingChromium } from '../../lib/testing/find-chromium.ts'

type ProfileOptions = Pick<BrowserContextOptions, 'baseURL' | 'timezoneId' | 'locale'> &
  Readonly<{ launch: LaunchOptions | undefined }>

/** Opens the whole of Chromium with its profile in a folder. */
export async function openProfile(
  folder: string,
  { launch = {}, ...options }: ProfileOptions,
): Promise<BrowserContext> {
  const { PLAYWRIGHT_CHROMIUM_PATH: given } = readEnv()
  const whole = findWholeChromium({ given, playwrights: chromium.executablePath() })
  if (!whole) throw new PlainFailure(missingChromium)
  return chromium.launchPersistentContext(folder, {
    ...launch,
    ...options,
    serviceWorkers: 'allow',
    executablePath: whole.path,
    args: [...(launch.args ?? []), '--restore-last-session', '--headless=new'],
    ignoreDefaultArgs: ['--headless', '--headless=old', '--disable-background-networking'],
  })
}
