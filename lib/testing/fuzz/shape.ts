// The parts of a contract's schema, for tests that read every field of every contract.
import type * as z from 'zod/mini'

export type Schema = z.ZodMiniType

/** What zod keeps of a schema, as far as contracts use it. */
type Shape = Readonly<{
  type: string
  shape?: Readonly<Record<string, Schema>>
  innerType?: Schema
  element?: Schema
  options?: readonly Schema[]
  values?: readonly unknown[]
  entries?: Readonly<Record<string, string>>
}>

export const shapeOf = (schema: Schema): Shape => schema._zod.def as unknown as Shape

/** A schema, and those that it was made of by adding checks. */
export function withOrigins(schema: Schema): Schema[] {
  const origins = [schema]
  for (let made = schema._zod.parent as Schema | undefined; made; made = made._zod.parent as Schema | undefined)
    origins.push(made)
  return origins
}

/** The least and the greatest number that checks of a kind allow, such as `greater_than`. */
export function boundsOf(schema: Schema): Readonly<{ least: number; greatest: number }> {
  const { minimum, maximum, minLength, maxLength } = (schema._zod.bag ?? {}) as Record<string, number | undefined>
  return { least: minimum ?? minLength ?? 0, greatest: maximum ?? maxLength ?? 2_000_000_000 }
}

export type Leaf = Readonly<{ path: string; name: string; schema: Schema }>

/** Every field of a schema that holds no other fields, with its path: `entries[].sealed`. */
export function leavesOf(schema: Schema, path = ''): Leaf[] {
  const { shape, innerType, element, options, type } = shapeOf(schema)
  if (shape)
    return Object.entries(shape).flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`))
  if (innerType) return leavesOf(innerType, path)
  if (element) return leavesOf(element, `${path}[]`)
  if (options && type === 'union') return options.flatMap((option) => leavesOf(option, path))
  return [{ path, name: path.replace(/\[\]/g, '').replace(/^.*\./, ''), schema }]
}
