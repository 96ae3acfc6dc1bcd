// The five types of closeness, always in this order.

export const INTIMACY_TYPES = ['emotional', 'physical', 'intellectual', 'experiential', 'spiritual'] as const
export type IntimacyType = (typeof INTIMACY_TYPES)[number]

export const isIntimacyType = (text: string): text is IntimacyType => INTIMACY_TYPES.some((type) => type === text)

/** Reads a type's name. Throws a RangeError for any other text. */
export function parseIntimacyType(text: string): IntimacyType {
  if (!isIntimacyType(text)) throw new RangeError(`Not a type of intimacy: ${text.slice(0, 40)}`)
  return text
}

/** Sorts types into product order, each once. */
export function inProductOrder(types: Iterable<IntimacyType>): IntimacyType[] {
  const named = new Set(types)
  return INTIMACY_TYPES.filter((type) => named.has(type))
}
