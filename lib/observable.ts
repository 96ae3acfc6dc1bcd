/** Something that changes. `subscribe` returns the function that stops it, as React's `useSyncExternalStore` expects. */
export type Changes = Readonly<{ subscribe: (listener: () => void) => () => void; notify: () => void }>

/** Listeners alone, for a value that is stored elsewhere. A listener may unsubscribe while it is called. */
export function changes(): Changes {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    notify: () => {
      for (const listener of [...listeners]) listener()
    },
  }
}

/** A value and its listeners. `get` returns the same object until `set` is called. */
export type Observable<T> = Readonly<{ get: () => T; set: (next: T) => void; subscribe: Changes['subscribe'] }>

export function observable<T>(initial: T): Observable<T> {
  const { subscribe, notify } = changes()
  let value = initial
  return {
    get: () => value,
    set: (next) => {
      value = next
      notify()
    },
    subscribe,
  }
}
