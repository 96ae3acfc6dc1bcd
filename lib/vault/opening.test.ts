import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nativeArgon2 } from '@/lib/testing/native-argon2'
import * as webAssembly from './argon2'
import { toBase64url, utf8 } from './base64url'
import { makeDeviceKey } from './device-key'
import { deriveNativelyOutsidePages, derivePhraseKeys, type PhraseKeys } from './derive'
import { noFloors, raiseKeyringFloor, sealFloors, type Floors } from './floors'
import { openKeyring, sealKeyring } from './keyring'
import { openWithDeviceKey, openWithPhrase, openWithRecovery, type SeenFloors } from './opening'
import { makeInvite } from './pairing'
import { expectFailure, somebody } from './people.fixture'
import { importAesKey, encodeLabel, random, randomUuid, sealBlob, type Blob64 } from './primitives'
import { recover, type Recovered } from './recover'
import { makeRecoveryCode, deriveRecoveryKeys } from './recovery-code'
import { register, type Registered } from './register'
import { openText, sealText } from './sealed-text'
import { changeKeyring, removeRecoveryCode, type KeyringAnswer, type KeyringWrite, type Vault } from './vault'
import { sealPhraseWrap } from './wraps'

const PHRASE = 'five words that nobody guesses'
const nothingSeen: SeenFloors = { floors: null }

let me: Registered
let keys: PhraseKeys
let other: Vault
beforeAll(async () => {
  deriveNativelyOutsidePages(nativeArgon2)
  me = await register(PHRASE)
  keys = await derivePhraseKeys(PHRASE, me.account, 1)
  other = await somebody()
})
// Other files in this process spy on the WebAssembly version.
afterAll(() => deriveNativelyOutsidePages((...given) => webAssembly.argon2(...given)))

const seenAt = async (vault: Vault, floors: Floors): Promise<SeenFloors> => ({
  floors: await sealFloors(vault, floors),
})

describe('a new journal', () => {
  test('opens with its phrase, whatever white space is typed', async () => {
    const typed = await derivePhraseKeys(`  ${PHRASE.replaceAll(' ', '\u00a0 ')} `, me.account, 1)
    expect(typed.authKey).toBe(me.account.authKey)
    const { vault, floors } = await openWithPhrase(typed, me.account, nothingSeen)
    expect(vault).toEqual(me.vault)
    expect(floors).toEqual({ keyring: 1, rows: new Map() })
  })

  test('sends nothing that opens it', () => {
    const sent = JSON.stringify(me.account)
    const { keyring, vaultKey } = me.vault
    const code = me.recoveryCode
    const secrets = [keyring.enc[0], keyring.sig[0], code, code.replaceAll('-', ''), toBase64url(vaultKey), PHRASE]
    for (const secret of secrets) expect(sent).not.toContain(secret)
  })

  test('holds its recovery code until the spare page was saved', () => {
    expect(me.vault.keyring.recovery).toBe(me.recoveryCode)
    const saved = removeRecoveryCode(me.vault.keyring)
    expect(saved.recovery).toBeNull()
    expect(removeRecoveryCode(saved)).toBe(saved)
  })

  test('needs a phrase that is long enough', async () => {
    await expectFailure('phrase-too-short', () => register('too short'))
  })

  test('that accepts an invite pins the partner in its first keyring', async () => {
    const { secret, invite } = await makeInvite(other)
    const joined = await register(PHRASE, { secret, served: invite })
    expect(joined.acceptance?.pairId).toBe(invite.pairId)
    const keyring = await openKeyring(joined.vault.vaultKey, joined.account.uid, joined.account.keyring)
    expect(keyring).toMatchObject({ rev: 1, partner: { pair: invite.pairId, bundles: [other.bundle] } })
  })
})

