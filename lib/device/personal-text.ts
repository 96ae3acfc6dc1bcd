// A text that each person of a couple writes about the same thing, for both to read: what a ritual means to them, or a
// plan's line.
import { sealText } from '@/lib/vault/sealed-text'
import { readText } from '@/lib/vault/strict-json'
import type { Vault } from '@/lib/vault/vault'
import { ANY } from './asked'
import type { Device } from './device'
import type { RowVersion, SealedVersion } from './keep-version'
import type { IndexedText } from './opened-index'
import { openRows, type RowText } from './opened-rows'

/** The subject of a text in a couple: a ritual, or a plan. */
export type TextSubject = Readonly<{ coupleId: string }> &
  (
    | Readonly<{ magic: 'fivefold-meaning/v1'; about: { ritual: string } }>
    | Readonly<{ magic: 'fivefold-line/v1'; about: { plan: string } }>
  )

/** One person's text, opened. */
export type PersonalText = RowVersion & Readonly<{ personId: string; opened: RowText<string> }>

/** Seals a version of a text, for both. Throws `no-pinned-partner`, `too-long`. */
export const sealPersonalText = (
  vault: Vault,
  { magic, coupleId, about }: TextSubject,
  { id, rev }: RowVersion,
  text: string,
): Promise<string> =>
  sealText(vault, { magic, id, rev, visibility: 'shared', pair: coupleId, meta: about, body: { text } })

type PersonalRow = SealedVersion & Readonly<{ personId: string }>

/** How `sendVersion` sends a person's text about a subject: all but the route. */
export const personalTextKeeping = (
  device: Pick<Device, 'store'>,
  vault: Vault,
  subject: TextSubject,
  text: string,
) => ({
  kind: { magic: subject.magic, pair: subject.coupleId },
  seal: (version: RowVersion) => sealPersonalText(vault, subject, version, text),
  isOwn: async (newest: PersonalRow) => {
    const [opened] = await openPersonalTexts(device, vault, subject, [newest], null)
    return opened?.opened.is === 'text' && opened.personId === vault.uid
  },
})

/**
 * Opens both people's texts about a subject. `indexed` is what the index notes of each; null for nothing. Throws as
 * `openRows`.
 */
export const openPersonalTexts = (
  device: Pick<Device, 'store'>,
  vault: Vault,
  subject: TextSubject,
  rows: readonly PersonalRow[],
  indexed: ((text: string) => IndexedText | null) | null,
): Promise<readonly PersonalText[]> => {
  const { coupleId, ...kind } = subject
  return openRows(device, vault, { ...kind, id: ANY, couple: coupleId, author: ANY }, rows, {
    claims: ({ id, rev, personId, sealed }) => ({ id, rev, authorId: personId, sealed, meta: subject.about }),
    each: 'author',
    read: ({ body }) => readText(body['text'], 'bad-format'),
    indexed,
  })
}
