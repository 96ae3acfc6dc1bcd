// Random choices that a seed repeats.

export type Dice = Readonly<{
  /** A whole number from 0 to `below` - 1. */
  int: (below: number) => number
  chance: (probability: number) => boolean
  pick: <Item>(items: readonly Item[]) => Item
  /** `count` bytes as base64url. */
  bytes: (count: number) => string
  uuid: () => string
}>

/** Mulberry32, a generator of 32 bits (Tommy Ettinger, public domain). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  const raw = (count: number) => Buffer.from(Array.from({ length: count }, () => int(256)))
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[int(items.length)]
      if (item === undefined && items.length === 0) throw new RangeError('There is nothing to pick from.')
      return item as (typeof items)[number]
    },
    bytes: (count) =>
      (count > 4096 ? Buffer.concat([raw(64), Buffer.alloc(count - 64, int(256))]) : raw(count)).toString('base64url'),
    uuid: () => {
      const bytes = raw(16)
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}
