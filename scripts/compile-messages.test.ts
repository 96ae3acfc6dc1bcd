import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { _createCache, _createIntlFormatters, createTranslator } from 'use-intl/core'
import formatOnly from 'use-intl/format-message/format-only'
import type { CompiledMessage } from 'icu-minify/format'
import { expect, test } from 'vitest'
import compileMessages from './compile-messages.mjs'

const FOLDER = 'lib/messages/en'

const run = async (code: string) =>
  ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Record<string, CompiledMessage> })
    .default

test.each(readdirSync(FOLDER))('%s is compiled under the same keys', async (file) => {
  const source = readFileSync(path.join(FOLDER, file), 'utf8')
  const keys = (tree: unknown): unknown =>
    typeof tree === 'object' && tree !== null && !Array.isArray(tree)
      ? Object.entries(tree).map(([key, below]) => [key, keys(below)])
      : 'message'
  expect(keys(await run(await compileMessages(source)))).toEqual(keys(await run(source)))
})

test('a compiled message formats to the same text', async () => {
  const source = `export default {
    plain: 'Nobody can’t',
    weeks: '{name} has {weeks, plural, =0 {no week} one {a week} other {# weeks}}',
    who: '{who, select, you {You} other {{name}}} did',
  }`
  const values = [
    { name: 'Noor', weeks: 0, who: 'you' },
    { name: 'Elias', weeks: 1, who: 'other' },
    { name: '', weeks: 1200, who: '' },
  ]
  const whole = createTranslator({ locale: 'en', messages: await run(source) }) as (
    key: string,
    given: object,
  ) => string
  const cache = _createCache()
  const options = { cache, formatters: _createIntlFormatters(cache), locale: 'en' }
  for (const [key, message] of Object.entries(await run(await compileMessages(source))))
    for (const given of values) expect(formatOnly(key, message, given, options)).toBe(whole(key, given))
})
