// The rules of imports and syntax are tested themselves: each planted violation must be reported, by its own rule.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vagueNames, sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')

describe('rules of imports', () => {
  const planted: Record<string, Record<string, string>> = {
    'no-cycles': { 'lib/time/one.ts': `import './two'`, 'lib/time/two.ts': `import './one'` },
    'database-in-lib-db': { 'lib/journal/page.ts': `import pg from 'pg'\nexport default pg` },
    'system-from-doors': { 'lib/db/as-system.ts': '', 'lib/journal/reads.ts': `import '../db/as-system'` },
    'rooms-order-journal': {
      'lib/rituals/terms.ts': '',
      'lib/journal/writes.ts': `await import('@/lib/rituals/terms')`,
    },
    'rooms-order-accounts': {
      'lib/couples/pairing.ts': '',
      'lib/accounts/card.ts': `import type {} from '../couples/pairing'`,
    },
    'ui-knows-no-room': { 'components/ui/mark.tsx': `import '@/lib/device/keys'`, 'lib/device/keys.ts': '' },
    'shell-knows-no-room': { 'components/shell/foot.tsx': `import '@/components/device/watch'` },
    'kit-below-rooms': {
      'components/device/watch.tsx': `import '@/components/plans/card'`,
      'components/plans/card.tsx': '',
      'components/people/mark.tsx': `import '@/lib/couples/members'`,
    },
    'device-below-rooms': { 'lib/device/rows.ts': `import '../journal/own'` },
    'today-above-rooms': {
      'components/plans/next.tsx': `import '@/components/today/next'`,
      'components/today/next.tsx': '',
    },
    'dates-as-planned': {
      'components/rituals/dates.tsx': `import '@/lib/rituals/ritual-dates'`,
      'lib/rituals/ritual-dates.ts': '',
    },
    'lib-below-app': { 'components/ui/look.ts': '', 'lib/moments/look.ts': `export * from '@/components/ui/look'` },
    'vault-alone': { 'lib/time/days.ts': '', 'lib/vault/days.ts': `import '../time/days'` },
    'browser-without-server': {
      'components/journal/list.tsx': `import '@/lib/journal/far'`,
      'lib/journal/far.ts': `import '../time/farther'`,
      'lib/time/farther.ts': `import 'server-only'`,
    },
    'server-files-named': { 'lib/journal/keeping.ts': `import 'server-only'` },
    'process-decides-nothing': { 'lib/process/page-headers.ts': `import '../accounts/who'`, 'lib/accounts/who.ts': '' },
    'demo-alone': { 'demo/door.ts': '', 'lib/accounts/door.ts': `import '../../demo/door'` },
    'testing-from-tests': { 'lib/testing/people.ts': '', 'lib/reminders/people.ts': `import '../testing/people'` },
  }
  const allowed = {
    'lib/rituals/contract.ts': '',
    'lib/plans/week-plans.ts': `import '@/lib/rituals/ritual-dates'`,
    'lib/journal/own.ts': `import '../rituals/contract'\nimport '../couples/members'`,
    'lib/couples/members.ts': '',
    'lib/journal/doors.ts': `import '../db/as-system'`,
    'lib/journal/own-reads.ts': `import 'server-only'`,
    'components/today/rows.tsx': `import '@/components/plans/card'`,
    'components/people/clocks.tsx': `import '@/lib/couples/people'\nimport '@/lib/rituals/contract'`,
    'components/ui/text.tsx': `import '@/lib/watched'`,
    'lib/watched.ts': '',
    'lib/couples/people.ts': '',
    'lib/device/lock.ts': `import '../rituals/contract'\nimport '../time/wall'`,
    'lib/time/wall.ts': '',
    'lib/journal/own.test.ts': `import '../testing/people'`,
  }
  let folder: string
  let found: { rule: string; from: string }[]

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'planted-'))
    for (const [file, text] of Object.entries(Object.assign({}, allowed, ...Object.values(planted)))) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(folder, file), String(text))
    }
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
      writeFileSync(path.join(folder, file), readFileSync(path.join(root, file)))
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'lib', 'components']
    const output = await new Promise<string>((resolve) =>
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_, text) => resolve(text)),
    )
    const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(output)
    found = summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(Object.entries(planted))('%s', (rule, files) => {
    expect(found.filter((violation) => violation.rule === rule && violation.from in files)).not.toEqual([])
  })

  test('allowed imports are not reported', () => {
    expect(found.filter(({ from }) => from in allowed)).toEqual([])
  })
})

