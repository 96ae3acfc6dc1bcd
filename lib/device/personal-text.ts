// A text that each person of a couple writes about the same thing, for both to read: what a ritual means to them, or a
// plan's line.
import { sealText } from '@/lib/vault/sealed-text'
import { readText, type JsonObject } from '@/lib/vault/strict-json'
import type { Magic } from '@/lib/vault/text-frame'
import type { Vault } from '@/lib/vault/vault'
import type { Device } from './device'
import type { RowVersion, SealedVersion } from './keep-version'
import { openRows, type RowText } from './opened-rows'

/** The subject of a text: `meta` names it, `magic` is the kind of text. */
export type TextSubject = Readonly<{ magic: Magic; coupleId: string; meta: JsonObject }>

/** One person's text, opened. */
export type PersonalText = RowVersion & Readonly<{ personId: string; opened: RowText<string> }>

/** Seals a version of a text, for both. Throws `no-pinned-partner`, `too-long`. */
export const sealPersonalText = (
  vault: Vault,
  { magic, coupleId, meta }: TextSubject,
  { id, rev }: RowVersion,
  text: string,
): Promise<string> => sealText(vault, { magic, id, rev, visibility: 'shared', pair: coupleId, meta, body: { text } })

/** Opens both people's texts. Throws as `openRows`. */
export const openPersonalTexts = (
  device: Pick<Device, 'store'>,
  vault: Vault,
  { magic, coupleId, meta }: TextSubject,
  rows: readonly (SealedVersion & Readonly<{ personId: string }>)[],
): Promise<readonly PersonalText[]> =>
  openRows(device, vault, rows, {
    served: ({ id, rev, personId, sealed }) => ({
      magic,
      id,
      rev,
      author: personId,
      sealed,
      visibility: 'shared',
      pair: coupleId,
      meta,
    }),
    read: ({ body }) => readText(body['text'], 'bad-format'),
  })
