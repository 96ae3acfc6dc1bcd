import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import privacy from '@/lib/messages/en/privacy'
import { kept } from './kept'

/** The tables of the schema with their columns, without relations and views, which store nothing. */
function tables(): Map<string, string[]> {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = new Map(
    [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [name, body]),
  )
  return new Map(
    [...models].map(([name, body]) => [
      name,
      [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)]
        .filter(([, , type = '']) => !models.has(type))
        .map(([, field = '']) => field),
    ]),
  )
}

const lines = kept.flatMap((group) => group.lines)
const claimed = lines.flatMap((line) => line.columns)

test('the page covers every column of the database', () => {
  const schema = tables()
  expect(schema.size).toBeGreaterThan(15)
  const missing = [...schema].flatMap(([model, fields]) =>
    claimed.includes(`${model}.*`)
      ? []
      : fields.map((field) => `${model}.${field}`).filter((column) => !claimed.includes(column)),
  )
  expect(missing).toEqual([])
})

test('the page covers no column that does not exist', () => {
  const schema = tables()
  const unknown = claimed.filter((column) => {
    const [model = '', field = ''] = column.split('.')
    return field === '*' ? !schema.has(model) : !schema.get(model)?.includes(field)
  })
  expect(unknown).toEqual([])
})

test('no column is covered twice', () => {
  expect(claimed.filter((column, index) => claimed.indexOf(column) !== index)).toEqual([])
})

test('of a sealed column the server reads only size and time', () => {
  for (const line of lines.filter(({ columns }) => columns.some((column) => column.endsWith('.sealed')))) {
    expect([line.key, line.server]).toEqual([line.key, 'sizeTime'])
  }
})

test('each line has its text in the catalogue', () => {
  expect(Object.keys(privacy.line).sort()).toEqual(lines.map(({ key }) => key).sort())
})

/** What a device's store holds, as the tables and keys of lib/vault/store.ts, and the line that says so. */
const onDevice: Readonly<Record<string, keyof typeof privacy.cookies>> = {
  wraps: 'half',
  recipients: 'recipients',
  drafts: 'drafts',
  floors: 'drafts',
  profiles: 'profiles',
  useKeyOf: 'marks',
  indexKeyOf: 'index',
}

test('the page names everything that a device’s store holds', () => {
  const store = readFileSync('lib/vault/store.ts', 'utf8')
  const tables = /interface Tables extends DBSchema \{\n([\s\S]*?)^\}/m.exec(store)?.[1] ?? ''
  const names = [...tables.matchAll(/^ {2}(\w+): \{/gm), ...store.matchAll(/^const (\w+KeyOf) =/gm)].map(
    ([, name]) => name,
  )
  expect(names.sort()).toEqual(Object.keys(onDevice).sort())
  const shown = readFileSync('app/(open)/privacy/page.tsx', 'utf8')
  for (const key of Object.keys(privacy.cookies)) expect(shown).toContain(`'${key}',`)
})
