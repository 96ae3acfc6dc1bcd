// Moments on the device: their text is sealed for both people before it is sent, and opened after it is fetched.
import type { Device } from '@/lib/device/device'
import { demandSentVersion } from '@/lib/device/keep-version'
import { noteSaved, openSingleRow, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
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
 */
export async function letDayCount(
  device: Device,
  vault: Vault,
  coupleId: string,
  { day, types, id = randomUuid() }: Pick<MomentDetails, 'day' | 'types'> & Readonly<{ id?: string }>,
): Promise<MomentRow> {
  const details: MomentDetails = { day, types, who: 'me', words: '' }
  const sealed = await sealMoment(vault, { id, coupleId, rev: 1 }, details)
  return device.call(logMoment, { id, coupleId, day, types: [...types], who: details.who, sealed })
}

const momentReader: RowReader<MomentRow, string> = {
  served: ({ id, rev, authorId: author, sealed, coupleId, types, day, who }) => ({
    magic,
    id,
    rev,
    author,
    sealed,
    visibility: 'shared',
    pair: coupleId,
    meta: { types, day, who },
  }),
  removed: ({ removed }) => removed,
  read: ({ body }) => readText(body['text'], 'bad-format'),
}

/**
 * Fetches some of a couple's moments, newest first, and opens each: of the active couple by default. `next` is the key
 * of the next page. Throws `Unreachable`, `EarlierState`.
 */
export async function fetchMoments(
  device: Device,
  vault: Vault,
  query: Readonly<{ coupleId?: string; after?: string; limit?: number }> = {},
): Promise<{ rows: OpenedMoment[]; next: string | null }> {
  const { rows, next } = await device.call(listMoments, query)
  return { rows: await openRows(device, vault, rows, momentReader), next }
}

/** Fetches and opens a moment. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchMoment(device: Device, vault: Vault, momentId: string): Promise<OpenedMoment> {
  return openSingleRow(device, vault, momentId, await device.call(getMoment, { momentId }), momentReader)
}

/** Removes a moment: its next version is a marker, and it feeds nobody any more. Throws `Problem`, `Unreachable`. */
export async function removeMoment(
  device: Device,
  vault: Vault,
  { id, coupleId, rev, day, who }: MomentRow,
): Promise<MomentRow> {
  const sealed = await sealRemoved(vault, {
    id,
    rev: rev + 1,
    visibility: 'shared',
    pair: coupleId,
    meta: { types: [], day, who },
  })
  return send(device, vault, { momentId: id, ifMatch: rev, types: [], removed: true, sealed })
}

/**
 * Saves the next version of a moment, with these types and this text; it brings a removed moment back. Throws
 * `Problem`, `Unreachable`.
 */
export async function sendMomentVersion(
  device: Device,
  vault: Vault,
  { id, coupleId, rev, day, who }: MomentRow,
  { types, words }: Pick<MomentDetails, 'types' | 'words'>,
): Promise<MomentRow> {
  const sealed = await sealMoment(vault, { id, coupleId, rev: rev + 1 }, { day, who, types, words })
  return send(device, vault, { momentId: id, ifMatch: rev, types: [...types], removed: false, sealed })
}

async function send(
  device: Device,
  vault: Vault,
  version: Parameters<typeof device.call<typeof putMoment>>[1],
): Promise<MomentRow> {
  const sent = { id: version.momentId, rev: version.ifMatch + 1, sealed: version.sealed }
  const row = await device.call(putMoment, version)
  demandSentVersion(row, sent)
  await noteSaved(device, vault, sent)
  return row
}

/** Takes the viewer's own part out of a moment, or puts it back. Throws `Problem`, `Unreachable`. */
export async function sendPart(
  device: Device,
  vault: Vault,
  momentId: string,
  takenOut: boolean,
): Promise<OpenedMoment> {
  return openSingleRow(device, vault, momentId, await device.call(putMomentPart, { momentId, takenOut }), momentReader)
}
