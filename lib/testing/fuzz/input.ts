// Makes what a contract takes, from its schemas: values of the right shape, at the bounds of what is allowed.
import type { Dice } from './dice'
import { boundsOf, shapeOf, type Schema } from './shape'
import { makeText } from './texts'

/** Chooses a value of a field by its name, such as an id of a saved row; undefined to make one. */
export type Choose = (name: string) => unknown

const OMIT = 0.4
const NULL = 0.3
const TRIES = 30

/** Makes a value that a schema takes. Throws where a field has a text of no known kind, or its rules are never met. */
export function makeInput(schema: Schema, dice: Dice, choose: Choose, path = 'input'): unknown {
  for (let tries = 0; tries < TRIES; tries++) {
    const value = make(schema, dice, choose, path)
    if (schema.safeParse(value).success) return value
  }
  throw new Error(
    `The fuzz can't make ${path}: add a text to lib/testing/fuzz/texts.ts, or a rule to lib/testing/fuzz/rules.ts.`,
  )
}

function make(schema: Schema, dice: Dice, choose: Choose, path: string): unknown {
  const { type, shape, innerType, element, options, values, entries } = shapeOf(schema)
  const name = path.replace(/\[\]$/, '').replace(/^.*\./, '')
  if (shape) {
    const fields: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(shape)) {
      const chosen = choose(key)
      const value =
        chosen !== undefined && inner.safeParse(chosen).success ? chosen : make(inner, dice, choose, `${path}.${key}`)
      if (value !== undefined) fields[key] = value
    }
    return fields
  }
  if (type === 'optional' && innerType) return dice.chance(OMIT) ? undefined : make(innerType, dice, choose, path)
  if (type === 'nullable' && innerType) return dice.chance(NULL) ? null : make(innerType, dice, choose, path)
  if (type === 'array' && element) return makeList(schema, element, dice, choose, path)
  if (type === 'union' && options) return make(dice.pick(options), dice, choose, path)
  if (values) return dice.pick(values)
  if (entries) return dice.pick(Object.values(entries))
  if (type === 'boolean') return dice.chance(0.5)
  if (type === 'number') {
    const { least, greatest } = boundsOf(schema)
    return dice.pick([least, greatest, least + dice.int(Math.min(8, greatest - least + 1)), least + 1])
  }
  if (type === 'string') return makeText(schema, dice)
  throw new Error(`The fuzz knows no ${type}, as in ${path} (${name}): add it to lib/testing/fuzz/input.ts.`)
}

/** A list without repetition and in the order of its choices, which is what lists of types and weekdays ask for. */
function makeList(schema: Schema, element: Schema, dice: Dice, choose: Choose, path: string): unknown[] {
  const { entries, options } = shapeOf(element)
  const choices = entries
    ? Object.values(entries)
    : options?.every((option) => shapeOf(option).values)
      ? options.flatMap((option) => [...(shapeOf(option).values ?? [])])
      : null
  if (choices) return choices.filter(() => dice.chance(0.4))
  const { least, greatest } = boundsOf(schema)
  const count = dice.chance(0.02) ? greatest : least + dice.int(Math.min(4, greatest - least + 1))
  return Array.from({ length: Math.min(count, 100) }, () => make(element, dice, choose, `${path}[]`))
}
