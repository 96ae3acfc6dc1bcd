// Moments on the device: their text is sealed for both people before it is sent, and opened after it is fetched.
import type { Device } from '@/lib/device/device'
import { demandSentVersion } from '@/lib/device/keep-version'
import { ANY } from '@/lib/device/asked'
import { openSingleRow, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { VaultError } from '@/lib/vault/vault-error'
import { getMoment, listMoments, logMoment, putMoment, putMomentPart, type MomentRow, type MomentWho } from './contract'

const magic = 'fivefold-moment/v1'

/** What a person logs. `types` are in product order, at least one; `words` may be empty. */
export type MomentDetails = Readonly<{ day: Day; types: readonly IntimacyType[]; who: MomentWho; words: string }>

/** A moment with its text, `""` where it has none. */
export type OpenedMoment = MomentRow & Readonly<{ opened: RowText<string> }>

type MomentVersion = Readonly<{ id: string; coupleId: string; rev: number }>

/**
 * Seals a version of a moment for both people. Throws `no-pinned-partner` while this device hasn't checked the
 * partner's keys, `too-long`.
 */
export const sealMoment = (
  vault: Vault,
  { id, coupleId, rev }: MomentVersion,
  { types, day, who, words }: MomentDetails,
): Promise<string> =>
  sealText(vault, {
    magic,
    id,
    rev,
    visibility: 'shared',
    pair: coupleId,
    meta: { types: [...types], day, who },
    body: { text: words },
  })

/**
 * Logs *I did* for a day, without text, so that it counts on Lately. A retry with the same `id` makes no second moment.
 * Throws as `openLogged`, `Problem`, `Unreachable`.
 */
export async function letDayCount(
  device: Device,
  vault: Vault,
  coupleId: string,
  { day, types, id = randomUuid() }: Pick<MomentDetails, 'day' | 'types'> & Readonly<{ id?: string }>,
): Promise<OpenedMoment> {
  const details: MomentDetails = { day, types, who: 'me', words: '' }
  const sealed = await sealMoment(vault, { id, coupleId, rev: 1 }, details)
  const row = await device.call(logMoment, { id, coupleId, day, types: [...types], who: details.who, sealed })
  return openLogged(device, vault, { id, coupleId }, details, row)
}

const momentReader: RowReader<MomentRow, string> = {
  claims: ({ id, rev, authorId, sealed, coupleId, types, day, who }) => ({
    id,
    rev,
    authorId,
    coupleId,
    sealed,
    meta: { types, day, who },
  }),
  each: 'row',
  removed: ({ removed }) => removed,
  read: ({ body }, { who, authorId, parts }) => {
    // whom it counts for follows from the signed text
    if (who === 'me' && parts.some(({ personId }) => personId !== authorId)) throw new VaultError('meta-mismatch')
    return readText(body['text'], 'bad-format')
  },
  indexed: (words, { day, types }) => ({ kind: 'moment', day, types, words, isVoice: false, about: null }),
}

/** Asks for one moment; of any couple where the page names none. */
const askedMoment = (id: string, couple: string | typeof ANY) =>
  ({ magic, id, couple, author: ANY, about: {} }) as const

/**
 * Fetches some of a couple's moments, newest first, and opens each: on any day unless `from` or `to` is given. `next` is the key of the next page. Throws
 * `Unreachable`, `EarlierState`.
 */
export async function fetchMoments(
  device: Device,
  vault: Vault,
  query: Readonly<{ coupleId: string; after?: string; limit?: number; from?: Day; to?: Day }>,
): Promise<{ rows: OpenedMoment[]; next: string | null }> {
  const { rows, next } = await device.call(listMoments, query)
  const { from, to } = query
  const inDays: typeof momentReader = {
    ...momentReader,
    read: (text, row) => {
      if ((from && row.day < from) || (to && row.day > to)) throw new VaultError('meta-mismatch')
      return momentReader.read(text, row)
    },
  }
  const asked = { magic, id: ANY, couple: query.coupleId, author: ANY, about: {} } as const
  return { rows: await openRows(device, vault, asked, rows, inDays), next }
}

/** Fetches and opens a moment. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchMoment(device: Device, vault: Vault, momentId: string): Promise<OpenedMoment> {
  const row = await device.call(getMoment, { momentId })
  return openSingleRow(device, vault, askedMoment(momentId, ANY), row, momentReader)
}

/**
 * Removes a moment: its next version is a marker, and it feeds nobody any more. Throws `Problem`, `Unreachable`,
 * `other-answer`.
 */
export async function removeMoment(
  device: Device,
  vault: Vault,
  { id, coupleId, rev, day, who }: MomentRow,
): Promise<OpenedMoment> {
  const sealed = await sealRemoved(vault, {
    id,
    rev: rev + 1,
    visibility: 'shared',
    pair: coupleId,
    meta: { types: [], day, who },
  })
  return send(device, vault, coupleId, { momentId: id, ifMatch: rev, types: [], removed: true, sealed })
}

/**
 * Saves the next version of a moment, with these types and this text; it brings a removed moment back. Throws
 * `Problem`, `Unreachable`, `other-answer`.
 */
export async function sendMomentVersion(
  device: Device,
  vault: Vault,
  { id, coupleId, rev, day, who }: MomentRow,
  { types, words }: Pick<MomentDetails, 'types' | 'words'>,
): Promise<OpenedMoment> {
  const sealed = await sealMoment(vault, { id, coupleId, rev: rev + 1 }, { day, who, types, words })
  return send(device, vault, coupleId, { momentId: id, ifMatch: rev, types: [...types], removed: false, sealed })
}

async function send(
  device: Device,
  vault: Vault,
  coupleId: string,
  version: Parameters<typeof device.call<typeof putMoment>>[1],
): Promise<OpenedMoment> {
  const { momentId: id, ifMatch, sealed } = version
  const row = await device.call(putMoment, version)
  demandSentVersion(row, { id, rev: ifMatch + 1, sealed })
  return openSaved(device, vault, { id, coupleId }, row)
}

/**
 * Opens a moment that the server saved for this device. Throws `other-answer` where it is another one, or its plain
 * columns are not those of its text.
 */
async function openSaved(
  device: Device,
  vault: Vault,
  { id, coupleId }: Pick<MomentVersion, 'id' | 'coupleId'>,
  row: MomentRow,
): Promise<OpenedMoment> {
  const saved = await openSingleRow(device, vault, askedMoment(id, coupleId), row, momentReader)
  if (saved.opened.is === 'failed' || saved.authorId !== vault.uid) throw new VaultError('other-answer')
  return saved
}

/**
 * Opens the saved row of a moment that was logged, which an earlier attempt may have saved with other types or words.
 * Throws `other-answer` for a moment of another day or of other people.
 */
export async function openLogged(
  device: Device,
  vault: Vault,
  moment: Pick<MomentVersion, 'id' | 'coupleId'>,
  { day, who }: Pick<MomentDetails, 'day' | 'who'>,
  row: MomentRow,
): Promise<OpenedMoment> {
  const saved = await openSaved(device, vault, moment, row)
  if (saved.day !== day || saved.who !== who) throw new VaultError('other-answer')
  return saved
}

/** Takes the viewer's own part out of a moment, or puts it back. Throws `Problem`, `Unreachable`. */
export async function sendPart(
  device: Device,
  vault: Vault,
  momentId: string,
  takenOut: boolean,
): Promise<OpenedMoment> {
  const row = await device.call(putMomentPart, { momentId, takenOut })
  return openSingleRow(device, vault, askedMoment(momentId, ANY), row, momentReader)
}