describe('opening is refused', () => {
  test('with another phrase', async () => {
    const wrong = await derivePhraseKeys('five words that somebody guessed', me.account, 1)
    expect(wrong.authKey).not.toBe(me.account.authKey)
    await expectFailure('wrong-phrase', () => openWithPhrase(wrong, me.account, nothingSeen))
  })

  test('with a wrap of somebody else, under another salt, or of something that is no key', async () => {
    const { account, vault } = me
    for (const uid of [other.uid, randomUuid()]) {
      const vkPw = await sealPhraseWrap(keys, uid, vault.vaultKey)
      await expectFailure('wrong-phrase', () => openWithPhrase(keys, { ...account, vkPw }, nothingSeen))
    }
    const resalted = { ...keys, salt: toBase64url(random(16)) }
    await expectFailure('wrong-phrase', () => openWithPhrase(resalted, account, nothingSeen))
    const short = await sealPhraseWrap(keys, account.uid, random(16))
    await expectFailure('wrong-phrase', () => openWithPhrase(keys, { ...account, vkPw: short }, nothingSeen))
    for (const vkPw of ['', 'AAAA', account.vkRec]) {
      await expectFailure('wrong-phrase', () => openWithPhrase(keys, { ...account, vkPw }, nothingSeen))
    }
  })

  test('with a keyring of somebody else, or a changed one', async () => {
    const { account, vault } = me
    const theirs = await sealKeyring(other.vaultKey, other.keyring)
    const misplaced = await sealKeyring(vault.vaultKey, other.keyring)
    const changed = `${account.keyring.slice(0, 40)}${account.keyring[40] === 'A' ? 'B' : 'A'}${account.keyring.slice(41)}`
    for (const keyring of [theirs, misplaced, changed, '', account.vkPw]) {
      await expectFailure('bad-keyring', () => openWithPhrase(keys, { ...account, keyring }, nothingSeen))
    }
  })

  test('with a keyring of an unknown shape, even under the right key', async () => {
    const { keyring, vaultKey, uid } = me.vault
    const shapes = [
      { ...keyring, v: 'fivefold/v2' },
      { ...keyring, uid: other.uid },
      { ...keyring, rev: 0 },
      { ...keyring, enc: [] },
      { ...keyring, enc: ['AGE-SECRET-KEY-PQ-1QQQ'] },
      { ...keyring, sig: ['AAAA'] },
      { ...keyring, partner: { pair: 'x', bundles: [other.bundle] } },
      { ...keyring, partner: { pair: randomUuid(), bundles: [] } },
      { ...keyring, partner: { pair: randomUuid(), bundles: [other.bundle, me.vault.bundle] } },
      { ...keyring, former: null },
      { ...keyring, invites: { x: 'AAAAAAAAAAAAAAAAAAAAAA' } },
      { ...keyring, recovery: undefined },
      { ...keyring, later: 1 },
    ]
    for (const shape of shapes) {
      const sealed = await sealBlob(
        await importAesKey(vaultKey),
        utf8(JSON.stringify(shape)),
        encodeLabel('keyring', uid),
      )
      await expectFailure('bad-keyring', () => openKeyring(vaultKey, uid, sealed))
    }
  })
})

describe('an earlier state', () => {
  test('of the keyring is refused, and a confirmed restore sets the new floor', async () => {
    const { account, vault } = me
    const seen = await seenAt(vault, raiseKeyringFloor(noFloors, 7))
    const failure = await expectFailure('earlier-state', () => openWithPhrase(keys, account, seen))
    expect(failure).toHaveProperty('earlier', [{ what: 'keyring', shown: 1, seen: 7 }])
    const { floors } = await openWithPhrase(keys, account, { ...seen, acceptEarlier: true })
    expect(floors.keyring).toBe(1)
  })

  test('can’t be ruled out by unreadable floors, so they are refused too', async () => {
    const floors = await sealFloors(other, noFloors)
    await expectFailure('bad-floors', () => openWithPhrase(keys, me.account, { floors }))
    expect((await openWithPhrase(keys, me.account, { floors, acceptEarlier: true })).floors.keyring).toBe(1)
  })
})

describe('a device that only one person uses', () => {
  const sessionId = randomUuid()

  test("opens with its own half and the half in the session's row, and with neither alone", async () => {
    const { deviceKey, vkDev } = await makeDeviceKey(me.vault, sessionId)
    const kept = { uid: me.account.uid, sessionId, deviceKey, vkDev, keyring: me.account.keyring }
    expect((await openWithDeviceKey(kept, nothingSeen)).vault).toEqual(me.vault)
    const another = await makeDeviceKey(me.vault, sessionId)
    const wrong = [
      { deviceKey: another.deviceKey },
      { deviceKey: '' },
      { deviceKey: `${deviceKey}=` },
      { vkDev: another.vkDev },
      { vkDev: me.account.vkPw },
      { sessionId: randomUuid() },
      { uid: other.uid },
    ]
    for (const change of wrong)
      await expectFailure('wrong-device-key', () => openWithDeviceKey({ ...kept, ...change }, nothingSeen))
  })

  test('refuses an earlier keyring too', async () => {
    const { deviceKey, vkDev } = await makeDeviceKey(me.vault, sessionId)
    const kept = { uid: me.account.uid, sessionId, deviceKey, vkDev, keyring: me.account.keyring }
    await expectFailure('earlier-state', async () =>
      openWithDeviceKey(kept, await seenAt(me.vault, raiseKeyringFloor(noFloors, 2))),
    )
  })
})

