import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  acceptEarlierFloors,
  checkFloors,
  floorOf,
  noFloors,
  openFloors,
  raiseFloors,
  raiseKeyringFloor,
  sealFloors,
  type Floors,
} from './floors'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

let me: Vault, other: Vault
beforeAll(async () => {
  ;[me, other] = await Promise.all([somebody(), somebody()])
})

const [author, partner] = [randomUuid(), randomUuid()]
const row = () => ({ author, id: randomUuid() })
const [first, two, three] = [row(), row(), row()]
const seen: Floors = raiseFloors(raiseKeyringFloor(noFloors, 4), [
  { ...first, rev: 3 },
  { ...two, rev: 1 },
])

describe('floors', () => {
  test('hold the highest version seen of each row, and are never lowered on their own', () => {
    const written = [first, two, three, { ...first, author: partner }]
    const shown = fc.array(
      fc
        .record({ row: fc.constantFrom(...written), rev: fc.integer({ min: 1, max: 9 }) })
        .map(({ row, rev }) => ({ ...row, rev })),
    )
    fc.assert(
      fc.property(shown, (rows) => {
        const floors = rows.reduce((soFar, row) => raiseFloors(soFar, [row]), noFloors)
        expect(floors).toEqual(raiseFloors(noFloors, rows))
        for (const { author, id } of written) {
          const revs = rows.filter((row) => row.id === id && row.author === author).map(({ rev }) => rev)
          expect(floorOf(floors, { author, id })).toBe(Math.max(0, ...revs))
        }
      }),
    )
    expect(raiseFloors(seen, [{ ...first, rev: 2 }])).toBe(seen)
    expect(raiseKeyringFloor(seen, 3)).toBe(seen)
  })

  test('a list with lower rows is refused once, with all of them', async () => {
    checkFloors(seen, [
      { ...first, rev: 3 },
      { ...two, rev: 2 },
      { ...three, rev: 1 },
    ])
    const lower = raiseFloors(seen, [{ ...two, rev: 2 }])
    const shown = [first, three, two].map((row) => ({ ...row, rev: 1 }))
    const failure = await expectFailure('earlier-state', () => checkFloors(lower, shown))
    expect(failure).toHaveProperty('earlier', [
      { what: 'row', ...first, shown: 1, seen: 3 },
      { what: 'row', ...two, shown: 1, seen: 2 },
    ])
  })

  test('a person’s row never raises a floor of their partner’s rows, whatever its id', () => {
    const theirs = raiseFloors(seen, [{ ...first, author: partner, rev: 9 }])
    checkFloors(theirs, [
      { ...first, rev: 3 },
      { ...first, author: partner, rev: 9 },
    ])
    expect(floorOf(theirs, first)).toBe(3)
  })

  test('stored before keys named the author, they count for any author until raised or lowered', async () => {
    const before: Floors = { keyring: 4, rows: new Map([[first.id, 3]]) }
    expect(await openFloors(me, await sealFloors(me, before))).toEqual(before)
    for (const anyAuthor of [first, { ...first, author: partner }]) expect(floorOf(before, anyAuthor)).toBe(3)
    const failure = await expectFailure('earlier-state', () => checkFloors(before, [{ ...first, rev: 2 }]))
    expect(floorOf(acceptEarlierFloors(before, failure as EarlierState), first)).toBe(2)
    const higher = raiseFloors(before, [{ ...first, rev: 5 }])
    expect([floorOf(higher, first), floorOf(higher, { ...first, author: partner })]).toEqual([5, 3])
  })

  test('a confirmed restore lowers exactly the floors that the person was asked about', () => {
    const asked = new EarlierState([
      { what: 'row', ...first, shown: 1, seen: 3 },
      { what: 'keyring', shown: 2, seen: 4 },
    ])
    const after = acceptEarlierFloors(seen, asked)
    expect(after.keyring).toBe(2)
    expect(floorOf(after, first)).toBe(1)
    expect(floorOf(after, two)).toBe(1)
    checkFloors(after, [{ ...first, rev: 1 }])
    expect(floorOf(seen, first)).toBe(3)
  })

  test('open unchanged, and only for their owner', async () => {
    const sealed = await sealFloors(me, seen)
    expect(await openFloors(me, sealed)).toEqual(seen)
    expect(await openFloors(me, await sealFloors(me, noFloors))).toEqual(noFloors)
    await expectFailure('bad-floors', () => openFloors(other, sealed))
    await expectFailure('bad-floors', () => openFloors({ uid: other.uid, vaultKey: me.vaultKey }, sealed))
    await expectFailure('bad-floors', () => openFloors(me, `${sealed.slice(0, -2)}AA`))
  })

  test('reveal how many rows were seen only to within a power of two', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ ...row(), rev: 1 }))
    const size = async (count: number) => (await sealFloors(me, raiseFloors(noFloors, rows(count)))).length
    expect(await size(0)).toBe(await size(10))
    expect(await size(15)).toBe(await size(20))
    expect(await size(15)).toBeGreaterThan(await size(10))
  })
})
