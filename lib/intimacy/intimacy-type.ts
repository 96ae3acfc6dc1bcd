// The five kinds of closeness, always in this order.

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
