// The suites of `npm run soak`: each shows one promise by trying it often. docs/testing.md has them as a table, which a test compares.
//
// To add one:
// 1. Write its tests. What is repeated is repeated `times(full, quick)` times (lib/testing/full-counts.ts): `full` in soak, `quick` in
//    `npm test`, which has to stay short. At its end it calls `reportFigure('name', count)` (figure.ts), also from several tests or
//    files: counts are added up. A fault is a test that fails.
// 2. Add it below, in the order of running, and its row to docs/testing.md.
// 3. Try it: `npm run soak -- name`.
// A suite that is too slow for `npm test` even with few, or needs Debian packages, is `*.soak.test.ts` (project `soak`, which serves the built
// app as `http` does) or `e2e/*.soak.spec.ts` (project `browser`): only soak runs these.

type SoakSuite = Readonly<{
  name: string
  /** The promise, as a sentence. */
  promise: string
  /** A project of vitest.config.ts, or `browser` for Playwright. */
  project: 'unit' | 'db' | 'http' | 'soak' | 'browser'
  files: readonly string[]
  /** What is counted, in the plural. */
  counted: string
  /** The full count. Fewer is a fault. */
  count: number
  /** Debian packages that it needs. Soak installs them where it may. */
  packages?: readonly string[]
}>

export const suites = [
  {
    name: 'tamper',
    promise: 'Whatever a server answers, a device shows and signs nothing that is false.',
    project: 'unit',
    files: ['lib/testing/lying-server.test.ts'],
    counted: 'lies',
    count: 1000,
  },
  {
    name: 'passwords',
    promise: 'No common password is accepted as a phrase, however it was made longer.',
    project: 'unit',
    files: ['lib/vault/common-passwords.test.ts'],
    counted: 'passwords',
    count: 3000,
  },
  {
    name: 'noninterference',
    promise: 'Whatever a person does in private, their partner gets the same bytes from every address.',
    project: 'http',
    files: ['lib/testing/noninterference.http.test.ts'],
    counted: 'pairs of traces',
    count: 300,
  },
  {
    name: 'bypasses',
    promise: 'No header, spelling of a path or method gets somebody past a check.',
    project: 'http',
    files: ['lib/http/bypass.http.test.ts'],
    counted: 'probes',
    count: 3500,
  },
  {
    name: 'canaries',
    promise: 'No sealed word and no secret is in the database, its write-ahead log, the output or a request.',
    project: 'soak',
    files: ['lib/privacy/canaries.soak.test.ts'],
    counted: 'sealed fields',
    count: 16,
  },
  {
    name: 'races',
    promise: 'Whatever two people do at once with invites, accounts and parting, each ends with one partner at most.',
    project: 'db',
    files: ['lib/couples/pair-races.db.test.ts'],
    counted: 'rounds',
    count: 1200,
  },
  {
    name: 'retries',
    promise: 'A request that is sent again, at once or later, makes nothing twice.',
    project: 'http',
    files: ['lib/journal/retries.http.test.ts'],
    counted: 'sequences',
    count: 500,
  },
  {
    name: 'demo',
    promise: 'A couple can do all that the story of the demo tells, week by week.',
    project: 'http',
    files: ['demo/demo.http.test.ts'],
    counted: 'weeks',
    count: 27,
  },
  {
    name: 'updates',
    promise: 'Two devices that change one page at once lose no change.',
    project: 'http',
    files: ['lib/journal/journal.http.test.ts'],
    counted: 'rounds',
    count: 200,
  },
  {
    name: 'editors',
    promise: 'Two people who change one plan at once lose no change unseen.',
    project: 'db',
    files: ['lib/plans/two-editors.db.test.ts'],
    counted: 'rounds',
    count: 200,
  },
  {
    name: 'blind',
    promise: 'Two who answer at the same moment both see both answers.',
    project: 'db',
    files: [
      'lib/check-ins/check-ins.db.test.ts',
      'lib/couples/hopes.db.test.ts',
      'lib/months/closing.db.test.ts',
      'lib/months/notes.db.test.ts',
    ],
    counted: 'rounds',
    count: 800,
  },
  {
    name: 'lockout',
    promise: 'Wrong tries by others, from the same network too, never keep a known device out.',
    project: 'http',
    files: ['lib/accounts/sign-in.http.test.ts'],
    counted: 'wrong tries',
    count: 500,
  },
  {
    name: 'fuzz',
    promise: 'No request breaks the server, and what it refuses it names.',
    project: 'http',
    files: ['lib/testing/fuzz/fuzz.http.test.ts'],
    counted: 'requests',
    count: 50_000,
  },
  {
    name: 'kills',
    promise: 'What was answered as saved is there, unchanged, after the app and the database were killed.',
    project: 'http',
    files: ['lib/db/kills.http.test.ts'],
    counted: 'acknowledged writes',
    count: 10_000,
  },
  {
    name: 'restarts',
    promise:
      'A database that ends under fifty requests a second makes no wrong answer, and is back within ten seconds.',
    project: 'soak',
    files: ['lib/db/restarts.soak.test.ts'],
    counted: 'restarts',
    count: 20,
  },
  {
    name: 'bombs',
    promise: 'Compressed bombs and bodies that never end slow nobody else and fill no memory.',
    project: 'http',
    files: ['lib/http/bombs.http.test.ts'],
    counted: 'hostile requests',
    count: 5000,
  },
  {
    name: 'stored',
    promise:
      'Whatever one of the two stores, each page of the other answers within a second, and shows words as words.',
    project: 'browser',
    files: ['e2e/stored.soak.spec.ts'],
    counted: 'addresses',
    count: 100,
  },
  {
    name: 'walked',
    promise:
      'After the whole walk in two browsers, no sealed word and no secret is on a disk, in a log or in a request.',
    project: 'browser',
    files: ['e2e/walked.soak.spec.ts'],
    counted: 'sealed texts',
    count: 24,
  },
  {
    name: 'cuts',
    promise: 'Two seconds after the network is back, the week shows what the database holds.',
    project: 'browser',
    files: ['e2e/cuts.spec.ts'],
    counted: 'cuts',
    count: 200,
  },
  {
    name: 'drafts',
    promise: 'What was typed is on the device, letter by letter, until the server has saved exactly that.',
    project: 'browser',
    files: ['e2e/drafts.spec.ts'],
    counted: 'cases',
    count: 110,
  },
  {
    name: 'twins',
    promise: 'Two processes on one database are one app, also where each request of a browser meets the other one.',
    project: 'browser',
    files: ['e2e/two-processes.soak.spec.ts'],
    counted: 'stories',
    count: 2,
  },
  {
    name: 'pooler',
    promise: 'Behind PgBouncer in transaction mode every route works as it does without it.',
    project: 'soak',
    files: ['lib/db/pooler.soak.test.ts'],
    counted: 'tests of routes',
    count: 220,
    packages: ['pgbouncer'],
  },
  {
    name: 'https',
    promise: 'At an https address behind a proxy all works, and each answer and cookie is as exact as it has to be.',
    project: 'browser',
    files: ['e2e/https.soak.spec.ts'],
    counted: 'answers',
    count: 600,
    packages: ['caddy', 'libnss3-tools', 'openssl'],
  },
  {
    name: 'home',
    promise:
      'From the code that npm start -- --home prints, two people come to one dashboard, and no browser skips a warning.',
    project: 'browser',
    files: ['e2e/home.soak.spec.ts'],
    counted: 'people',
    count: 2,
    packages: ['libnss3-tools'],
  },
] as const satisfies readonly SoakSuite[]

export type SuiteName = (typeof suites)[number]['name']
