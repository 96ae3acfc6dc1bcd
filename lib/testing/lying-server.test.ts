// A server that lies in its answers: whatever it answers, a device shows and signs nothing that is false.
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { readEnv } from '@/lib/env'
import { makeCall } from '@/lib/http/call'
import { problems } from '@/lib/http/problem'
import { parseZone } from '@/lib/time/zone'
import { randomUuid, type Blob64 } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import { sourceFiles } from '@/scripts/source-files'
import { fetchReplies, fetchSharedPage, fetchSharedPages } from '@/lib/journal/sharing'
import { fetchMonth } from '@/lib/months/device'
import { parseMonth } from '@/lib/time/month'
import { anyLies, withLies, type LiePool } from './lies'
import { findFalse, findPoisonedFloors, findWronglySigned, readSigned } from './lying-oracle'
import { honestAnswer, readWanted, rowOf, type AnswerJson, type Fields } from './lying-server'
import { makeLyingWorld, marksIn, words, type GenuineText, type LyingWorld } from './lying-world'
import type { Asking, OpenerCase, ShownPart } from './asking'
import { openerCases } from './opener-cases'
import { senderCases } from './sender-cases'

/** How many cases in all: `npm run tamper` does ten times as many. */
const CASES = readEnv().TAMPER_CASES ?? 500

let world: LyingWorld
let rows: readonly Fields[]
let seenFloors: Blob64 | null = null

const cases: Readonly<Record<string, OpenerCase>> = { ...openerCases, ...senderCases }
const names = Object.keys(cases)
const caseOf = (name: string): OpenerCase => cases[name] ?? expect.fail(name)

/** Puts a lie into an honest answer. */
type Lying = (honest: AnswerJson, pool: LiePool) => AnswerJson

type Outcome = Readonly<{ shown: readonly ShownPart[]; error: unknown; wrong: readonly string[] }>

/** Asks for something on a device that has seen the newest version of everything. */
async function ask(make: OpenerCase, choice: number, lie: Lying | null): Promise<Outcome> {
  const store = await openStore(randomUuid())
  if (seenFloors) await store.keepFloors(world.me.uid, seenFloors, null)
  const sealedTexts: string[] = []
  let left = choice
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[left % items.length]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    left = Math.floor(left / 2) + 7
    return item
  }
  let mark = 100_000
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const { contract, wanted } = readWanted(String(url), init)
    const entries = (wanted['entries'] ?? []) as Fields[]
    for (const value of [wanted['sealed'], ...entries.map(({ sealed }) => sealed)])
      if (typeof value === 'string') sealedTexts.push(value)
    const honest = honestAnswer(world, contract, wanted)
    // what the server knows besides: the same and other requests, answered with more than it may
    const subjects = world.texts.filter((_, index) => index % 9 === choice % 9).map(({ id }) => id)
    const others = (['newest', 'first'] as const).flatMap((tellsAll) =>
      [
        ...[wanted, { ...wanted, coupleId: world.former }, { ...wanted, coupleId: world.couple }],
        ...world.months.flatMap((month) => ('month' in wanted ? [{ ...wanted, month }] : [])),
        ...subjects.map((id) => ({ ...wanted, id, pageId: id, momentId: id })),
      ]
        .map((other) => honestAnswer(world, contract, other, tellsAll))
        .filter((answer) => answer !== null && !('refused' in (answer as Fields))),
    )
    const answer = (lie ? lie(honest, { rows, others }) : honest) as Fields
    const code = answer['refused'] as keyof typeof problems | undefined
    if (code === undefined) return Response.json(answer)
    return Response.json({ code, current: answer['current'] }, { status: problems[code][0] })
  }
  const device = {
    call: makeCall({ base: '', fetch: fetch as typeof globalThis.fetch }),
    store,
    now: () => new Date('2026-11-24T12:00:00.000Z'),
    present: () => new Date('2026-11-24T12:00:00.000Z'),
    zone: () => parseZone('Europe/Lisbon'),
  } as unknown as Device
  const asking: Asking = { device, world, pick, type: () => words(mark++) }
  const { run, signs } = make(asking)
  let shown: readonly ShownPart[] = []
  let error: unknown = null
  try {
    shown = await run()
  } catch (thrown) {
    error = thrown
  }
  const signed: GenuineText[] = []
  for (const sealed of sealedTexts) signed.push(await readSigned(world.me, sealed))
  const texts = [...world.texts, ...signed.map((text) => ({ ...text, magic: signs?.magic ?? text.magic }))]
  const wrong = [
    ...shown.flatMap((part) => findFalse(world, texts, part)),
    ...signed.flatMap((text, index) => {
      if (!signs) return ['signed without being asked']
      return findWronglySigned(world, [...world.texts, ...signed.slice(0, index)], signs, text)
    }),
    ...(await findPoisonedFloors(world.me, await store.floors(world.me.uid), texts)),
  ]
  if (!lie && !signs) seenFloors = await store.floors(world.me.uid)
  store.close()
  return { shown, error, wrong }
}

