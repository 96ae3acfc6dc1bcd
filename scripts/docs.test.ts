// The files and commands that the documents name must exist.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((file) => existsSync(path.join(root, file)))

/** Reads the texts between single backticks and the targets of links. */
function readNames(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '')
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(file), target),
  )
  return [...[...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words), ...links]
}

const isFile = (words: string) =>
  /^(app|bench|components|demo|docs|e2e|lib|prisma|scripts)\/[\w()[\]./-]+$/.test(words) ||
  /^[\w.-]+\.(md|json|mjs|ts|tsx)$/.test(words)

const source = [...sourceFiles(root), 'prisma/schema.prisma']
  .filter((name) => /\.(ts|tsx|mjs|prisma)$/.test(name))
  .map((name) => readFileSync(path.join(root, name), 'utf8'))
  .join('\n')

describe.each(documents)('%s', (file) => {
  test('holds no marks of an unfinished merge', () => {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n')
    expect(lines.filter((line) => /^(<{7}|>{7}) |^={7}$/.test(line))).toEqual([])
  })

  test('names files that exist', () => {
    const files = readNames(file)
      .filter(isFile)
      .filter((name) => name.includes('/'))
    expect(files.filter((name) => !existsSync(path.join(root, name)))).toEqual([])
  })

  test('shows pictures that exist', () => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const pictures = [...text.matchAll(/\bsrc(?:set)?="([^"]+)"/g)].map(([, source = '']) => source)
    expect(pictures.filter((source) => !existsSync(path.join(root, path.dirname(file), source)))).toEqual([])
  })

  test('names identifiers that occur in the source', () => {
    const identifiers = readNames(file).filter((word) => /^[a-z]+([A-Z][a-z]+)+$|^[A-Z]+(_[A-Z]+)+$/.test(word))
    expect(identifiers.filter((word) => !source.includes(word))).toEqual([])
  })

  test('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const commands = readNames(file).flatMap((words) => /^npm (?:run )?([\w:]+)/.exec(words)?.[1] ?? [])
    expect(commands.filter((name) => !scripts[name] && !['install', 'ci', 'audit'].includes(name))).toEqual([])
  })
})

test('the pictures are small enough for a clone', () => {
  const folder = path.join(root, 'docs', 'pictures')
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
  expect(bytes).toBeLessThan(1_500_000)
})
