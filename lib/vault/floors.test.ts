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
const pair = randomUuid()
const row = () => ({ magic: 'fivefold-entry/v1', pair: null, author, id: randomUuid() }) as const
const [first, two, three] = [row(), row(), row()]
const seen: Floors = raiseFloors(raiseKeyringFloor(noFloors, 4), [
  { ...first, rev: 3 },
  { ...two, rev: 1 },
])

describe('floors', () => {
  test('hold the highest version seen of each row, and are never lowered on their own', () => {
    const moment = { ...first, magic: 'fivefold-moment/v1' } as const
    const written = [first, two, three, { ...first, author: partner }, moment, { ...moment, pair }]
    const shown = fc.array(
      fc
        .record({ row: fc.constantFrom(...written), rev: fc.integer({ min: 1, max: 9 }) })
        .map(({ row, rev }) => ({ ...row, rev })),
    )
    fc.assert(
      fc.property(shown, (rows) => {
        const floors = rows.reduce((soFar, row) => raiseFloors(soFar, [row]), noFloors)
        expect(floors).toEqual(raiseFloors(noFloors, rows))
        for (const each of written) {
          const revs = rows
            .filter(({ rev: _, ...row }) => JSON.stringify(row) === JSON.stringify(each))
            .map(({ rev }) => rev)
          expect(floorOf(floors, each)).toBe(Math.max(0, ...revs))
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

  test('a row of another kind, or of another couple, never raises a floor, whatever its id', () => {
    const others = [
      { ...first, magic: 'fivefold-moment/v1', pair },
      { ...first, pair },
      { ...first, magic: 'fivefold-reply/v1' },
    ] as const
    const raised = raiseFloors(
      seen,
      others.map((other) => ({ ...other, rev: 9 })),
    )
    checkFloors(raised, [{ ...first, rev: 3 }])
    expect(others.map((other) => floorOf(raised, other))).toEqual([9, 9, 9])
  })

  test.each([
    ['the kind', `${first.author}/${first.id}`, 2],
    ['the author', first.id, 3],
  ])('stored before keys named %s, they count until their row was opened once', async (_, key, others) => {
    const before: Floors = { keyring: 4, rows: new Map([[key, 3]]) }
    expect(await openFloors(me, await sealFloors(me, before))).toEqual(before)
    const ofPartner = { ...first, author: partner }
    const anyKind = [
      first,
      { ...first, magic: 'fivefold-moment/v1', pair },
      ...(others === 3 ? [ofPartner] : []),
    ] as const
    for (const each of anyKind) {
      const failure = await expectFailure('earlier-state', () => checkFloors(before, [{ ...each, rev: 2 }]))
      expect(floorOf(acceptEarlierFloors(before, failure as EarlierState), each)).toBe(2)
      for (const rev of [3, 5]) {
        const opened = raiseFloors(before, [{ ...each, rev }])
        expect(opened.rows.size).toBe(1)
        expect(anyKind.map((row) => floorOf(opened, row))).toEqual(anyKind.map((row) => (row === each ? rev : 0)))
        expect(raiseFloors(opened, [{ ...each, rev }])).toBe(opened)
      }
    }
  })

  test('with a key of no known shape are refused', async () => {
    for (const key of [
      `entry/${first.id}/${first.id}`,
      `ENTRY/-/${author}/${first.id}`,
      `entry/x/${author}/${first.id}`,
      `entry/-/${author}`,
    ])
      await expectFailure('bad-floors', async () =>
        openFloors(me, await sealFloors(me, { keyring: 1, rows: new Map([[key, 1]]) })),
      )
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
    const changed = `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`
    await expectFailure('bad-floors', () => openFloors(other, sealed))
    await expectFailure('bad-floors', () => openFloors({ uid: other.uid, vaultKey: me.vaultKey }, sealed))
    await expectFailure('bad-floors', () => openFloors(me, changed))
  })

  test('reveal how many rows were seen only to within a power of two', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ ...row(), rev: 1 }))
    const size = async (count: number) => (await sealFloors(me, raiseFloors(noFloors, rows(count)))).length
    expect(await size(0)).toBe(await size(10))
    expect(await size(15)).toBe(await size(20))
    expect(await size(15)).toBeGreaterThan(await size(10))
  })
})
