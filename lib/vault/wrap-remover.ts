// What *Hide* removes on a page without an open journal. Such a page does not load lib/vault/store.ts or its libraries.

/** Removes what opens journals on this device. The database is store.ts's; it is never created here. */
export type WrapRemover = Readonly<{
  /** Starts before it returns. What fails is done first on the person's next page, because of the lock mark. */
  forget: () => void
  close: () => void
}>

/** Opens the database in advance, so that `forget` needn't wait when a page is being left. */
export function makeWrapRemover(name = 'fivefold'): WrapRemover {
  let db: IDBDatabase | null = null
  const open = (then: (found: IDBDatabase) => void) => {
    let request: IDBOpenDBRequest
    try {
      request = indexedDB.open(name)
    } catch {
      return // a browser without storage has nothing to forget
    }
    // no journal was opened on this device yet: create nothing
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = (event) => event.preventDefault()
    request.onsuccess = () => {
      const found = request.result
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
