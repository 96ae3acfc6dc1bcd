// The five kinds of closeness, always in this order.
import * as z from 'zod/mini'

export const INTIMACY_TYPES = ['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'] as const
export type IntimacyType = (typeof INTIMACY_TYPES)[number]

export const isIntimacyType = (text: string): text is IntimacyType => INTIMACY_TYPES.some((type) => type === text)

/** The type of that name; throws a RangeError for any other text. */
export function parseIntimacyType(text: string): IntimacyType {
  if (!isIntimacyType(text)) throw new RangeError(`Not a type of intimacy: ${text.slice(0, 40)}`)
  return text
}

/** The same types, each once, in the order in which they always stand. */
export function inProductOrder(types: Iterable<IntimacyType>): IntimacyType[] {
  const named = new Set(types)
  return INTIMACY_TYPES.filter((type) => named.has(type))
}

export const intimacyTypeSchema = z.enum(INTIMACY_TYPES)

/**
 * A list of types, each known, none twice, in product order: a sealed text names them byte for byte, so there is one way to write
 * a list. It may be empty.
 */
export const intimacyTypesSchema = z.array(intimacyTypeSchema).check(
  z.maxLength(INTIMACY_TYPES.length),
  z.refine((types) => types.join() === inProductOrder(types).join(), 'Name each type once, in their order.'),
)
