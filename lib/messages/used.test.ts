// Every string of the catalogue is used by some code.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messages } from '@/lib/testing/catalogue'

type SourceFile = Readonly<{
  /** The parts of the catalogue that the file takes its texts from: `journal.share` */
  rooms: readonly string[]
  /** The strings in it, each of which may be a key. Strings that are only compared with something are left out. */
  strings: readonly string[]
  /** The names of its properties, each of which may be a part of a key: `{ newest: 3 }`. */
  properties: readonly string[]
  /** Templates of keys, such as `failure.${key}`. A hole can hold any word that the file or its imports contain. */
  templates: readonly string[]
  /** Whether it passes keys from other files to `t`, such as `t(failure.own)`. Those keys are strings of its imports. */
  asksByName: boolean
  imports: readonly string[]
}>

function read(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first)
  const templates = found(/(?=[(:?]\s*`([^`]+)`)/g).filter(
    (template) => /^[\w.]*(\$\{.+?\}[\w.]*)+$/.test(template) && /^\w|\}\./.test(template),
  )
  const translators = [
    ...found(/(?:const|let) (\w+) = (?:useTranslations|translate)\(/g),
    String.raw`translate\([\w.]+, \w+\)`,
  ]
  return {
    rooms: [
      ...[...text.matchAll(/(?:useTranslations|translate)\((?:[\w.]+, )?(\w+)Messages(?:, '([\w.]+)')?\)/g)].map(
        ([, room = '', part]) => (part ? `${room}.${part}` : room),
      ),
      ...found(/\bfailuresBy\((\w+)Messages\b/g).map((room) => `${room}.failure`),
    ],
    strings: found(/(?<![!=]== |case )'([\w.]+)'(?! [!=]==)/g),
    properties: found(/[{,(\s](\w+)\??: /g),
    templates,
    asksByName: new RegExp(String.raw`(?:${translators.join('|')})\(\s*[a-z]\w*(?:\.\w+|\([^)]*\))*\s*[,)]`).test(text),
    imports: found(/ from '([@.]\/?[^']+)'/g).map((from) =>
      from.startsWith('@/') ? from.slice(2) : path.join(path.dirname(file), from),
    ),
  }
}

const sources = new Map(
  ['app', 'components', 'lib']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^lib\/(messages|db\/generated)\//.test(file))
    .map((file) => [file.replace(/\.tsx?$/, ''), read(file)]),
)

const importsOf = ({ imports }: SourceFile) => imports.flatMap((from) => sources.get(from.replace(/\.tsx?$/, '')) ?? [])

const askers = [...sources.values()]
  .filter(({ rooms }) => rooms.length > 0)
  .map((source) => {
    const imported = importsOf(source)
    const near = [source, ...imported, ...imported.flatMap(importsOf)]
    const words = [...new Set(near.flatMap(({ strings, properties }) => [...strings, ...properties]))]
    const word = `(?:${words.filter((text) => !text.includes('.')).join('|')}|\\d+)`
    return {
      ...source,
      heard: new Set([source, ...(source.asksByName ? imported : [])].flatMap(({ strings }) => strings)),
      built: source.templates.map(
        (template) => new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(/\$\{.+?\}/g, () => word)}$`),
      ),
    }
  })

/** `journal.share.title` is `title` to a file that asks for `journal.share`, and `share.title` to one that asks for `journal`. */
const isUsed = (key: string) =>
  askers.some(({ rooms, heard, built }) =>
    rooms.some((room) => {
      const rest = key.startsWith(`${room}.`) ? key.slice(room.length + 1) : null
      return rest !== null && (heard.has(rest) || built.some((pattern) => pattern.test(rest)))
    }),
  )

test('every string is used by some screen', () => {
  expect(
    messages()
      .map(([key]) => key)
      .filter((key) => !isUsed(key))
      .join('\n'),
  ).toBe('')
})
