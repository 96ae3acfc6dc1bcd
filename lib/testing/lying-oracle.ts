// Says what is false in something that a device shows or signs, from what was written and what was asked for alone.
import { decryptWith } from '@/lib/vault/age-file'
import { openFloors } from '@/lib/vault/floors'
import { readInner, REMOVED, unframe } from '@/lib/vault/text-frame'
import type { Vault } from '@/lib/vault/vault'
import type { Fields } from './lying-server'
import { marksIn, type GenuineText, type LyingWorld } from './lying-world'
import type { ShownPart, Wish } from './asking'

/** Where a shown row repeats what its text says of itself, by the name of its field. */
const REPEATED: Readonly<Record<string, (text: GenuineText) => unknown>> = {
  id: ({ id }) => id,
  rev: ({ rev }) => rev,
  authorId: ({ author }) => author,
  personId: ({ author }) => author,
  coupleId: ({ couple }) => couple,
  pageId: ({ meta }) => meta['page'],
  planId: ({ meta }) => meta['plan'],
  ...Object.fromEntries(
    ['day', 'types', 'who', 'kind', 'number', 'focus'].map((name) => [name, ({ meta }: GenuineText) => meta[name]]),
  ),
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isOpened = (value: unknown): boolean => (value as { is?: unknown } | null)?.is === 'text'

/** A row without its text, if it shows one: `opened`, or the small change of a month's closing. */
function readShown(row: Fields): { text: unknown; fields: Fields } | null {
  const { opened, change, ...fields } = row
  if (isOpened(opened)) return { text: opened, fields }
  return isOpened(change) ? { text: change, fields } : null
}

/** Why a text is no answer to what was asked for. */
function strays({ me, couple, partner }: LyingWorld, wish: Wish, text: GenuineText): string[] {
  const isReader = text.author === me.uid || (text.couple === couple && text.author === partner)
  return [
    ...(text.magic === wish.magic ? [] : ['kind']),
    ...((wish.couple === 'any' ? text.couple !== null : text.couple === wish.couple) ? [] : ['couple']),
    ...(isReader && (wish.author === undefined || wish.author === text.author) ? [] : ['author']),
    ...(wish.id === undefined || wish.id === text.id ? [] : ['id']),
    ...Object.entries(wish.about ?? {}).flatMap(([name, value]) => (isSame(text.meta[name], value) ? [] : [name])),
  ]
}

/** What is false in what a device shows. `texts` are all that were ever written. */
export function findFalse(world: LyingWorld, texts: readonly GenuineText[], { value, wish }: ShownPart): string[] {
  const seen = new Set<number>()
  return (value as Fields[]).flatMap((row) => {
    const shown = row && readShown(row)
    if (!shown) return marksIn(row).map((mark) => `«${mark}» in a row that is not open`)
    const [mark = -1] = marksIn(shown.text)
    const text = texts.find((each) => each.mark === mark)
    if (!text) return marksIn(shown.text).length > 0 ? ['words that nobody wrote'] : []
    const newest = texts.filter(({ id, author, magic, couple }) =>
      isSame([id, author, magic, couple], [text.id, text.author, text.magic, text.couple]),
    )
    const parts = (row['parts'] ?? []) as { personId: string }[]
    const wrong = [
      ...strays(world, wish, text),
      ...Object.entries(REPEATED).flatMap(([name, read]) =>
        shown.fields[name] !== undefined && read(text) !== undefined && !isSame(shown.fields[name], read(text))
          ? [name]
          : [],
      ),
      ...(shown.fields['removed'] === true ? ['removed'] : []),
      ...(seen.has(mark) ? ['twice'] : []),
      ...(wish.days && (String(text.meta['day']) < wish.days[0] || String(text.meta['day']) > wish.days[1])
        ? ['days']
        : []),
      ...(text.meta['who'] === 'me' && parts.some(({ personId }) => personId !== text.author) ? ['parts'] : []),
      ...(!wish.anyVersion && newest.some(({ rev }) => rev > text.rev) ? ['an earlier version'] : []),
    ]
    seen.add(mark)
    return wrong.map((name) => `${name} of «${mark}»`)
  })
}

/** Reads a text that the device sealed, as its own vault can. */
export async function readSigned(vault: Vault, sealed: string): Promise<GenuineText> {
  const { magic, json } = unframe(await decryptWith(vault.keyring.enc, sealed))
  const { id, rev, author, pair: couple, meta, body } = readInner(json)
  const [mark = null] = marksIn(body)
  return { magic: magic as GenuineText['magic'], id, rev, author, couple, meta, sealed, mark, addedAt: '' }
}

/** What is false in something that the device signed: another thing than asked for, or a version out of the order. */
export function findWronglySigned(
  world: LyingWorld,
  texts: readonly GenuineText[],
  wish: Wish,
  signed: GenuineText,
): string[] {
  const isMarker = signed.mark === null && (signed.magic as string) === REMOVED
  const asked = strays(world, wish, isMarker ? { ...signed, magic: wish.magic } : signed)
  const before = texts.filter(
    ({ id, magic, author }) => id === signed.id && magic === wish.magic && author === signed.author,
  )
  const highest = Math.max(0, ...before.map(({ rev }) => rev))
  return [...asked, ...(signed.rev > highest + 1 ? ['rev'] : [])].map((name) => `signed ${name}`)
}

/** Floors that are higher than any version that was ever written. */
export async function findPoisonedFloors(
  vault: Vault,
  sealed: string | null,
  texts: readonly GenuineText[],
): Promise<string[]> {
  if (sealed === null) return []
  const { rows } = await openFloors(vault, sealed)
  return [...rows].flatMap(([key, floor]) => {
    const [author, id] = key.split('/').slice(-2)
    const highest = Math.max(
      0,
      ...texts.filter((text) => text.id === id && text.author === author).map(({ rev }) => rev),
    )
    return floor > highest ? [`floor ${key}`] : []
  })
}
