// Two people change one thing at once. Each change is a few named fields, made from the version that its author read; what the other
// changed meanwhile stays, and only a field that both changed to something else is put before whoever came second.

type Comparison = (a: unknown, b: unknown) => boolean
const same: Comparison = (a, b) => JSON.stringify(a) === JSON.stringify(b)

const keysOf = <T extends object>(fields: T): (keyof T)[] => Object.keys(fields) as (keyof T)[]

/** The fields of `now` that differ from `before`. */
export function changesFrom<T extends object>(before: T, now: Partial<T>): Partial<T> {
  const changes: Partial<T> = {}
  for (const key of keysOf(now as T)) if (!same(before[key], now[key])) changes[key] = now[key] as T[keyof T]
  return changes
}

/** What is still to be sent of my changes, and the fields in which the other and I want two different things. */
export type MergeResult<T> = Readonly<{ patch: Partial<T>; collisions: readonly (keyof T)[] }>

/**
 * My changes to `before`, on top of what stands by now. A field that the other left alone takes mine; one that already is as I want
 * it needs nothing; one that both changed otherwise collides and is in neither.
 */
export function mergeChanges<T extends object>(before: T, mine: Partial<T>, current: T): MergeResult<T> {
  const patch: Partial<T> = {}
  const collisions: (keyof T)[] = []
  for (const key of keysOf(mine as T)) {
    if (same(current[key], mine[key])) continue
    if (same(current[key], before[key])) patch[key] = mine[key] as T[keyof T]
    else collisions.push(key)
  }
  return { patch, collisions }
}
