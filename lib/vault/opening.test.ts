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
import { aesKey, encodeLabel, random, randomUuid, sealBlob, type Blob64 } from './primitives'
import { recover, type Recovered } from './recover'
import { makeRecoveryCode, recoveryKeys } from './recovery-code'
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
// what other files derive in this process comes from what a page has, found where they spy on it
afterAll(() => deriveNativelyOutsidePages((...given) => webAssembly.argon2(...given)))

const seenAt = async (vault: Vault, floors: Floors): Promise<SeenFloors> => ({
  floors: await sealFloors(vault, floors),
})

describe('a new journal', () => {
  test('opens with its phrase, however it is typed', async () => {
    const typed = await derivePhraseKeys(`  ${PHRASE.replaceAll(' ', '\u00a0 ')} `, me.account, 1)
    expect(typed.authKey).toBe(me.account.authKey)
    const { vault, floors } = await openWithPhrase(typed, me.account, nothingSeen)
    expect(vault).toEqual(me.vault)
    expect(floors).toEqual({ keyring: 1, rows: new Map() })
  })

  test('sends up nothing that opens it', () => {
    const sent = JSON.stringify(me.account)
    const { keyring, vaultKey } = me.vault
    const code = me.recoveryCode
    const secrets = [keyring.enc[0], keyring.sig[0], code, code.replaceAll('-', ''), toBase64url(vaultKey), PHRASE]
    for (const secret of secrets) expect(sent).not.toContain(secret)
  })

  test('keeps its recovery code until the page was saved', () => {
    expect(me.vault.keyring.recovery).toBe(me.recoveryCode)
    const saved = removeRecoveryCode(me.vault.keyring)
    expect(saved.recovery).toBeNull()
    expect(removeRecoveryCode(saved)).toBe(saved)
  })

  test('does not begin with a phrase that is too short, whoever offers it', async () => {
    await expectFailure('phrase-too-short', () => register('too short'))
  })

  test('begun on an invite holds its partner from the first keyring on', async () => {
    const { secret, invite } = await makeInvite(other)
    const joined = await register(PHRASE, { secret, served: invite })
    expect(joined.acceptance?.pairId).toBe(invite.pairId)
    const keyring = await openKeyring(joined.vault.vaultKey, joined.account.uid, joined.account.keyring)
    expect(keyring).toMatchObject({ rev: 1, partner: { pair: invite.pairId, bundles: [other.bundle] } })
  })
})