describe('rules of syntax', () => {
  const eslint = new ESLint({ cwd: root, overrideConfig: { rules: {} } })
  const findings = async (filePath: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, filePath) })
    return (
      result?.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax').map(({ message }) => message) ?? []
    )
  }

  test.each([
    ['lib/journal/a.ts', `export const x = process.env.HOME`],
    ['lib/journal/a.ts', `export const x = process['env']`],
    ['lib/journal/a.ts', `import { env } from 'node:process'\nexport const x = env`],
    ['lib/journal/a.ts', `export const x = new Date()`],
    ['components/journal/a.tsx', `export const x = Date.now()`],
    ['e2e/a.spec.ts', `export const x = Date()`],
    ['lib/time/clock.ts', `export const x = process.env.HOME`],
    ['lib/env.ts', `export const x = Date.now()`],
    ['lib/couples/a.ts', `export const x = Math.random()`],
    ['components/journal/a.tsx', `export const x = () => navigator.language`],
    ['lib/device/a.ts', `export const x = () => navigator.languages[0]`],
    ['lib/db/a.ts', `export const x = (db) => db.$queryRawUnsafe('select 1')`],
    ['lib/db/a.ts', `export const x = (db) => db.$executeRawUnsafe('select 1')`],
    ['lib/db/a.ts', `export const x = Prisma.raw('select 1')`],
    ['lib/journal/reads.ts', 'export const x = (db) => db.$queryRaw`select 1`'],
    ['components/journal/a.tsx', `export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`],
    ['components/journal/a.tsx', `export const x = { dangerouslySetInnerHTML: { __html: '' } }`],
    ['components/journal/a.tsx', `export const X = () => <textarea />`],
    ['components/ui/text-area.tsx', `export const X = () => <input />`],
    ['components/journal/a.tsx', `export const X = () => <button>Close</button>`],
    ['components/accounts/a.tsx', `export const X = () => <select />`],
    ['components/journal/a.tsx', `export const X = () => <p contentEditable />`],
    ['components/journal/a.tsx', `export const X = () => <Input autoComplete="on" />`],
    ['e2e/a.spec.ts', `export const x = (page) => page.waitForLoadState('networkidle')`],
    ['e2e/acts/a.ts', `export const x = () => requestAnimationFrame(done)`],
    ['e2e/a.spec.ts', `export const x = () => window.requestAnimationFrame(done)`],
    ['lib/plans/a.test.ts', `export const x = () => vi.waitFor(done)`],
    ['lib/plans/a.test.ts', `test('it ends', async () => {}, 60_000)`],
    ['e2e/a.spec.ts', `export const x = () => test.setTimeout(60_000)`],
    ['components/plans/a.tsx', `export const x = (event) => event.key === 'Escape'`],
    ['components/plans/a.tsx', `export const X = () => <Button onClick={close}>{t('edit.cancel')}</Button>`],
    ['components/months/a.tsx', `export const X = () => <Button>{t(a ? 'notes.leave' : 'notes.submit')}</Button>`],
    ['components/plans/a.tsx', `export const x = async () => { await send(); router.push('/week') }`],
    ['components/accounts/a.tsx', `export const X = () => <Form onDone={() => appRouter.replace('/today')} />`],
    ['components/plans/a.tsx', `export const useX = () => useRouter().back()`],
    ['components/plans/a.tsx', `export const useX = () => { const { push } = useRouter(); return push }`],
    ['app/a.ts', `'use server'\nexport const x = 1`],
    ['app/a.ts', `export function x() { 'use server' }`],
    ['lib/journal/a.ts', `export const x = (request) => request.json()`],
    ['app/api/a/route.ts', `export const x = (req) => req.text()`],
    ['app/api/a/route.ts', `export function GET() {}`],
    ['app/api/a/route.ts', `export const GET = async () => new Response()`],
    ['app/api/a/route.ts', `export const GET = wrap(contract, () => {})`],
    ['app/api/a/route.ts', `const GET = () => {}\nexport { GET }`],
    ['app/api/a/route.ts', `export { GET } from '@/lib/journal/a'`],
    ['app/api/a/route.ts', `export * from '@/lib/journal/a'`],
    ['app/api/a/route.ts', `export default () => {}`],
    ['app/api/a/route.ts', `import { route } from '@/lib/journal/a'\nexport const GET = route(contract, () => {})`],
    ['app/api/a/route.ts', `const route = (a, b) => b\nexport const GET = route(contract, () => {})`],
    ['app/api/a/route.ts', `import { coupleRoute } from './a'\nexport const GET = coupleRoute(contract, () => {})`],
    ['app/api/a/route.ts', `function route(a, b) { return b }\nexport const GET = route(contract, () => {})`],
  ])('%s: %s', async (file, code) => {
    expect(await findings(file, code)).not.toEqual([])
  })

  test.each([
    ['lib/env.ts', `export const x = process.env.HOME`],
    ['lib/time/clock.ts', `export const x = new Date()`],
    ['lib/time/day.ts', `export const x = new Date(0)`],
    ['lib/db/a.ts', 'export const x = (db) => db.$queryRaw`select 1`'],
    ['components/ui/native.tsx', `export const X = () => <input autoComplete="off" />`],
    ['components/ui/native-button.tsx', `export const X = () => <button>Close</button>`],
    ['components/accounts/a.tsx', `export const X = () => <Input autoComplete="name" />`],
    ['components/plans/a.tsx', `export const X = () => <CancelButton>{t('edit.cancel')}</CancelButton>`],
    ['components/ui/escape.ts', `export const x = (event) => event.key === 'Escape'`],
    ['components/ui/use-leave-for.ts', `export const x = () => router.push('/week')`],
    ['components/plans/a.tsx', `export const x = async () => { await send(); router.refresh() }`],
    ['components/plans/a.tsx', `export const x = (list) => list.push(1)`],
    ['lib/http/call.ts', `export const x = (response) => response.json()`],
    ['app/api/a/route.ts', `import { route } from '@/lib/http/route'\nexport const GET = route(contract, () => {})`],
    [
      'app/api/a/route.ts',
      `import { coupleRoute } from '@/lib/http/route'\nexport const GET = coupleRoute(contract, () => {})`,
    ],
  ])('%s may: %s', async (file, code) => {
    expect(await findings(file, code)).toEqual([])
  })
})

test('every file name says what the file holds', () => {
  expect(sourceFiles(root).filter((file) => vagueNames.test(path.basename(file)))).toEqual([])
  expect(vagueNames.test('utils.ts')).toBe(true)
})