beforeAll(async () => {
  world = await makeLyingWorld()
  rows = world.texts.map((text) => rowOf(world, text))
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
  test.each(names)(`makes %s show and sign nothing false, in ${each} cases`, { timeout: 600_000 }, async (name) => {
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
  })
})

/** Expects that a lie shows none of the words that it brings, and nothing false. */
async function expectRefused(make: OpenerCase, lie: Lying): Promise<void> {
  const { shown, wrong } = await ask(make, 0, lie)
  expect(wrong).toEqual([])
  expect(marksIn(shown.map(({ value }) => value))).toEqual([])
}

const textsOf = (magic: string, couple: string, fits: (text: GenuineText) => boolean = () => true) =>
  world.texts.filter((text) => text.magic === magic && text.couple === couple && text.rev === 2 && fits(text))
const listOf = (texts: readonly GenuineText[], more: Fields = {}): AnswerJson => ({
  rows: [...texts].reverse().map((text) => ({ ...rowOf(world, text), ...more })),
  next: null,
})

describe('a device refuses', () => {
  const replies =
    (page: string): OpenerCase =>
    ({ device }) => ({
      run: async () => [
        {
          value: (await fetchReplies(device, world.me, { id: page, coupleId: world.couple })).rows,
          wish: { magic: 'fivefold-reply/v1', couple: world.couple, about: { page } },
        },
      ],
    })
  const closing =
    (part: 'closing' | 'before'): OpenerCase =>
    ({ device }) => ({
      run: async () => {
        const [, before, month] = world.months
        const opened = await fetchMonth(device, world.me, { coupleId: world.couple, month: parseMonth(month) })
        const about = { month: part === 'before' ? before : month }
        const value = [part === 'before' ? opened.before?.closing : opened.closing]
        return [{ value, wish: { magic: 'fivefold-change/v1', couple: world.couple, about } }]
      },
    })
  const changed =
    (change: (month: Record<string, Fields>) => void): Lying =>
    (honest) => {
      const answer = structuredClone(honest)
      change(answer as Record<string, Fields>)
      return answer
    }

  test.each([true, false])('a reply under another page (it says that it is to this one: %s)', async (says) => {
    const [page, other] = textsOf('fivefold-entry/v1', world.couple)
    const theirs = textsOf('fivefold-reply/v1', world.couple, ({ meta }) => meta['page'] === other?.id)
    expect(theirs.length).toBeGreaterThan(0)
    const more = says ? { pageId: page?.id ?? '' } : {}
    await expectRefused(replies(page?.id ?? ''), () => listOf(theirs, more))
  })

  test.each([true, false])('another page than was asked for (it has its id: %s)', async (says) => {
    const [page, other] = textsOf('fivefold-entry/v1', world.couple)
    if (!page || !other) throw new Error('The world has too few pages.')
    const fetched: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: [await fetchSharedPage(device, world.me, page.id)],
          wish: { magic: page.magic, couple: 'any', id: page.id },
        },
      ],
    })
    await expectRefused(fetched, () => ({ ...rowOf(world, other), ...(says && { id: page.id }) }))
  })

  test('the closing of another month as that of the month before', async () => {
    const [first, second] = world.months
    const ofFirst = (pool: LiePool) =>
      pool.others.flatMap((answer) => {
        const { before } = answer as Record<string, Fields | null>
        return before?.['month'] === first ? [before] : []
      })[0] ?? expect.fail('no such answer')
    for (const month of [first, second])
      await expectRefused(closing('before'), (honest, pool) => ({
        ...(honest as Fields),
        before: { ...ofFirst(pool), month },
      }))
  })

  test('a closing by the other person', async () => {
    for (const name of ['closing', 'before'] as const) {
      const swap = (closed: Fields) => (closed['personId'] = world.me.uid)
      const partOf = (month: Record<string, Fields>) =>
        (name === 'closing' ? month['closing'] : month['before']?.['closing']) as Fields
      await expectRefused(
        closing(name),
        changed((month) => swap(partOf(month))),
      )
      const withAuthor = changed((month) => {
        swap(partOf(month))
        ;(partOf(month)['change'] as Fields)['authorId'] = world.me.uid
      })
      await expectRefused(closing(name), withAuthor)
    }
  })

  test('the page of a former partner as one of the present couple', async () => {
    const listed: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: (await fetchSharedPages(device, world.me, { coupleId: world.couple })).rows,
          wish: { magic: 'fivefold-entry/v1', couple: world.couple },
        },
      ],
    })
    const theirs = textsOf('fivefold-entry/v1', world.former, ({ author }) => author !== world.me.uid)
    expect(theirs.length).toBeGreaterThan(0)
    for (const more of [
      {},
      { coupleId: world.couple },
      { authorId: world.partner },
      { coupleId: world.couple, authorId: world.partner },
    ])
      await expectRefused(listed, () => listOf(theirs, more))
    // nor where the server says that the former couple is the present one
    const former: OpenerCase = ({ device }) => ({
      run: async () => [
        {
          value: (await fetchSharedPages(device, world.me, { coupleId: world.former })).rows,
          wish: { magic: 'fivefold-entry/v1', couple: world.former },
        },
      ],
    })
    await expectRefused(former, () => listOf(theirs))
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