describe('recovering', () => {
  let recovered: Recovered
  const NEW_PHRASE = 'quite another set of words'
  beforeAll(async () => {
    recovered = await recover(
      await deriveRecoveryKeys(me.recoveryCode.toLowerCase()),
      me.account,
      NEW_PHRASE,
      nothingSeen,
    )
  })

  test('sends the recovery key that the account was made with', async () => {
    expect((await deriveRecoveryKeys(me.recoveryCode)).recoveryAuth).toBe(me.account.recoveryAuth)
  })

  test('keeps the keys, so that what was written before still opens', async () => {
    const row = { magic: 'fivefold-entry/v1', id: randomUuid(), rev: 1, visibility: 'private' } as const
    const sealed = await sealText(me.vault, { ...row, meta: {}, body: { text: 'From before.' } })
    expect(recovered.vault.bundle).toEqual(me.vault.bundle)
    const text = await openText(recovered.vault, { ...row, author: me.vault.uid, sealed }, 0)
    expect(text).toMatchObject({ body: { text: 'From before.' } })
  })

  test('afterwards only the new phrase and the new code open the journal', async () => {
    const { replacement, recoveryCode, floors } = recovered
    const served = { uid: me.account.uid, ...replacement }
    const renewed = await derivePhraseKeys(NEW_PHRASE, replacement, 1)
    expect(renewed.authKey).toBe(replacement.authKey)
    expect((await openWithPhrase(renewed, served, await seenAt(me.vault, floors))).vault).toEqual(recovered.vault)
    expect((await openWithRecovery(await deriveRecoveryKeys(recoveryCode), served, nothingSeen)).vault).toEqual(
      recovered.vault,
    )
    await expectFailure('wrong-phrase', () => openWithPhrase(keys, served, nothingSeen))
    const old = await deriveRecoveryKeys(me.recoveryCode)
    await expectFailure('wrong-recovery-code', () => openWithRecovery(old, served, nothingSeen))
    await expectFailure('wrong-phrase', () =>
      openWithPhrase({ ...renewed, salt: me.account.salt }, served, nothingSeen),
    )
  })

  test('makes the next keyring, which holds the new code', () => {
    expect(recovered.replacement.keyringRev).toBe(2)
    expect(recovered.vault.keyring).toEqual({ ...me.vault.keyring, rev: 2, recovery: recovered.recoveryCode })
    expect(recovered.recoveryCode).not.toBe(me.recoveryCode)
  })

  test('needs the right code, and a phrase that is long enough', async () => {
    const { account } = me
    const [right, wrong] = [await deriveRecoveryKeys(me.recoveryCode), await deriveRecoveryKeys(makeRecoveryCode())]
    await expectFailure('wrong-recovery-code', () => recover(wrong, account, NEW_PHRASE, nothingSeen))
    await expectFailure('phrase-too-short', () => recover(right, account, 'short', nothingSeen))
    await expectFailure('wrong-recovery-code', () =>
      openWithRecovery(right, { ...account, vkRec: account.vkPw }, nothingSeen),
    )
  })
})

describe('the saved keyring', () => {
  /** A server that stores one keyring, with compare-and-swap. */
  const fakeServer = (keyring: Blob64, rev: number) => {
    const kept = { keyring, rev }
    const put = async (write: KeyringWrite): Promise<KeyringAnswer> => {
      if (write.ifMatch !== kept.rev) return { is: 'stale', keyring: kept.keyring }
      Object.assign(kept, { keyring: write.keyring, rev: write.rev })
      return { is: 'saved' }
    }
    return { kept, put }
  }

  test('gets the next version with each change', async () => {
    const { kept, put } = fakeServer(me.account.keyring, 1)
    const vault = await changeKeyring(me.vault, removeRecoveryCode, put)
    expect(vault.keyring).toEqual({ ...me.vault.keyring, rev: 2, recovery: null })
    expect(await openKeyring(vault.vaultKey, vault.uid, kept.keyring)).toEqual(vault.keyring)
    expect(await changeKeyring(vault, removeRecoveryCode, put)).toBe(vault)
    expect(kept.rev).toBe(2)
  })

  test('keeps the changes of two devices at once', async () => {
    const { kept, put } = fakeServer(me.account.keyring, 1)
    const { secret, invite } = await makeInvite(me.vault)
    await changeKeyring(me.vault, (keyring) => ({ ...keyring, invites: { [invite.pairId]: secret } }), put)
    const vault = await changeKeyring(me.vault, removeRecoveryCode, put)
    expect(vault.keyring).toMatchObject({ rev: 3, recovery: null, invites: { [invite.pairId]: secret } })
    expect(kept.rev).toBe(3)
  })

  test('is not changed twice when an answer was lost', async () => {
    const { kept, put } = fakeServer(me.account.keyring, 1)
    const putTwice = async (write: KeyringWrite): Promise<KeyringAnswer> => {
      await put(write)
      return put(write)
    }
    expect((await changeKeyring(me.vault, removeRecoveryCode, putTwice)).keyring.rev).toBe(2)
    expect(kept.rev).toBe(2)
  })

  test('is not changed when the server answers an older one, or when another device always writes first', async () => {
    const older = me.account.keyring
    const { vault } = await openWithPhrase(keys, me.account, nothingSeen)
    const later = await changeKeyring(vault, removeRecoveryCode, fakeServer(older, 1).put)
    const change = () => ({ ...later.keyring, former: [] })
    await expectFailure('earlier-state', () =>
      changeKeyring(later, change, async () => ({ is: 'stale', keyring: older })),
    )
    const busy = async ({ ifMatch }: KeyringWrite): Promise<KeyringAnswer> => ({
      is: 'stale',
      keyring: await sealKeyring(vault.vaultKey, { ...vault.keyring, rev: ifMatch + 1 }),
    })
    await expectFailure('keyring-busy', () => changeKeyring(vault, removeRecoveryCode, busy))
  })
})
