import { chromium, defineConfig } from '@playwright/test'
import { readEnv } from './lib/env.ts'
import { isRoot } from './lib/db/postgres-user.ts'
import { PlainFailure } from './lib/plain-failure.ts'
import { findChromium, missingChromium } from './lib/testing/find-chromium.ts'

const found = findChromium({ given: readEnv().PLAYWRIGHT_CHROMIUM_PATH, playwrights: chromium.executablePath() })
if (!found) throw new PlainFailure(missingChromium)

/** What only `npm run soak` runs (lib/testing/soak/suites.ts). */
const inSoakAlone = readEnv().FULL_COUNTS ? [] : ['*.soak.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './lib/testing/set-up-app.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 4, // A person waits now and then: four keep two cores busy.
  timeout: 900_000, // It ends a test that hangs. No test asserts a time, and a machine may give a third of its own.
  expect: { timeout: 60_000 },
  reporter: 'list',
  // The longest file comes first, so that all workers end at about the same time.
  projects: [
    { name: 'walk', testMatch: 'walk.spec.ts' },
    { name: 'rooms', testIgnore: ['walk.spec.ts', ...inSoakAlone] },
  ],
  use: {
    // What waits for something that never comes ends long before its test does.
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    // Requests that pass a worker can't be answered by a test. e2e/offline.spec.ts and e2e/profile.spec.ts allow it.
    serviceWorkers: 'block',
    // A trace makes every step 1.5 times as slow. Use `--trace on` when you need one.
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a path, Playwright chooses between its two builds.
      ...(found.whose !== 'playwright' && { executablePath: found.path }),
      chromiumSandbox: !isRoot, // Chromium's sandbox does not work for root.
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
