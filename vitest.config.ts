import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { times } from './lib/testing/full-counts.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const everywhere = ['**/node_modules/**', '.next/**', 'e2e/**']

/** Ends a test that hangs. No test asserts a time: some have passed in 20 s on a free machine and in 120 s on a busy one. */
const longMs = times(1_800_000, 900_000)

/** Shared by all projects. The zone is unlikely to be a developer's own, and its offset is not a whole hour. */
const shared = {
  environment: 'node',
  pool: 'forks',
  env: { TZ: 'Asia/Kathmandu' },
  testTimeout: longMs,
  hookTimeout: longMs,
} as const

const withCluster = (setUp: string) => ({
  ...shared,
  globalSetup: fromRoot(setUp),
})

export default defineConfig({
  resolve: {
    alias: {
      '@': fromRoot('./'),
      // The package throws outside a server build. The build checks that the browser gets no server file.
      'server-only': fromRoot('./lib/testing/server-only.ts'),
    },
  },
  test: {
    maxWorkers: 2,
    projects: [
      // Files of a worker share their modules. That halves the time of the unit tests, which are pure.
      {
        extends: true,
        test: {
          ...shared,
          isolate: false,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.{db,http,soak}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...withCluster('./lib/testing/set-up-cluster.ts'),
          setupFiles: fromRoot('./lib/testing/set-up-db-file.ts'),
          isolate: false,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: everywhere,
        },
      },
      // Without isolation, the files of a worker share one served app.
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
      // What `npm run soak` alone runs (lib/testing/soak/suites.ts).
      {
        extends: true,
        test: {
          ...withCluster('./lib/testing/set-up-app.ts'),
          name: 'soak',
          include: ['**/*.soak.test.ts'],
          exclude: everywhere,
        },
      },
    ],
  },
})