describe('what does not open', () => {
  test('another phrase', async () => {
    const wrong = await derivePhraseKeys('five words that somebody guessed', me.account, 1)
    expect(wrong.authKey).not.toBe(me.account.authKey)
    await expectFailure('wrong-phrase', () => openWithPhrase(wrong, me.account, nothingSeen))
  })

  test('a wrap of somebody else, under another salt, or of something that is no key', async () => {
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

  test('a keyring of somebody else, or one that was touched', async () => {
    const { account, vault } = me
    const theirs = await sealKeyring(other.vaultKey, other.keyring)
    const misplaced = await sealKeyring(vault.vaultKey, other.keyring)
    const touched = `${account.keyring.slice(0, 40)}${account.keyring[40] === 'A' ? 'B' : 'A'}${account.keyring.slice(41)}`
    for (const keyring of [theirs, misplaced, touched, '', account.vkPw]) {
      await expectFailure('bad-keyring', () => openWithPhrase(keys, { ...account, keyring }, nothingSeen))
    }
  })

  test('a keyring of a shape that is not known, even under the right key', async () => {
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
      const sealed = await sealBlob(await aesKey(vaultKey), utf8(JSON.stringify(shape)), encodeLabel('keyring', uid))
      await expectFailure('bad-keyring', () => openKeyring(vaultKey, uid, sealed))
    }
  })
})

describe('an earlier state', () => {
  test('of the keyring stops; a yes sets the new floor', async () => {
    const { account, vault } = me
    const seen = await seenAt(vault, raiseKeyringFloor(noFloors, 7))
    const failure = await expectFailure('earlier-state', () => openWithPhrase(keys, account, seen))
    expect(failure).toHaveProperty('earlier', [{ what: 'keyring', shown: 1, seen: 7 }])
    const { floors } = await openWithPhrase(keys, account, { ...seen, acceptEarlier: true })
    expect(floors.keyring).toBe(1)
  })

  test('is not told by floors that cannot be read: they stop too', async () => {
    const floors = await sealFloors(other, noFloors)
    await expectFailure('bad-floors', () => openWithPhrase(keys, me.account, { floors }))
    expect((await openWithPhrase(keys, me.account, { floors, acceptEarlier: true })).floors.keyring).toBe(1)
  })
})

describe('a device that only one person uses', () => {
  const sessionId = randomUuid()

  test("opens with what it keeps and what the session's row keeps, and with neither alone", async () => {
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
    for (const one of wrong)
      await expectFailure('wrong-device-key', () => openWithDeviceKey({ ...kept, ...one }, nothingSeen))
  })

  test('stops at an earlier keyring as any other', async () => {
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
    recovered = await recover(await recoveryKeys(me.recoveryCode.toLowerCase()), me.account, NEW_PHRASE, nothingSeen)
  })

  test('the code that is sent is the one the account was made with', async () => {
    expect((await recoveryKeys(me.recoveryCode)).recoveryAuth).toBe(me.account.recoveryAuth)
  })

  test('keeps the keys, so that what was written before still opens', async () => {
    const row = { magic: 'fivefold-entry/v1', id: randomUuid(), rev: 1, visibility: 'private' } as const
    const sealed = await sealText(me.vault, { ...row, meta: {}, body: { text: 'From before.' } })
    expect(recovered.vault.bundle).toEqual(me.vault.bundle)
    const text = await openText(recovered.vault, { ...row, author: me.vault.uid, sealed }, 0)
    expect(text).toMatchObject({ body: { text: 'From before.' } })
  })

  test('opens with the new phrase and the new code from then on, and with the old ones no more', async () => {
    const { replacement, recoveryCode, floors } = recovered
    const served = { uid: me.account.uid, ...replacement }
    const renewed = await derivePhraseKeys(NEW_PHRASE, replacement, 1)
    expect(renewed.authKey).toBe(replacement.authKey)
    expect((await openWithPhrase(renewed, served, await seenAt(me.vault, floors))).vault).toEqual(recovered.vault)
    expect((await openWithRecovery(await recoveryKeys(recoveryCode), served, nothingSeen)).vault).toEqual(
      recovered.vault,
    )
    await expectFailure('wrong-phrase', () => openWithPhrase(keys, served, nothingSeen))
    const old = await recoveryKeys(me.recoveryCode)
    await expectFailure('wrong-recovery-code', () => openWithRecovery(old, served, nothingSeen))
    await expectFailure('wrong-phrase', () =>
      openWithPhrase({ ...renewed, salt: me.account.salt }, served, nothingSeen),
    )
  })

  test('holds the new code until its page was saved, one keyring further', () => {
    expect(recovered.replacement.keyringRev).toBe(2)
    expect(recovered.vault.keyring).toEqual({ ...me.vault.keyring, rev: 2, recovery: recovered.recoveryCode })
    expect(recovered.recoveryCode).not.toBe(me.recoveryCode)
  })

  test('needs the right code, and a phrase that may become one', async () => {
    const { account } = me
    const [right, wrong] = [await recoveryKeys(me.recoveryCode), await recoveryKeys(makeRecoveryCode())]
    await expectFailure('wrong-recovery-code', () => recover(wrong, account, NEW_PHRASE, nothingSeen))
    await expectFailure('phrase-too-short', () => recover(right, account, 'short', nothingSeen))
    await expectFailure('wrong-recovery-code', () =>
      openWithRecovery(right, { ...account, vkRec: account.vkPw }, nothingSeen),
    )
  })
})

describe('the keyring where it is kept', () => {
  /** A server that keeps one keyring, with compare-and-swap. */
  const keeper = (keyring: Blob64, rev: number) => {
    const kept = { keyring, rev }
    const put = async (write: KeyringWrite): Promise<KeyringAnswer> => {
      if (write.ifMatch !== kept.rev) return { is: 'stale', keyring: kept.keyring }
      Object.assign(kept, { keyring: write.keyring, rev: write.rev })
      return { is: 'kept' }
    }
    return { kept, put }
  }

  test('is changed one version further', async () => {
    const { kept, put } = keeper(me.account.keyring, 1)
    const vault = await changeKeyring(me.vault, removeRecoveryCode, put)
    expect(vault.keyring).toEqual({ ...me.vault.keyring, rev: 2, recovery: null })
    expect(await openKeyring(vault.vaultKey, vault.uid, kept.keyring)).toEqual(vault.keyring)
    expect(await changeKeyring(vault, removeRecoveryCode, put)).toBe(vault)
    expect(kept.rev).toBe(2)
  })

  test('two devices at once: neither change is lost', async () => {
    const { kept, put } = keeper(me.account.keyring, 1)
    const { secret, invite } = await makeInvite(me.vault)
    await changeKeyring(me.vault, (keyring) => ({ ...keyring, invites: { [invite.pairId]: secret } }), put)
    const vault = await changeKeyring(me.vault, removeRecoveryCode, put)
    expect(vault.keyring).toMatchObject({ rev: 3, recovery: null, invites: { [invite.pairId]: secret } })
    expect(kept.rev).toBe(3)
  })

  test('an answer that was lost is no race', async () => {
    const { kept, put } = keeper(me.account.keyring, 1)
    const deaf = async (write: KeyringWrite): Promise<KeyringAnswer> => {
      await put(write)
      return put(write)
    }
    expect((await changeKeyring(me.vault, removeRecoveryCode, deaf)).keyring.rev).toBe(2)
    expect(kept.rev).toBe(2)
  })

  test('an older one in the answer stops; somebody who always wins is given up on', async () => {
    const older = me.account.keyring
    const { vault } = await openWithPhrase(keys, me.account, nothingSeen)
    const later = await changeKeyring(vault, removeRecoveryCode, keeper(older, 1).put)
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
