import { readdirSync } from 'node:fs'
import path from 'node:path'

const folders = ['app', 'components', 'lib', 'scripts', 'e2e', 'bench', 'demo']

/** File names that do not say what a file holds. */
export const vagueNames = /^(utils?|helpers?|constants|types|common|index|misc)\./

/** Every source file but generated ones, relative to the root. */
export function sourceFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => folders.includes(entry.name))
    .flatMap(({ name }) => readdirSync(path.join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join('lib', 'db', 'generated')))
}
