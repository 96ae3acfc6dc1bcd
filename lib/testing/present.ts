// A process puts its seams and its addresses once. The test files of a worker run one after another in one process, each with its own.

/** Puts `value`, or replaces what an earlier file of this process has put under this name. */
export function putPresent<Value extends object>(name: string, value: Value, put: (value: Value) => unknown): void {
  const key = Symbol.for(`fivefold.present.${name}`)
  const host = globalThis as unknown as Record<symbol, { present: Value } | undefined>
  const held = host[key]
  if (held) {
    held.present = value
    return
  }
  const holder = (host[key] = { present: value })
  put(new Proxy({} as Value, { get: (_, property) => Reflect.get(holder.present, property) as unknown }))
}
