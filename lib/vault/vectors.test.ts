// The frozen formats. vectors.json was made once, and checked with a second implementation (Python's `cryptography`).
// Never make it again: a test that fails here means a changed format, which makes people's sealed entries unreadable.
// age uses its own randomness, so its files are only opened here.

import { beforeAll, describe, expect, test } from 'vitest'
import { argon2 } from './argon2'
import { fromBase64url, toBase64url, utf8 } from './base64url'
import { derivePhraseKeys, type PhraseKeys } from './derive'
import { openDraft } from './draft'
import { NOW } from './people.fixture'
import { floorOf, openFloors } from './floors'
import { toInviteFragment, toInviteWords, readInvite } from './invite-secret'
import { parametersOf } from './kdf-profiles'
import { deriveBundle, openKeyring, sealKeyring } from './keyring'
import { openWithDeviceKey, openWithPhrase, openWithRecovery } from './opening'
import { acceptInvite, finishInvite, derivePairKeys, addInviteSecret } from './pairing'
import { normalisePhrase } from './phrase'
import { deriveBytes, sha256 } from './primitives'
import { deriveRecoveryKeys } from './recovery-code'
import { openText, type ServedRow } from './sealed-text'
import { DRAFT, type Magic } from './text-frame'
import { makeVault, type Vault } from './vault'
import vectors from './vectors.json'

const { kdf, wraps, keyring, floors, floorsByAuthor, pairing, texts, draft } = vectors
const seen = { floors: null }

let keys: PhraseKeys
let inviter: Vault, invitee: Vault
beforeAll(async () => {
  keys = await derivePhraseKeys(kdf.phrase, { kdf: kdf.profile, salt: kdf.salt }, 0)
  inviter = await open(wraps.vaultKey, wraps.uid, keyring.sealed)
  invitee = await open(keyring.partner.vaultKey, pairing.invitee.uid, keyring.partner.sealed)
})

async function open(vaultKey: string, uid: string, sealed: string): Promise<Vault> {
  const raw = fromBase64url(vaultKey, 32)
  return makeVault(raw, await openKeyring(raw, uid, sealed))
}

describe('the frozen formats', () => {
  test('KDF profile 1 and its split', async () => {
    expect(normalisePhrase(kdf.phrase)).toBe(kdf.normalised)
    const master = await argon2(parametersOf(1), utf8(kdf.normalised), fromBase64url(kdf.salt, 16))
    expect(toBase64url(master)).toBe(kdf.master)
    expect(toBase64url(await deriveBytes(master, 'auth'))).toBe(kdf.authKey)
    expect(toBase64url(await deriveBytes(master, 'wrap'))).toBe(kdf.wrapKey)
    expect(keys.authKey).toBe(kdf.authKey)
  })

  test('the three wraps open the same vault key', async () => {
    const { uid, vkPw, vkRec, vkDev, sessionId, deviceKey } = wraps
    const served = { uid, keyring: keyring.sealed }
    const recovery = await deriveRecoveryKeys(wraps.recoveryTyped)
    expect(recovery).toMatchObject({ recoveryAuth: wraps.recoveryAuth })
    const opened = [
      await openWithPhrase(keys, { ...served, vkPw }, seen),
      await openWithRecovery(recovery, { ...served, vkRec }, seen),
      await openWithDeviceKey({ ...served, sessionId, deviceKey, vkDev }, seen),
    ]
    for (const { vault } of opened) expect(toBase64url(vault.vaultKey)).toBe(wraps.vaultKey)
  })

  test('the keyring, its public keys, and the order of its JSON', async () => {
    expect(inviter.keyring).toEqual(keyring.plain)
    expect(JSON.stringify(inviter.keyring)).toBe(JSON.stringify(keyring.plain))
    expect(await deriveBundle(inviter.keyring)).toEqual(keyring.bundle)
    expect((await sealKeyring(inviter.vaultKey, inviter.keyring)).length).toBe(keyring.sealed.length)
  })

  test('the floors', async () => {
    expect(await openFloors(inviter, floors.sealed)).toEqual({
      keyring: floors.keyring,
      rows: new Map(floors.rows.map(({ id, rev }) => [id, rev])),
    })
  })

  test('the floors by author, beside those stored before', async () => {
    const { before, rows, sealed } = floorsByAuthor
    const all = await openFloors(inviter, sealed)
    expect(all).toEqual({
      keyring: floorsByAuthor.keyring,
      rows: new Map([
        ...before.map(({ id, rev }) => [id, rev] as const),
        ...rows.map(({ author, id, rev }) => [`${author}/${id}`, rev] as const),
      ]),
    })
    for (const row of rows) expect(floorOf(all, { ...row, magic: 'fivefold-entry/v1', pair: null })).toBe(row.rev)
  })

  test('the invite: what is derived from k, its link and its words', async () => {
    const secret = await readInvite(pairing.fragment)
    expect(secret).toBe(pairing.k)
    expect(toInviteFragment(secret)).toBe(pairing.fragment)
    expect(await toInviteWords(secret)).toBe(pairing.words)
    const { pairId, token, macKey } = await derivePairKeys(secret)
    expect(pairing).toMatchObject({ pairId, token, macKey: toBase64url(macKey) })
    expect(toBase64url(await sha256(utf8(token)))).toBe(pairing.tokenHash)
  })

  test('pairing: both MACs', async () => {
    const secret = await readInvite(pairing.words)
    const accepting = await makeVault(invitee.vaultKey, { ...invitee.keyring, partner: null })
    const served = { inviterBundle: pairing.inviter, inviterMac: pairing.inviterMac }
    const { acceptance } = await acceptInvite(accepting, secret, served, null)
    expect(acceptance).toEqual({ pairId: pairing.pairId, token: pairing.token, inviteeMac: pairing.inviteeMac })
    const inviting = await makeVault(inviter.vaultKey, {
      ...addInviteSecret(inviter.keyring, pairing.pairId, secret, NOW),
      partner: null,
    })
    const { partner } = await finishInvite(
      inviting,
      { ...acceptance, bundle: pairing.invitee, acceptedAt: NOW },
      pairing.pairId,
      NOW,
    )
    expect(partner).toEqual(keyring.plain.partner)
  })

  const named = texts.map(({ row, opens }) => [`${row.magic}, ${row.visibility}, ${opens.kind}`, row, opens] as const)
  test.each(named)('%s', async (_, row, opens) => {
    const served = readRow(row)
    expect(await openText(inviter, served, row.rev)).toEqual(opens)
    if (served.visibility === 'shared') expect(await openText(invitee, served, row.rev)).toEqual(opens)
  })

  test('a draft', async () => {
    const { id, of, sealed, body } = draft
    expect(await openDraft(inviter, { id, of, sealed })).toEqual({ id, of, body })
  })
})

const MAGICS: readonly Magic[] = [
  'fivefold-entry/v1',
  'fivefold-reply/v1',
  'fivefold-moment/v1',
  'fivefold-meaning/v1',
  'fivefold-line/v1',
  'fivefold-month/v1',
  'fivefold-change/v1',
  DRAFT,
]

function readRow({ magic: named, ...row }: (typeof texts)[number]['row']): ServedRow {
  const magic = MAGICS.find((known) => known === named)
  const { id, rev, author, sealed } = row
  if (!magic) throw new Error(`Unknown kind: ${named}`)
  if (!('pair' in row) || row.pair === undefined) return { magic, id, rev, author, sealed, visibility: 'private' }
  return {
    magic,
    id,
    rev,
    author,
    sealed,
    visibility: 'shared',
    pair: row.pair,
    meta: JSON.parse(JSON.stringify(row.meta)),
  }
}
