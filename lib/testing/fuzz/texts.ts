// The kinds of text that requests bring, each with texts that its contract takes. A contract with a text of no kind fails the tests.
import { createHash } from 'node:crypto'
import {
  BYTE_SIZES,
  keyring,
  recipient,
  salt,
  sealed,
  secret32,
  signature,
  wrap,
  type ByteSizes,
} from '@/lib/http/bytes'
import { id } from '@/lib/http/contract'
import { daySchema, monthSchema, wallTimeSchema, weekIdSchema, zoneSchema } from '@/lib/time/schemas'
import { RECIPIENT } from '../sealed'
import type { Dice } from './dice'
import { withOrigins, type Schema } from './shape'

type MakeText = (dice: Dice) => string

/** Sizes near both bounds. The greatest sealed text is rare, because it is long. */
const bytesOf =
  ({ least, greatest }: ByteSizes): MakeText =>
  (dice) =>
    dice.bytes(greatest > least && dice.chance(0.003) ? greatest : Math.min(greatest, least + dice.int(4)))

const anyOf =
  (...texts: readonly string[]): MakeText =>
  (dice) =>
    dice.pick(texts)

/** Days near the clock of the fuzz, and the first and the last ones that a contract takes. */
const days = [
  '2026-11-24',
  '2026-11-24',
  '2026-11-24',
  '2026-11-23',
  '2026-11-25',
  '2026-11-20',
  '2026-12-01',
  '2026-10-25',
]
const edges = ['1900-01-01', '1900-02-28', '2199-12-31', '2199-12-30', '2000-02-29', '2027-03-28', '2026-12-31']

/** Kinds of bytes: sealed texts, keys, hashes, MACs and signatures. */
export const byteKinds: ReadonlyMap<Schema, MakeText> = new Map<Schema, MakeText>([
  [sealed, bytesOf(BYTE_SIZES.sealed)],
  [wrap, bytesOf(BYTE_SIZES.wrap)],
  [keyring, bytesOf(BYTE_SIZES.keyring)],
  [secret32, bytesOf(BYTE_SIZES.key)],
  [salt, bytesOf(BYTE_SIZES.salt)],
  [signature, bytesOf(BYTE_SIZES.signature)],
  [recipient, anyOf(RECIPIENT)],
])

const kinds: ReadonlyMap<Schema, MakeText> = new Map<Schema, MakeText>([
  ...byteKinds,
  [id, (dice) => dice.uuid()],
  [daySchema, (dice) => dice.pick(dice.chance(0.85) ? days : edges)],
  [
    zoneSchema,
    anyOf(
      'Europe/Lisbon',
      'America/Toronto',
      'Pacific/Kiritimati',
      'Pacific/Honolulu',
      'Asia/Kathmandu',
      'UTC',
      'Etc/GMT+12',
    ),
  ],
  [wallTimeSchema, anyOf('20:00', '00:00', '23:59', '02:30', '08:05')],
  [
    weekIdSchema,
    anyOf('2026-W48', '2026-W48', '2026-W48', '2026-W47', '2026-W49', '2026-W40', '1900-W02', '2199-W50', '2026-W53'),
  ],
  [monthSchema, anyOf('2026-11', '2026-11', '2026-10', '2026-10', '2026-12', '1900-02', '2199-11')],
])

const emoji = '👩‍❤️‍👩 נועה ㅤ é'
/** Texts of every other kind. The ones that a schema takes are tried in its place. */
const others: readonly MakeText[] = [
  anyOf('Soup', 'A walk', 'ß', emoji, "Robert'); drop table plan; --", '<script>', '%', 'null', '\u{1F469}'.repeat(20)),
  (dice) =>
    'long words '
      .repeat(60)
      .slice(0, 1 + dice.int(500))
      .trim(),
  (dice) => `${dice.bytes(6).toLowerCase()}@posta.example`,
  anyOf('en', 'en-GB', 'de-AT', 'zh-Hant-TW', 'pt-BR'),
  (dice) => createHash('sha256').update(dice.bytes(8)).digest('hex'),
  anyOf('', '0'),
]

const TRIES = 40

/** Makes a text that a schema takes, or null if no kind has one. */
export function makeText(schema: Schema, dice: Dice): string | null {
  for (const origin of withOrigins(schema)) {
    const make = kinds.get(origin)
    if (make) return make(dice)
  }
  for (let tries = 0; tries < TRIES; tries++) {
    const text = dice.pick(others)(dice)
    if (schema.safeParse(text).success) return text
  }
  return null
}

/** Texts that no contract takes in most places, and that no answer may be a 5xx for. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  'A',
  '-',
  '_',
  'AB',
  'AA=',
  '\0',
  'a\0b',
  '\ud800',
  '\u202e\u200b',
  '__proto__',
  'constructor',
  '%',
  '%00',
  '%ff',
  '%E0%A4%A',
  '..',
  '../../etc/passwd',
  "' or 1=1 --",
  '{}',
  '[]',
  'null',
  'NaN',
  '1e400',
  '-1',
  '0000-01-01',
  '0027-05-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-000001-01-01',
  '2026-02-30',
  '2026-13-01',
  '0000-W01',
  '9999-W53',
  '2027-W53',
  '0000-00',
  '9999-12',
  '24:00',
  '+05:30',
  'en-a',
  'en-',
  'x',
  'i-klingon',
  'en-u-ca-nope',
  'Europe/Nowhere',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'A'.repeat(43),
  'B'.repeat(43),
  'A'.repeat(299),
  '!'.repeat(300),
  'ä'.repeat(9000),
  Buffer.from('["0000-01-01T00:00:00.000Z","x"]').toString('base64url'),
]
