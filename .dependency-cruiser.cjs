// The rules of imports (docs/architecture.md). scripts/rules.test.ts tests each of them.
const rooms = [
  'months',
  'dashboard',
  'check-ins',
  'plans',
  'rituals',
  'journal',
  'moments',
  'ideas',
  'reminders',
  'couples',
  'accounts',
]

const tests = '\\.test\\.tsx?$'
const any = (names) => `(${names.join('|')})`

/** A room imports the rooms after it in the list; of the rooms before it, only contracts. */
const roomsOrder = rooms.slice(1).map((room, place) => ({
  name: `rooms-order-${room}`,
  comment: `${room} comes after ${rooms.slice(0, place + 1).join(', ')}: of those it may import only contracts.`,
  severity: 'error',
  from: { path: `^(lib|components)/${room}/`, pathNot: tests },
  to: { path: `^(lib|components)/${any(rooms.slice(0, place + 1))}/`, pathNot: '/contract\\.ts$' },
}))

/** The folders below the rooms, and the only modules of this app that each may import. */
const belowRooms = [
  {
    name: 'ui-knows-no-room',
    comment: 'components/ui knows no domain: it gets what it shows as props.',
    from: '^components/ui/',
    allowed: ['^components/ui/', '^lib/messages/', '^lib/[^/]+\\.ts$'],
  },
  {
    name: 'shell-knows-no-room',
    comment: 'components/shell knows no domain: it gets what depends on the device or a room as props.',
    from: '^components/shell/',
    allowed: [
      '^components/(ui|shell)/',
      '^lib/messages/',
      '^lib/(http/call|openapi/contract)\\.ts$', // to check whether the server answers
      '^lib/[^/]+\\.ts$',
    ],
  },
  {
    name: 'kit-below-rooms',
    comment: 'components/intimacy, people and device serve every room, so they import no room.',
    from: '^components/(intimacy|people|device)/',
    allowed: [
      '^components/(ui|shell|intimacy|people|device)/',
      '^lib/(device|vault|http|time|messages|intimacy)/',
      '^lib/[^/]+/contract\\.ts$',
      '^lib/couples/people\\.ts$',
      '^lib/[^/]+\\.ts$',
    ],
  },
  {
    name: 'device-below-rooms',
    comment: 'lib/device serves every room: a room passes what the device should know of it.',
    from: '^lib/device/',
    allowed: [
      '^lib/(device|vault|time|intimacy)/',
      '^lib/http/(call|contract|problem)\\.ts$',
      '^lib/messages/(locale|translate|rooms/(failure|limits))\\.ts$',
      '^lib/[^/]+/contract\\.ts$',
      '^lib/[^/]+\\.ts$',
    ],
  },
].map(({ name, comment, from, allowed }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^(app|components|lib)/', pathNot: allowed },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'database-in-lib-db',
      comment: 'Only lib/db imports Prisma or pg.',
      severity: 'error',
      from: { pathNot: ['^lib/db/', '^prisma\\.config\\.ts$', '^scripts/prisma-engine\\.mjs$'] },
      to: { path: ['(^|/)node_modules/(pg|@types/pg|prisma)/', '(^|/)node_modules/@prisma/', '^lib/db/generated/'] },
    },
    {
      name: 'system-from-doors',
      comment: 'asSystem bypasses every policy: only doors, jobs and scripts may use it.',
      severity: 'error',
      from: {
        pathNot: ['^lib/[^/]+/[a-z-]*doors\\.ts$', '^lib/[^/]+/[a-z-]*jobs\\.ts$', '^scripts/', '^lib/testing/', tests],
      },
      to: { path: '^lib/db/as-system\\.ts$' },
    },
    ...roomsOrder,
    ...belowRooms,
    {
      name: 'today-above-rooms',
      comment: 'Today shows parts of every room, so no room imports it.',
      severity: 'error',
      from: { path: '^components/', pathNot: '^components/today/' },
      to: { path: '^components/today/' },
    },
    {
      name: 'dates-as-planned',
      comment: 'What shows dates gets plans from lib/plans, which know that a date was moved or skipped.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: ['^lib/(rituals|plans|testing)/', tests] },
      to: { path: '^lib/rituals/ritual-dates\\.ts$' },
    },
    {
      name: 'lib-below-app',
      comment: 'lib never imports app or components.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'vault-alone',
      comment: 'The vault imports nothing outside its folder, so that other clients can use it.',
      severity: 'error',
      from: { path: '^lib/vault/', pathNot: tests },
      to: { path: '^(app|components|e2e|lib|scripts)/', pathNot: '^lib/vault/' },
    },
    {
      name: 'browser-without-server',
      comment: 'Browser code imports no server file, directly or through other files.',
      severity: 'error',
      from: {
        path: ['^components/', '^lib/(vault|device)/', '^lib/[^/]+/device\\.ts$', '^lib/[^/]+/contract\\.ts$'],
        pathNot: tests,
      },
      to: { path: ['(^|/)node_modules/server-only/', '^lib/(db|auth|process)/', '^lib/env\\.ts$'], reachable: true },
    },
    {
      name: 'server-files-named',
      comment:
        'A server file of a room is called reads, writes, rows, doors or jobs, alone or after a word and a dash.',
      severity: 'error',
      from: { path: `^lib/${any(rooms)}/`, pathNot: ['[/-](reads|writes|rows|doors|jobs)\\.ts$', tests] },
      to: { path: '(^|/)node_modules/server-only/' },
    },
    {
      name: 'process-decides-nothing',
      comment: 'Handlers and pages decide who may see what; the process around them only sets headers.',
      severity: 'error',
      from: { path: '^lib/process/page-headers\\.ts$' },
      to: { path: '^(app|components|lib)/', pathNot: '^lib/(seams|running|http/page-policy)\\.ts$' },
    },
    {
      name: 'testing-from-tests',
      comment: 'Product code does not import what is made for tests.',
      severity: 'error',
      from: { pathNot: ['^(lib/testing|e2e|bench|scripts|demo)/', '^(vitest|playwright)\\.config\\.ts$', tests] },
      to: { path: '^(lib/testing|e2e)/' },
    },
    {
      name: 'demo-alone',
      comment: 'No other code imports the demo, so that nothing of it gets into the app.',
      severity: 'error',
      from: { pathNot: ['^demo/', '^scripts/(demo|pictures)\\.mjs$', tests] },
      to: { path: '^demo/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: '^\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
