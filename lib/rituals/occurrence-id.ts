// Both partners may touch the same date first, at once and offline: the id is made from what both know, so they meet in one row.
import { sha1 } from '@noble/hashes/legacy.js'
import type { Day } from '@/lib/time/day'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * The id of a ritual's occurrence: the UUIDv5 (RFC 9562, section 5.5) of its original date in the namespace of the
 * ritual's id, in lower case. Throws a RangeError where the ritual's id is not a UUID.
 */
export function occurrenceId(ritualId: string, onDate: Day): string {
  if (!UUID.test(ritualId)) throw new RangeError('A ritual is known by a UUID.')
  const namespace = Uint8Array.from(ritualId.replaceAll('-', '').match(/../g) ?? [], (byte) =>
    Number.parseInt(byte, 16),
  )
  const name = new TextEncoder().encode(onDate)
  const bytes = sha1(new Uint8Array([...namespace, ...name])).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
