// A server that lies in its answers: whatever it answers, a device shows and signs nothing that is false.
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '@/lib/env'
import { sourceFiles } from '@/scripts/source-files'
import type { OpenerCase } from './asking'
import { times } from './full-counts'
import { anyLies, withLies } from './lies'
import { makeLyingAsker, type LyingAsker } from './lying-asker'
import { marksIn } from './lying-world'
import { openerCases } from './opener-cases'
import { senderCases } from './sender-cases'
import { reportFigure } from './soak/figure'

/** How many cases in all; `npm run tamper` names its own number. */
const CASES = readEnv().TAMPER_CASES ?? times(1000, 100)

const cases: Readonly<Record<string, OpenerCase>> = { ...openerCases, ...senderCases }
const names = Object.keys(cases)
const caseOf = (name: string): OpenerCase => cases[name] ?? expect.fail(name)

let ask: LyingAsker['ask']
beforeAll(async () => {
  ;({ ask } = await makeLyingAsker())
})

/** Cases that show no words. */
const silent = [
  ...Object.keys(senderCases).filter((name) => /^(take|remove|let|sendP|sendA|sendF|sendM|sendL)/.test(name)),
]

describe('an honest server', () => {
  // the version that this device sealed is not the server's
  test.each(names.filter((name) => name !== 'openOwnVersion'))('is believed by %s', async (name) => {
    let marks = 0
    for (let choice = 0; choice < 12; choice++) {
      const { shown, error, wrong } = await ask(caseOf(name), choice * 5, null)
      const isOfFormer = (error as { code?: string } | null)?.code === 'not-found'
      if (!isOfFormer) expect(error).toBeNull()
      expect(wrong).toEqual([])
      marks += marksIn(shown.map(({ value }) => value)).length
    }
    if (!silent.includes(name)) expect(marks).toBeGreaterThan(0)
  })
})

describe('a server that lies', () => {
  const each = Math.ceil(CASES / names.length)
  let refused = 0
  let asked = 0
  test.each(names)(`makes %s show and sign nothing false, in ${each} cases`, async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), anyLies, async (choice, lies) => {
        const { shown, error, wrong } = await ask(caseOf(name), choice, (honest, pool) => withLies(honest, lies, pool))
        asked += 1
        if (error !== null || JSON.stringify(shown).includes('"failed"')) refused += 1
        expect(wrong).toEqual([])
      }),
      { numRuns: each },
    )
  })

  test('is caught in most cases', () => {
    expect(asked).toBeGreaterThanOrEqual(CASES)
    expect(refused / asked).toBeGreaterThan(0.5)
    reportFigure('tamper', asked, `${refused} refused outright`)
  })
})

describe('the cases', () => {
  const root = path.join(import.meta.dirname, '../..')
  const openers = ['openRows', 'openSingleRow', 'openRow', 'openText', 'openPersonalTexts', 'personalTextKeeping']

  test('hold every function of a room that opens what a server answers', () => {
    const found = sourceFiles(root)
      .filter((file) => /^lib\/(?!device\/|vault\/|testing\/)[^/]+\/[^.]+\.ts$/.test(file))
      .flatMap((file) => exportedOpeners(readFileSync(path.join(root, file), 'utf8'), openers))
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter((name) => !(name in cases))).toEqual([])
  })
})

/** The exported functions of a file that call an opener, also through functions of the file that are not exported. */
function exportedOpeners(source: string, openers: readonly string[]): string[] {
  const declarations = source
    .split(/^(?=export |(?:async )?function |const )/m)
    .map((text) => ({ text, name: /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text)?.[1] ?? '' }))
    .filter(({ name }) => name !== '')
  const known = new Set(openers)
  for (let grown = true; grown; ) {
    grown = false
    for (const { name, text } of declarations) {
      if (
        known.has(name) ||
        !text
          .slice(text.indexOf(name) + name.length)
          .match(/\w+/g)
          ?.some((word) => known.has(word))
      )
        continue
      if (text.startsWith('export ') && !openers.includes(name)) continue
      known.add(name)
      grown = true
    }
  }
  return declarations
    .filter(({ text }) => text.startsWith('export '))
    .filter(({ name, text }) =>
      text
        .slice(text.indexOf(name) + name.length)
        .match(/\w+/g)
        ?.some((word) => known.has(word)),
    )
    .map(({ name }) => name)
}
