// What *Hide* removes on a page that has no open journal, and so neither lib/vault/store.ts nor what that loads.

/** Ways to remove what opens journals on this device, from a database that store.ts made; it is never made here. */
export type KeptWraps = Readonly<{
  /** Begun before this returns. Whatever fails here is done on the next page of one's own, before anything else. */
  forget: () => void
  close: () => void
}>

/** Opens what is there, so that forgetting needn't wait when a page is being left. */
export function keptWraps(name = 'fivefold'): KeptWraps {
  let db: IDBDatabase | null = null
  const open = (then: (found: IDBDatabase) => void) => {
    let asked: IDBOpenDBRequest
    try {
      asked = indexedDB.open(name)
    } catch {
      return // a browser that keeps nothing has nothing to forget
    }
    // nobody opened a journal here yet: nothing is made
    asked.onupgradeneeded = () => asked.transaction?.abort()
    asked.onerror = (event) => event.preventDefault()
    asked.onsuccess = () => {
      const found = asked.result
      found.onversionchange = () => found.close()
      then(found)
    }
  }
  const clear = (found: IDBDatabase) =>
    void found.transaction('wraps', 'readwrite', { durability: 'strict' }).objectStore('wraps').clear()
  let closed = false
  open((found) => {
    if (closed) return found.close()
    db = found
  })
  return {
    forget: () => (db ? clear(db) : open(clear)),
    close: () => {
      closed = true
      db?.close()
    },
  }
}
