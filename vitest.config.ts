import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const everywhere = ['**/node_modules/**', '.next/**', 'e2e/**']

/** What all three kinds share: a zone that nobody's machine is in, and a quarter of an hour off every hour. */
const shared = {
  environment: 'node',
  pool: 'forks',
  env: { TZ: 'Asia/Kathmandu' },
  // a busy machine makes an Argon2 or a few hundred signatures slow, never wrong
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const

const withCluster = (setUp: string) => ({
  ...shared,
  globalSetup: here(setUp),
  testTimeout: 120_000,
  hookTimeout: 120_000,
})

export default defineConfig({
  resolve: {
    alias: {
      '@': here('./'),
      // It throws wherever it isn't told that this is a server; that the browser never gets such a file is for the build to say.
      'server-only': here('./lib/testing/server-only.ts'),
    },
  },
  test: {
    maxWorkers: 2,
    projects: [
      // pure, so that files may share their modules: half the time
      {
        extends: true,
        test: {
          ...shared,
          isolate: false,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.{db,http}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...withCluster('./lib/testing/set-up-cluster.ts'),
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: everywhere,
        },
      },
      // so that its files share one served app a worker
      {
        extends: true,
        test: {
          ...withCluster('./lib/testing/set-up-app.ts'),
          isolate: false,
          name: 'http',
          include: ['**/*.http.test.ts'],
          exclude: everywhere,
        },
      },
    ],
  },
})
