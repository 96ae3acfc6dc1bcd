/**
 * Keeps what `make` returns for each key, so that it is made once. After `maxKeys` keys it forgets them all, because keys may come
 * from requests. What throws is not kept.
 */
export function memoize<Key extends string | number, Made>(
  maxKeys: number,
  make: (key: Key) => Made,
): (key: Key) => Made {
  const made = new Map<Key, Made>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    if (made.size >= maxKeys) made.clear()
    made.set(key, fresh)
    return fresh
  }
}
