import { readdirSync } from 'node:fs'
import path from 'node:path'

const ours = ['app', 'components', 'lib', 'scripts', 'e2e', 'bench']

/** Names that say nothing of what a file holds. */
export const drawers = /^(utils?|helpers?|constants|types|common|index|misc)\./

/** Every file of ours, made ones left out, relative to the root. */
export function sourceFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => ours.includes(entry.name))
    .flatMap(({ name }) => readdirSync(path.join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join('lib', 'db', 'generated')))
}
