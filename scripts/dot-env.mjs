import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { at } from './child.mjs'

/** Takes one variable out of `.env` where the environment does not say it: a test run must see none of the others. */
export function takeFromDotEnv(name, { file = at('.env'), env = process.env } = {}) {
  const told = existsSync(file) ? parseEnv(readFileSync(file, 'utf8'))[name] : undefined
  if (told && !env[name]) env[name] = told
}
