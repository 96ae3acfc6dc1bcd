import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../lib/testing/temporary-folder'
import { takeFromDotEnv } from './dot-env.mjs'

test('tests take the path of Chromium from .env, and nothing else', () => {
  const file = path.join(temporaryFolder(), '.env')
  const env: Record<string, string> = {}
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env).toEqual({})
  writeFileSync(file, 'PORT=4000\nPLAYWRIGHT_CHROMIUM_PATH=/opt/chromium\n')
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env).toEqual({ PLAYWRIGHT_CHROMIUM_PATH: '/opt/chromium' })
})

test('the environment overrides .env', () => {
  const file = path.join(temporaryFolder(), '.env')
  const env = { PLAYWRIGHT_CHROMIUM_PATH: '/usr/bin/chromium' }
  writeFileSync(file, 'PLAYWRIGHT_CHROMIUM_PATH=/opt/chromium')
  takeFromDotEnv('PLAYWRIGHT_CHROMIUM_PATH', { file, env })
  expect(env.PLAYWRIGHT_CHROMIUM_PATH).toBe('/usr/bin/chromium')
})
