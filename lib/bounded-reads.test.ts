// Every read of several rows is bounded, and nothing is cut silently. A read either has a page that ends with a key, or a limit that
// the contract names: a new read must be given its line here.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS, type LimitName } from './limits'

/** Why a read without a page ends: limits of one person (there are two of them), or what its keys allow. */
type Bound =
  | readonly LimitName[]
  | 'a row of each person'
  | 'a row of each person and week'
  | 'the ids of a page'
  | 'two people'

const bounds: Readonly<Record<string, Bound>> = {
  'accounts/doors.ts account': 'the ids of a page',
  'accounts/email-key-doors.ts account': 'the ids of a page',
  'accounts/known-device-doors.ts session': 'the ids of a page',
  'accounts/reads.ts session': 'the ids of a page', // at most 50, by a trigger
  'check-ins/reads.ts checkIn': 'a row of each person',
  'couples/doors.ts membership': 'two people',
  'couples/reads.ts hope': 'a row of each person',
  'couples/reads.ts membership': ['couples'],
  'couples/writes.ts invite': 'the ids of a page', // those of three days, five a day at most
  'dashboard/feeding-reads.ts feeding': ['momentsOfDay', 'repliesOfDay', 'sharedPagesOfDay', 'plansOfDay'],
  'dashboard/reads.ts plan': 'the ids of a page',
  'moments/writes.ts membership': 'two people',
  'months/former-reads.ts checkIn': 'a row of each person and week',
  'months/month-rows.ts keptPlan': ['plansOfDay'],
  'months/month-rows.ts monthClosing': ['versionsOfMonth'],
  'months/month-rows.ts monthNote': 'a row of each person',
  'months/month-rows.ts monthChange': 'the ids of a page',
  'months/month-rows.ts monthHelp': 'a row of each person',
  'months/reads.ts checkIn': 'a row of each person and week',
  'plans/reads.ts planned': ['plansOfDay', 'plansAhead'],
  'plans/reads.ts weekReady': 'a row of each person',
  'plans/remembered-plan-reads.ts felt': 'a row of each person',
  'plans/remembered-plan-reads.ts planLine': 'a row of each person',
  'rituals/reads.ts meaning': 'a row of each person',
  'rituals/reads.ts ritualVersion': ['openRituals', 'termsOfRitual', 'restsOfRitual'],
}

const root = import.meta.dirname

const serverFiles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('.test.') && !/^(db\/generated|testing)\//.test(file),
)

/** The reads of lib/db/plan-sql.ts, and the view that each reads. */
const ofSql: Readonly<Record<string, string>> = {
  selectRitualsSince: 'ritualVersion',
  selectPlannedFrom: 'planned',
  selectPlannedWeek: 'planned',
  selectFed: 'feeding',
  selectReady: 'weekReady',
  selectKeptPlans: 'keptPlan',
  selectClosings: 'monthClosing',
}
const pattern = new RegExp(`\\.(\\w+)\\.(?:findMany|groupBy)\\(|\\b(${Object.keys(ofSql).join('|')})\\((?=scope)`, 'g')

/** The calls of a file that read several rows: the model, and the text of the argument. */
function readsOf(file: string): { model: string; argument: string }[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(pattern)].map(({ 0: call, 1: view, 2: sql = '', index }) => {
    const model = view ?? ofSql[sql] ?? sql
    const start = index + call.length
    let depth = 1
    let end = start
    while (depth > 0 && end < text.length) {
      if ('({['.includes(text[end] ?? '')) depth += 1
      if (')}]'.includes(text[end] ?? '')) depth -= 1
      end += 1
    }
    return { model, argument: text.slice(start, end) }
  })
}

const reads = serverFiles.flatMap((file) => readsOf(file).map((read) => ({ file, ...read })))
/** One row more than the page tells whether there is a next one. */
const isPage = (argument: string) => /\btake: [\w.]+ \+ 1\b/.test(argument)

test('no list is cut without saying so: a read takes one row more than its page, or has no take', () => {
  expect(reads.length).toBeGreaterThan(25)
  const cut = reads.filter(({ argument }) => /\btake:/.test(argument) && !isPage(argument))
  // the newest 20 invites, as the contract says; open ones are always among them
  expect(cut.map(({ file, model }) => `${file} ${model}`)).toEqual(['couples/reads.ts invite'])
})

test('a read without a page is bounded by limits, or by its keys', () => {
  const unpaged = reads.filter(({ argument }) => !/\btake:/.test(argument)).map(({ file, model }) => `${file} ${model}`)
  expect([...new Set(unpaged)].sort()).toEqual(Object.keys(bounds).sort())
  for (const bound of Object.values(bounds))
    if (typeof bound !== 'string') for (const name of bound) expect(LIMITS[name]).toBeGreaterThan(0)
})

test('lists of sealed text are read by bytes too, and only there', () => {
  const raw = serverFiles.filter((file) => /asWeb\(\)\.rows/.test(readFileSync(path.join(root, file), 'utf8')))
  expect(raw.sort()).toEqual(['db/entries-sql.ts', 'db/page-sql.ts', 'db/plan-sql.ts', 'db/sealed-lists.ts'])
  const sealed = ['privateEntry', 'sharedEntry', 'reply', 'moment']
  expect(reads.filter(({ model }) => sealed.includes(model))).toEqual([])
})
