import { chromium, defineConfig } from '@playwright/test'
import { readEnv } from './lib/env.ts'
import { isRoot } from './lib/db/postgres-user.ts'
import { PlainFailure } from './lib/plain-failure.ts'
import { findChromium, missingChromium } from './lib/testing/find-chromium.ts'

const found = findChromium({ given: readEnv().PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() })
if (!found) throw new PlainFailure(missingChromium)

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './lib/testing/set-up-app.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 180_000, // a busy machine is slow, and no test asserts a time
  expect: { timeout: 30_000 },
  reporter: 'list',
  // the longest first, so that the other worker is not done long before it
  projects: [
    { name: 'walk', testMatch: 'walk.spec.ts' },
    { name: 'rooms', testIgnore: 'walk.spec.ts' },
  ],
  use: {
    // A trace makes every step half as slow again: `--trace on` where one is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      // Playwright's own is left to Playwright, which knows which of its two builds to take.
      ...(found.whose !== 'playwright' && { executablePath: found.path }),
      chromiumSandbox: !isRoot, // root can't have Chromium's sandbox
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
})
