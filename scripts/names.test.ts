// Rules for names: a type name is unique in the tree, and no function name is on both the server and the device.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')
const files = sourceFiles(root)
  .filter((file) => /^(app|components|lib)\/.*\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
const product = files.filter(({ file }) => !/\.(test|fixture)\.tsx?$|^lib\/testing\//.test(file))

/** Finds the files that declare each name, by a pattern whose first group is the name. */
function findDeclarations(pattern: RegExp, within: typeof files): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { file, text } of within)
    for (const [, name = ''] of text.matchAll(pattern)) found.set(name, [...(found.get(name) ?? []), file])
  return found
}

test('the name of an exported type is unique', () => {
  const types = findDeclarations(/^export (?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm, files)
  expect([...types].filter(([, where]) => where.length > 1)).toEqual([])
})

test('no function of the server has the name of one on the device', () => {
  const pattern = /^export (?:async )?(?:function\*?|const) (\w+)/gm
  const isServer = ({ text }: { text: string }) => text.includes("import 'server-only'")
  const server = findDeclarations(pattern, product.filter(isServer))
  const rest = findDeclarations(
    pattern,
    product.filter((file) => /^lib\//.test(file.file) && !isServer(file)),
  )
  const both = [...server.keys()].filter((name) => rest.has(name))
  expect(both.map((name) => [name, ...(server.get(name) ?? []), ...(rest.get(name) ?? [])])).toEqual([])
})

test('no variable or parameter is called of, at, one, said or told', () => {
  const pattern =
    /\b(?:const|let) (of|at|one|said|told)(?=:? ?[=:;]| of )|[(,] ?(of|at|one|said|told)(?:: [^,()]+)?\) ?=>/g
  const found = files.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([match]) => `${file}: ${match}`))
  expect(found).toEqual([])
})
