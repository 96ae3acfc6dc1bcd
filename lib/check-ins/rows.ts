import 'server-only'
import { INTIMACY_TYPES, type IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Closeness, Step } from './contract'
import { STEPS } from './steps'

type TypeColumn = `${IntimacyType}${'Now' | 'Wish'}`
type CheckInRow = { now: number; wish: number } & Record<TypeColumn, number | null>

/** The columns of an answer. */
export const answerColumns = {
  now: true,
  wish: true,
  emotionalNow: true,
  emotionalWish: true,
  physicalNow: true,
  physicalWish: true,
  intellectualNow: true,
  intellectualWish: true,
  experientialNow: true,
  experientialWish: true,
  spiritualNow: true,
  spiritualWish: true,
} as const

/** Makes an answer of its row. */
export function closenessOf(row: CheckInRow): Closeness {
  const typeAnswerOf = (type: IntimacyType): Closeness['types'][IntimacyType] => {
    const [now, wish] = [row[`${type}Now`], row[`${type}Wish`]]
    return now === null ? null : { now: stepOf(now), wish: wish === null ? null : stepOf(wish) }
  }
  const types = {
    emotional: typeAnswerOf('emotional'),
    physical: typeAnswerOf('physical'),
    intellectual: typeAnswerOf('intellectual'),
    experiential: typeAnswerOf('experiential'),
    spiritual: typeAnswerOf('spiritual'),
  }
  return { now: stepOf(row.now), wish: stepOf(row.wish), types }
}

/** Makes the columns of an answer. */
export function rowOf({
  now,
  wish,
  types: { emotional, physical, intellectual, experiential, spiritual },
}: Closeness): CheckInRow {
  return {
    now,
    wish,
    emotionalNow: emotional?.now ?? null,
    emotionalWish: emotional?.wish ?? null,
    physicalNow: physical?.now ?? null,
    physicalWish: physical?.wish ?? null,
    intellectualNow: intellectual?.now ?? null,
    intellectualWish: intellectual?.wish ?? null,
    experientialNow: experiential?.now ?? null,
    experientialWish: experiential?.wish ?? null,
    spiritualNow: spiritual?.now ?? null,
    spiritualWish: spiritual?.wish ?? null,
  }
}

/** Whether two answers are equal, type by type. */
export const sameCloseness = (a: Closeness, b: Closeness): boolean =>
  a.now === b.now &&
  a.wish === b.wish &&
  INTIMACY_TYPES.every(
    (type) => a.types[type]?.now === b.types[type]?.now && a.types[type]?.wish === b.types[type]?.wish,
  )

function stepOf(value: number): Step {
  const step = STEPS.find((known) => known === value)
  if (!step) throw new Error('A step in the database is outside 1 to 7.')
  return step
}
