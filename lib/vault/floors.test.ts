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
const [one, two, three] = [row(), row(), row()]
const seen: Floors = raiseFloors(raiseKeyringFloor(noFloors, 4), [
  { ...one, rev: 3 },
  { ...two, rev: 1 },
])

describe('floors', () => {
  test('hold the highest version of each row that was seen, and never sink by themselves', () => {
    const written = [one, two, three, { ...one, author: partner }]
    const shown = fc.array(
      fc
        .record({ of: fc.constantFrom(...written), rev: fc.integer({ min: 1, max: 9 }) })
        .map(({ of, rev }) => ({ ...of, rev })),
    )
    fc.assert(
      fc.property(shown, (rows) => {
        const floors = rows.reduce((sofar, row) => raiseFloors(sofar, [row]), noFloors)
        expect(floors).toEqual(raiseFloors(noFloors, rows))
        for (const of of written) {
          const revs = rows.filter((shown) => shown.id === of.id && shown.author === of.author).map(({ rev }) => rev)
          expect(floorOf(floors, of)).toBe(Math.max(0, ...revs))
        }
      }),
    )
    expect(raiseFloors(seen, [{ ...one, rev: 2 }])).toBe(seen)
    expect(raiseKeyringFloor(seen, 3)).toBe(seen)
  })

  test('a list with anything lower stops once, with everything that is lower', async () => {
    checkFloors(seen, [
      { ...one, rev: 3 },
      { ...two, rev: 2 },
      { ...three, rev: 1 },
    ])
    const lower = raiseFloors(seen, [{ ...two, rev: 2 }])
    const shown = [one, three, two].map((of) => ({ ...of, rev: 1 }))
    const failure = await expectFailure('earlier-state', () => checkFloors(lower, shown))
    expect(failure).toHaveProperty('earlier', [
      { what: 'row', ...one, shown: 1, seen: 3 },
      { what: 'row', ...two, shown: 1, seen: 2 },
    ])
  })

  test('one person’s row raises nothing of the other’s, whatever id it has', () => {
    const theirs = raiseFloors(seen, [{ ...one, author: partner, rev: 9 }])
    checkFloors(theirs, [
      { ...one, rev: 3 },
      { ...one, author: partner, rev: 9 },
    ])
    expect(floorOf(theirs, one)).toBe(3)
  })

  test('kept before they named the author, they hold for whoever wrote the row, until it is seen higher or a yes lowers it', async () => {
    const before: Floors = { keyring: 4, rows: new Map([[one.id, 3]]) }
    expect(await openFloors(me, await sealFloors(me, before))).toEqual(before)
    for (const of of [one, { ...one, author: partner }]) expect(floorOf(before, of)).toBe(3)
    const failure = await expectFailure('earlier-state', () => checkFloors(before, [{ ...one, rev: 2 }]))
    expect(floorOf(acceptEarlierFloors(before, failure as EarlierState), one)).toBe(2)
    const higher = raiseFloors(before, [{ ...one, rev: 5 }])
    expect([floorOf(higher, one), floorOf(higher, { ...one, author: partner })]).toEqual([5, 3])
  })

  test('a yes makes what was shown the floor, of exactly what was asked about', () => {
    const asked = new EarlierState([
      { what: 'row', ...one, shown: 1, seen: 3 },
      { what: 'keyring', shown: 2, seen: 4 },
    ])
    const after = acceptEarlierFloors(seen, asked)
    expect(after.keyring).toBe(2)
    expect(floorOf(after, one)).toBe(1)
    expect(floorOf(after, two)).toBe(1)
    checkFloors(after, [{ ...one, rev: 1 }])
    expect(floorOf(seen, one)).toBe(3)
  })

  test('open again as they were, for their owner alone', async () => {
    const sealed = await sealFloors(me, seen)
    expect(await openFloors(me, sealed)).toEqual(seen)
    expect(await openFloors(me, await sealFloors(me, noFloors))).toEqual(noFloors)
    await expectFailure('bad-floors', () => openFloors(other, sealed))
    await expectFailure('bad-floors', () => openFloors({ uid: other.uid, vaultKey: me.vaultKey }, sealed))
    await expectFailure('bad-floors', () => openFloors(me, `${sealed.slice(0, -2)}AA`))
  })

  test('tell how many rows were seen only to within a power of two', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ ...row(), rev: 1 }))
    const size = async (count: number) => (await sealFloors(me, raiseFloors(noFloors, rows(count)))).length
    expect(await size(0)).toBe(await size(10))
    expect(await size(15)).toBe(await size(20))
    expect(await size(15)).toBeGreaterThan(await size(10))
  })
})
