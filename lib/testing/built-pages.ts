import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The path of every page, as the folders under app name it: `/journal/[id]`. */
export const builtPages: readonly string[] = readdirSync(path.join(import.meta.dirname, '..', '..', 'app'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).replace(/^\([a-z]+\)/, '') || '/')
  .sort()
