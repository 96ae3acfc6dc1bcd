// One calendar a person: only what happens before there is an account may ask a device for its own zone.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const root = path.join(import.meta.dirname, '..')
const product = sourceFiles(root).filter(
  (file) => /^(app|components|lib)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$|^lib\/testing\//.test(file),
)

const using = (pattern: RegExp) =>
  product.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8'))).toSorted()

test('only these read the zone that a device reports', () => {
  expect(using(/\b(deviceZone|ownZone)\b/)).toEqual([
    'components/couples/invited-by.tsx', // an invitation, read before there is an account
    'components/today/zone-question.tsx', // compares the two
    'lib/accounts/sign-up.ts', // a new account
    'lib/device/browser-device.ts',
    'lib/device/calendar.ts',
    'lib/device/device.ts',
    'lib/time/zone.ts',
  ])
})

test('no day is made of a device’s own clock', () => {
  expect(using(/\bdayIn\(\s*(?:now\(\)|browserDevice\(\)\.now\(\)|device\.now\(\))/)).toEqual([])
})
