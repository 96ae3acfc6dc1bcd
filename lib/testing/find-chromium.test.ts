import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findChromium, findWholeChromium } from './find-chromium'

const folder = mkdtempSync(path.join(tmpdir(), 'chromium-'))
afterAll(() => rmSync(folder, { recursive: true }))

const program = (name: string) => {
  const file = path.join(folder, name)
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}
const given = program('given')
const own = program('own')
const system = program('system')
const shell = program('chromium-headless-shell')
const nowhere = path.join(folder, 'nowhere')

test('the given Chromium comes first, then Playwright’s own, then the system’s', () => {
  expect(findChromium({ given, playwrights: own, candidates: [system] })).toEqual({ path: given, whose: 'given' })
  expect(findChromium({ given: undefined, playwrights: own, candidates: [system] })).toEqual({
    path: own,
    whose: 'playwright',
  })
  expect(findChromium({ given: undefined, playwrights: nowhere, candidates: [nowhere, system] })).toEqual({
    path: system,
    whose: 'system',
  })
})

test('without a Chromium none is found, and a wrong given path is not replaced', () => {
  expect(findChromium({ given: undefined, playwrights: nowhere, candidates: [nowhere] })).toBeUndefined()
  expect(findChromium({ given: nowhere, playwrights: own, candidates: [system] })).toBeUndefined()
})

test('a whole Chromium is no headless shell, whoever has it', () => {
  const places = { playwrights: nowhere, candidates: [shell, system] }
  expect(findChromium({ given: undefined, ...places })).toEqual({ path: shell, whose: 'system' })
  expect(findWholeChromium({ given: undefined, ...places })).toEqual({ path: system, whose: 'system' })
  expect(findWholeChromium({ given: shell, ...places })).toEqual({ path: system, whose: 'system' })
  expect(findWholeChromium({ given, ...places })).toEqual({ path: given, whose: 'given' })
  expect(findWholeChromium({ given: undefined, playwrights: nowhere, candidates: [shell] })).toBeUndefined()
})
