// A draft is unsigned and sealed to a public key that this device stores, so that a locked device can go on saving what
// is being typed. It is opened from this device's own store only; a text from anywhere else must be signed
// (sealed-text.ts).

import { decryptWith, encryptTo, type Sealed64 } from './age-file'
import { checkRecipients } from './sealed-text'
import { isObject, readUuid, type JsonObject } from './strict-json'
import { DRAFT, frame, encodeInner, readInner, unframe } from './text-frame'
import type { Vault } from './vault'
import { VaultError } from './vault-error'

/**
 * The key that this device seals drafts to: stored when a journal was last open here (store.ts), never taken from an
 * answer.
 */
export type DraftRecipient = Readonly<{ uid: string; recipient: string }>

/** The key of an open vault's owner that drafts are sealed to. */
export const draftRecipientOf = ({ uid, bundle }: Vault): DraftRecipient => ({ uid, recipient: bundle.enc })

/** `of` is the id of the row that it is a draft of, or null for something new. */
export type Draft = Readonly<{ id: string; of: string | null; body: JsonObject }>

/** Seals a draft; needs no secret. Throws `too-long`, `bad-recipient`, `bad-row`. */
export async function sealDraft({ uid, recipient }: DraftRecipient, { id, of, body }: Draft): Promise<Sealed64> {
  const author = readUuid(uid, 'bad-row')
  const about = { id: readUuid(id, 'bad-row'), rev: 1, author, visibility: 'private', pair: null } as const
  const json = encodeInner({ ...about, to: [recipient], meta: {}, body: { of, body } })
  return encryptTo([recipient], frame(DRAFT, json, ''))
}

/**
 * Opens a draft from this device's own store. Throws `cannot-decrypt`, `bad-format`, `wrong-kind`, `private-not-mine`,
 * or the code of what does not match.
 */
export async function openDraft(
  vault: Vault,
  stored: Readonly<{ id: string; of: string | null; sealed: string }>,
): Promise<Draft> {
  const { magic, json, signature } = unframe(await decryptWith(vault.keyring.enc, stored.sealed))
  if (magic !== DRAFT) throw new VaultError('wrong-kind')
  if (signature !== '') throw new VaultError('bad-format')
  const { id, author, visibility, to, body } = readInner(json)
  if (author !== vault.uid) throw new VaultError('private-not-mine')
  if (id !== stored.id) throw new VaultError('id-mismatch')
  if (visibility !== 'private') throw new VaultError('visibility-mismatch')
  checkRecipients(vault, { to, visibility })
  const { of, body: inner } = body
  if ((of !== null && typeof of !== 'string') || !isObject(inner)) throw new VaultError('bad-format')
  if (of !== stored.of) throw new VaultError('meta-mismatch')
  return { id, of, body: inner }
}
