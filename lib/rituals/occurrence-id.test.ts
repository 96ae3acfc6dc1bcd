import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrenceId } from '@/lib/rituals/occurrence-id'
import { arbitraryDay } from '@/lib/testing/arbitrary-time'
import { parseDay } from '@/lib/time/day'

/** RFC 9562, section 5.5, with Node's own hash. */
function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

test('the id of a date is frozen, as both partners and every release must make the same one', () => {
  expect(occurrenceId('6ba7b810-9dad-41d1-80b4-00c04fd430c8', parseDay('2026-11-24'))).toBe(
    '9a647392-d9a1-58b8-bd08-64946a6abfb6',
  )
})

test('it is the UUIDv5 of the date in the namespace of the ritual', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), arbitraryDay, (ritualId, day) => {
      expect(occurrenceId(ritualId, day)).toBe(uuidV5(ritualId, day))
      expect(occurrenceId(ritualId.toUpperCase(), day)).toBe(occurrenceId(ritualId, day))
      expect(occurrenceId(ritualId, day)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }),
  )
})

test('an id that is no UUID is refused', () => {
  expect(() => occurrenceId('sunday-walk', parseDay('2026-11-24'))).toThrow(RangeError)
})
