// The moments' device side: the words are sealed for both before they leave, and opened here.
import type { Device } from '@/lib/device/device'
import { noteKept, openOne, openRows, type RowText, type RowReader } from '@/lib/device/opened-rows'
import type { IntimacyType } from '@/lib/intimacy/intimacy-type'
import type { Day } from '@/lib/time/day'
import { randomUuid } from '@/lib/vault/primitives'
import { sealRemoved, sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { getMoment, listMoments, logMoment, putMoment, putMomentPart, type MomentRow, type MomentWho } from './contract'

const magic = 'fivefold-moment/v1'

/** What a person says of a moment. `types` are in product order, at least one; `words` may be empty. */
export type MomentDetails = Readonly<{ day: Day; types: readonly IntimacyType[]; who: MomentWho; words: string }>

/** A moment with its words, `""` where it has none. */
export type OpenedMoment = MomentRow & Readonly<{ opened: RowText<string> }>

/** Which version of which moment of which couple. */
type MomentVersion = Readonly<{ id: string; coupleId: string; rev: number }>

/** Seals what was said as one version, for both. Throws `no-pinned-partner` where the partner's keys aren't known here yet, `too-long`. */
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

/** Lets a day count on Lately, without words: a moment that says *I did*. With the same `id` it is there once, however often it is sent. */
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

const reading: RowReader<MomentRow, string> = {
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

/** Moments of a couple, newest first, of the active one where none is named. `next` is the key to read on from. Throws `EarlierState`. */
export async function fetchMoments(
  device: Device,
  vault: Vault,
  asked: Readonly<{ coupleId?: string; after?: string; limit?: number }> = {},
): Promise<{ rows: OpenedMoment[]; next: string | null }> {
  const { rows, next } = await device.call(listMoments, asked)
  return { rows: await openRows(device, vault, rows, reading), next }
}

/** One moment. Throws `Problem` (not-found), `Unreachable`, `EarlierState`. */
export async function fetchMoment(device: Device, vault: Vault, momentId: string): Promise<OpenedMoment> {
  return openOne(device, vault, await device.call(getMoment, { momentId }), reading)
}

/** Removes a moment of mine: its next version is an empty one, and it feeds nobody from then on. Throws `Problem`, `Unreachable`. */
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
  return put(device, vault, { momentId: id, ifMatch: rev, types: [], removed: true, sealed })
}

/** The next version of a moment of mine, with these types and words: what brings a removed one back. */
export async function sendMomentVersion(
  device: Device,
  vault: Vault,
  { id, coupleId, rev, day, who }: MomentRow,
  { types, words }: Pick<MomentDetails, 'types' | 'words'>,
): Promise<MomentRow> {
  const sealed = await sealMoment(vault, { id, coupleId, rev: rev + 1 }, { day, who, types, words })
  return put(device, vault, { momentId: id, ifMatch: rev, types: [...types], removed: false, sealed })
}

async function put(
  device: Device,
  vault: Vault,
  version: Parameters<typeof device.call<typeof putMoment>>[1],
): Promise<MomentRow> {
  const row = await device.call(putMoment, version)
  await noteKept(device, vault, row)
  return row
}

/** Takes my own part out of a moment, or puts it back. Throws `Problem`, `Unreachable`. */
export async function sendPart(
  device: Device,
  vault: Vault,
  momentId: string,
  takenOut: boolean,
): Promise<OpenedMoment> {
  return openOne(device, vault, await device.call(putMomentPart, { momentId, takenOut }), reading)
}
