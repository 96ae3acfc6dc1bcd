import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { accepted, checkFloors, floorOf, noFloors, openFloors, raised, raisedKeyring, sealFloors, type Floors } from './floors'
import { expectFailure, somebody } from './people.fixture'
import { randomUuid } from './primitives'
import type { Vault } from './vault'
import { EarlierState } from './vault-error'

let me: Vault, other: Vault
beforeAll(async () => {
  ;[me, other] = await Promise.all([somebody(), somebody()])
})

const [one, two, three] = [randomUuid(), randomUuid(), randomUuid()]
const seen: Floors = raised(raisedKeyring(noFloors, 4), [{ id: one, rev: 3 }, { id: two, rev: 1 }])

describe('floors', () => {
  test('hold the highest version of each row that was seen, and never sink by themselves', () => {
    const ids = fc.constantFrom(one, two, three)
    const shown = fc.array(fc.record({ id: ids, rev: fc.integer({ min: 1, max: 9 }) }))
    fc.assert(
      fc.property(shown, (rows) => {
        const floors = rows.reduce((sofar, row) => raised(sofar, [row]), noFloors)
        expect(floors).toEqual(raised(noFloors, rows))
        for (const id of [one, two, three]) {
          const revs = rows.filter((row) => row.id === id).map(({ rev }) => rev)
          expect(floorOf(floors, id)).toBe(Math.max(0, ...revs))
        }
      }),
    )
    expect(raised(seen, [{ id: one, rev: 2 }])).toBe(seen)
    expect(raisedKeyring(seen, 3)).toBe(seen)
  })

  test('a list with anything lower stops once, with everything that is lower', async () => {
    checkFloors(seen, [{ id: one, rev: 3 }, { id: two, rev: 2 }, { id: three, rev: 1 }])
    const lower = raised(seen, [{ id: two, rev: 2 }])
    const shown = [one, three, two].map((id) => ({ id, rev: 1 }))
    const failure = await expectFailure('earlier-state', () => checkFloors(lower, shown))
    expect(failure).toHaveProperty('earlier', [
      { what: 'row', id: one, shown: 1, seen: 3 },
      { what: 'row', id: two, shown: 1, seen: 2 },
    ])
  })

  test('a yes makes what was shown the floor, of exactly what was asked about', () => {
    const asked = new EarlierState([
      { what: 'row', id: one, shown: 1, seen: 3 },
      { what: 'keyring', id: me.uid, shown: 2, seen: 4 },
    ])
    const after = accepted(seen, asked)
    expect(after.keyring).toBe(2)
    expect(floorOf(after, one)).toBe(1)
    expect(floorOf(after, two)).toBe(1)
    checkFloors(after, [{ id: one, rev: 1 }])
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
    const rows = (count: number) => Array.from({ length: count }, () => ({ id: randomUuid(), rev: 1 }))
    const size = async (count: number) => (await sealFloors(me, raised(noFloors, rows(count)))).length
    expect(await size(0)).toBe(await size(20))
    expect(await size(30)).toBe(await size(40))
    expect(await size(30)).toBeGreaterThan(await size(20))
  })
})
