import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { at } from './child.mjs'

/** Reads one variable from `.env` unless the environment sets it. A test run must see none of the others. */
export function takeFromDotEnv(name, { file = at('.env'), env = process.env } = {}) {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8'))[name] : undefined
  if (fromFile && !env[name]) env[name] = fromFile
}
