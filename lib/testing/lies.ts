// Lies that a server may put into an honest answer. Each is small; a case combines some.
import fc from 'fast-check'
import type { Fields, AnswerJson } from './lying-server'

export type Lie = Readonly<{ does: (typeof KINDS)[number]; where: number; from: number; bits: number }>

const KINDS = [
  ...(['set', 'set', 'set', 'set', 'graft', 'graft', 'graft', 'another', 'another', 'exchange'] as const),
  ...(['flip', 'drop', 'duplicate', 'reverse', 'insert'] as const),
]

/** What a row says of itself, and a server may say otherwise. */
const CLAIMS: readonly string[] = [
  ...['id', 'rev', 'authorId', 'personId', 'coupleId', 'pageId', 'month', 'number', 'focus'],
  ...['day', 'types', 'who', 'kind', 'removed', 'withChange', 'current'],
]

export const anyLies = fc.array(
  fc.record({
    does: fc.constantFrom(...KINDS),
    where: fc.nat(),
    from: fc.nat(),
    /** Which fields a graft takes from the other row. */
    bits: fc.nat(0xffff),
  }),
  { minLength: 1, maxLength: 3 },
)

/** What a lie can draw from: rows of every room, and answers to other requests by the same contract. */
export type LiePool = Readonly<{ rows: readonly Fields[]; others: readonly AnswerJson[] }>

const isFields = (value: AnswerJson | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in an answer, the whole answer first. */
function objectsIn(value: AnswerJson): Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isFields(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}

/** Every list of objects in an answer. */
const listsIn = (value: AnswerJson): AnswerJson[][] =>
  objectsIn(value).flatMap((object) =>
    Object.values(object).filter(
      (each): each is AnswerJson[] => Array.isArray(each) && each.length > 0 && isFields(each[0]),
    ),
  )

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)]

/** The same sealed text with one character changed. */
function flip(sealed: string, where: number): string {
  const index = where % sealed.length
  return `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`
}

/** Copies fields of one row over those of another: by `bits`, and always the sealed text. */
function graft(row: Fields, from: Fields, bits: number): void {
  Object.keys(row).forEach((name, index) => {
    const value =
      from[name] ?? (name === 'personId' ? from['authorId'] : name === 'authorId' ? from['personId'] : undefined)
    if (value !== undefined && (name === 'sealed' || (bits >> index) & 1)) row[name] = structuredClone(value)
  })
}

/** Returns an answer with the lies in it. The honest one is not changed. */
export const withLies = (honest: AnswerJson, lies: readonly Lie[], pool: LiePool): AnswerJson =>
  lies.reduce((answer, lie) => withLie(answer, lie, pool), structuredClone(honest))

function withLie(answer: AnswerJson, { does, where, from, bits }: Lie, { rows, others }: LiePool): AnswerJson {
  const objects = objectsIn(answer)
  const row = pick(
    objects.filter((each) => 'sealed' in each),
    where,
  )
  const source = pick(rows, from)
  const list = pick(listsIn(answer), where)
  switch (does) {
    case 'another':
      return structuredClone(pick(others, from) ?? answer)
    case 'flip':
      if (row && typeof row['sealed'] === 'string') row['sealed'] = flip(row['sealed'], from)
      return answer
    case 'graft':
      if (row && source) graft(row, source, bits)
      return answer
    case 'set': {
      const claims = objects.flatMap((object) =>
        Object.keys(object).flatMap((name) => (CLAIMS.includes(name) ? [{ object, name }] : [])),
      )
      const claim = pick(claims, where)
      const known = [...rows, ...others.flatMap(objectsIn)].flatMap((each) => (claim && each[claim.name]) ?? [])
      const value = pick(known, from)
      if (claim && value !== undefined) claim.object[claim.name] = structuredClone(value)
      return answer
    }
    case 'exchange': {
      // a part of an answer, such as a month's closing, in place of a part of the same shape
      const shape = (object: Fields) => Object.keys(object).sort().join()
      const part = pick(objects.slice(1), where)
      const other =
        part &&
        pick(
          others.flatMap(objectsIn).filter((each) => shape(each) === shape(part)),
          from,
        )
      if (part && other) Object.assign(part, structuredClone(other))
      return answer
    }
    case 'drop':
      list?.splice(from % list.length, 1)
      return answer
    case 'duplicate':
      list?.splice(from % list.length, 0, structuredClone(pick(list, bits) ?? null))
      return answer
    case 'reverse':
      list?.reverse()
      return answer
    case 'insert': {
      const like = list && pick(list, bits)
      if (!list || !isFields(like) || !source) return answer
      const added = structuredClone(like)
      graft(added, source, 0xffff)
      list.splice(from % list.length, 0, added)
      return answer
    }
  }
}
