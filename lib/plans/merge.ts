// Two people edit one row at the same time. Each edit is a few named fields, made from the version that was read. The
// partner's edits of other fields stay; a field that both set to different values goes back to the person whose edit
// arrived second.

type Comparison = (a: unknown, b: unknown) => boolean
const same: Comparison = (a, b) => JSON.stringify(a) === JSON.stringify(b)

const keysOf = <T extends object>(fields: T): (keyof T)[] => Object.keys(fields) as (keyof T)[]

/** The fields of `now` that differ from `before`, by value. */
export function changesFrom<T extends object>(before: T, now: Partial<T>): Partial<T> {
  const changes: Partial<T> = {}
  for (const key of keysOf(now as T)) if (!same(before[key], now[key])) changes[key] = now[key] as T[keyof T]
  return changes
}

/** What is still to be sent of the person's changes, and the fields that both set to different values. */
export type MergeResult<T> = Readonly<{ patch: Partial<T>; collisions: readonly (keyof T)[] }>

/**
 * Rebases `mine`, which are changes to `before`, on the current row. A field that the partner did not change goes into
 * the patch. A field that has the wanted value already needs nothing. A field that both set to different values is a
 * collision.
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
