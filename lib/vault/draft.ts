// A draft is unsigned and sealed to a public key that this device kept, so that a device that has locked can go on saving what is
// being typed. It is opened from this device's own store alone; one from anywhere else must be signed (sealed-text.ts).

import { decryptWith, encryptTo, type Sealed64 } from './age-file'
import { checkRecipients } from './sealed-text'
import { isObject, readUuid, type JsonObject } from './strict-json'
import { DRAFT, frame, innerJson, readInner, unframed } from './text-frame'
import type { Vault } from './vault'
import { VaultError } from './vault-error'

/** Whom this device seals drafts to: kept when a journal was last open here (store.ts), never taken from an answer. */
export type DraftRecipient = Readonly<{ uid: string; recipient: string }>

export const draftRecipientOf = ({ uid, bundle }: Vault): DraftRecipient => ({ uid, recipient: bundle.enc })

/** `of` names what it is a draft of: a row's id, or null for something new. */
export type Draft = Readonly<{ id: string; of: string | null; body: JsonObject }>

/** Needs nothing secret. Throws `too-long`, `bad-recipient`, `bad-row`. */
export async function sealDraft({ uid, recipient }: DraftRecipient, { id, of, body }: Draft): Promise<Sealed64> {
  const author = readUuid(uid, 'bad-row')
  const about = { id: readUuid(id, 'bad-row'), rev: 1, author, visibility: 'private', pair: null } as const
  const json = innerJson({ ...about, to: [recipient], meta: {}, body: { of, body } })
  return encryptTo([recipient], frame(DRAFT, json, ''))
}

/** Opens a draft out of this device's own store. Throws `cannot-decrypt`, `bad-format`, `wrong-kind`, or what does not match. */
export async function openDraft(
  vault: Vault,
  kept: Readonly<{ id: string; of: string | null; sealed: string }>,
): Promise<Draft> {
  const { magic, json, signature } = unframed(await decryptWith(vault.keyring.enc, kept.sealed))
  if (magic !== DRAFT) throw new VaultError('wrong-kind')
  if (signature !== '') throw new VaultError('bad-format')
  const { id, author, visibility, to, body } = readInner(json)
  if (author !== vault.uid) throw new VaultError('private-not-mine')
  if (id !== kept.id) throw new VaultError('id-mismatch')
  if (visibility !== 'private') throw new VaultError('visibility-mismatch')
  checkRecipients(vault, { to, visibility })
  const { of, body: inner } = body
  if ((of !== null && typeof of !== 'string') || !isObject(inner)) throw new VaultError('bad-format')
  if (of !== kept.of) throw new VaultError('meta-mismatch')
  return { id, of, body: inner }
}
