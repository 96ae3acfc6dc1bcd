// What a server holds of one person: their pages, and the texts of two couples, the present one and a former one, each
// text in two versions. All of it is sealed by real vaults. Each text holds a number of its own, so that a test can tell
// which text a device showed.
import { settleCouple } from '@/lib/vault/pairing'
import { paired, somebody, withKeyring } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import type { JsonObject } from '@/lib/vault/strict-json'
import type { Magic, Meta } from '@/lib/vault/text-frame'
import type { Vault } from '@/lib/vault/vault'

/** A version of a text, with everything that it says of itself. `couple` is null for a private one. */
export type GenuineText = Readonly<{
  magic: Magic
  id: string
  rev: number
  author: string
  couple: string | null
  meta: Meta
  sealed: string
  /** The number in its words; null for a marker. */
  mark: number | null
  addedAt: string
}>

type People = Readonly<{ couple: string; me: Vault; other: Vault }>

export type LyingWorld = Readonly<{
  me: Vault
  couple: string
  former: string
  partner: string
  texts: readonly GenuineText[]
  /** Three months, the last one last. */
  months: readonly [string, string, string]
}>

/** The words of a text with this number. */
export const words = (mark: number): string => `Words «${mark}».`

/** The numbers of all texts in something that a device shows. */
export const marksIn = (shown: unknown): number[] =>
  [...JSON.stringify(shown ?? null).matchAll(/«(\d+)»/g)].map(([, mark]) => Number(mark))

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as const

/** Makes the world. It takes about a second. */
export async function makeLyingWorld(): Promise<LyingWorld> {
  const first = await paired(await somebody(), await somebody())
  const parted = await withKeyring(first.a, settleCouple(first.a.keyring, null))
  const now = await paired(parted, await somebody())
  const couples: readonly People[] = [
    { couple: now.pair, me: now.a, other: now.b },
    { couple: first.pair, me: first.a, other: first.b },
  ]
  const texts: GenuineText[] = []
  const nextTime = () => new Date(Date.UTC(2026, 10, 23, 12, 0, texts.length)).toISOString()
  const months = ['2026-09', '2026-10', '2026-11'] as const

  type Writing = Readonly<{
    by: Vault
    magic: Magic
    couple: string | null
    meta: Meta
    body?: (words: string) => JsonObject
  }>

  /** Writes versions of one row; the last is a marker where `removed`. */
  async function write(
    { by, magic, couple, meta, body = (text) => ({ text }) }: Writing,
    { versions = 2, removed = false, id = randomUuid() } = {},
  ): Promise<string> {
    const addedAt = nextTime()
    for (let rev = 1; rev <= versions; rev++) {
      const audience =
        couple === null ? ({ visibility: 'private' } as const) : ({ visibility: 'shared', pair: couple } as const)
      const isMarker = removed && rev === versions
      const mark = isMarker ? null : texts.length + 1
      const known = {
        id,
        rev,
        meta: isMarker && magic !== 'fivefold-reply/v1' ? { ...meta, types: [] } : meta,
        ...audience,
      }
      const sealed =
        mark === null ? await sealRemoved(by, known) : await sealText(by, { ...known, magic, body: body(words(mark)) })
      texts.push({ magic, id, rev, author: by.uid, couple, meta: known.meta, sealed, mark, addedAt })
    }
    return id
  }

  for (const day of DAYS.slice(0, 3))
    await write({ by: now.a, magic: 'fivefold-entry/v1', couple: null, meta: { types: [], day, kind: 'reflection' } })
  for (const { couple, me, other } of couples) {
    for (const [index, by] of [me, other].entries()) {
      const page = { magic: 'fivefold-entry/v1', couple, body: (text: string) => ({ text, wants: 'listen' }) } as const
      const meta = { types: ['emotional'], day: DAYS[index] ?? DAYS[0], kind: 'reflection' }
      const pages = [await write({ ...page, by, meta }), await write({ ...page, by, meta })]
      await write({ ...page, by, meta }, { removed: true })
      for (const pageId of pages)
        for (const writer of [me, other])
          await write({ by: writer, magic: 'fivefold-reply/v1', couple, meta: { page: pageId, day: DAYS[2] } })
      await write(
        { by, magic: 'fivefold-reply/v1', couple, meta: { page: pages[0] ?? '', day: DAYS[2] } },
        { removed: true },
      )
      const moment = { types: ['physical'], day: DAYS[3], who: index === 0 ? 'me' : 'both' }
      await write({ by, magic: 'fivefold-moment/v1', couple, meta: moment })
      await write({ by, magic: 'fivefold-moment/v1', couple, meta: moment }, { removed: true })
      for (const month of months) {
        const body = (text: string) => ({ closer: text, way: '', more: '' })
        await write({ by, magic: 'fivefold-month/v1', couple, meta: { month }, body })
        const change = { month, number: index + 1, focus: 'emotional' }
        await write({ by, magic: 'fivefold-change/v1', couple, meta: change }, { versions: 1 })
      }
    }
    for (const [magic, subject] of [
      ['fivefold-meaning/v1', 'ritual'],
      ['fivefold-line/v1', 'plan'],
    ] as const)
      for (const id of [randomUuid(), randomUuid()])
        for (const by of [me, other]) await write({ by, magic, couple, meta: { [subject]: id } })
  }
  return { me: now.a, couple: now.pair, former: first.pair, partner: now.b.uid, texts, months }
}
