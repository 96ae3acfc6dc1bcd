import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../lib/testing/temporary-folder'
import { takeFromDotEnv } from './dot-env.mjs'

test('a Chromium named in .env is used by the tests, and nothing else of it', () => {
  const file = path.join(temporaryFolder(), '.env')
  const env: Record<string, string> = {}
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env).toEqual({})
  writeFileSync(file, 'PORT=4000\nPLAYWRIGHT_CHROMIUM_PATH=/opt/chromium\n')
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env).toEqual({ PLAYWRIGHT_CHROMIUM_PATH: '/opt/chromium' })
})

test('what the environment says stands', () => {
  const file = path.join(temporaryFolder(), '.env')
  const env = { PLAYWRIGHT_CHROMIUM_PATH: '/usr/bin/chromium' }
  writeFileSync(file, 'PLAYWRIGHT_CHROMIUM_PATH=/opt/chromium')
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env.PLAYWRIGHT_CHROMIUM_PATH).toBe('/usr/bin/chromium')
})
