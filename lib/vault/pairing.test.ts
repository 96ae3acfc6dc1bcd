import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { toBase64url, utf8 } from './base64url'
import { settleInvites } from './invite-age'
import { openKeyring, sealKeyring, type Keyring } from './keyring'
import { toInviteFragment, toInviteWords, makeInviteSecret, readInvite } from './invite-secret'
import {
  acceptInvite,
  finishInvite,
  makeInvite,
  derivePairKeys,
  settleCouple,
  checkPin,
  addInviteSecret,
  removeInviteSecret,
  type NewInvite,
} from './pairing'
import { expectFailure, NOW, paired, somebody, withKeyring } from './people.fixture'
import { isUuid, randomUuid, sha256 } from './primitives'
import type { InviteSecret } from './invite-secret'
import type { Vault } from './vault'

let a: Vault, b: Vault, stranger: Vault
let secret: InviteSecret
let invite: NewInvite
beforeAll(async () => {
  ;[a, b, stranger] = await Promise.all([somebody(), somebody(), somebody()])
  ;({ secret, invite } = await makeInvite(a))
  a = await withKeyring(a, addInviteSecret(a.keyring, invite.pairId, secret, NOW))
})

describe('an invite', () => {
  test('reads the same secret from a link, its fragment or twelve words', async () => {
    const words = await toInviteWords(secret)
    expect(words.split(' ')).toHaveLength(12)
    const fragment = toInviteFragment(secret)
    const numbered = words
      .split(' ')
      .map((word, index) => `${index + 1}. ${word}`)
      .join(', ')
    const cut = words
      .split(' ')
      .map((word) => word.slice(0, 4))
      .join(' ')
    const links = [fragment, `#${fragment}`, `https://home.example/join#${fragment} `]
    const aloud = [words, words.toUpperCase(), ` ${words.replaceAll(' ', '\n')}`, numbered]
    for (const typed of [...links, ...aloud]) expect(await readInvite(typed)).toBe(secret)
    if (cut.split(' ').every((word) => word.length === 4)) expect(await readInvite(cut)).toBe(secret)
  })

  test('reads any secret from its words, also from shortened ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constant(null).map(makeInviteSecret), async (made) => {
        expect(await readInvite(await toInviteWords(made))).toBe(made)
        const cut = (await toInviteWords(made)).split(' ').map((word) => word.slice(0, Math.max(4, word.length - 1)))
        expect(await readInvite(cut.join(' '))).toBe(made)
      }),
      { numRuns: 15 },
    )
  })

  test('refuses a misheard word', async () => {
    // BIP 39's own vector of 7f7f…
    const known = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
    expect(await readInvite(known)).toBe(toBase64url(new Uint8Array(16).fill(0x7f)))
    await expectFailure('bad-invite-words', () => readInvite(known.replace('sausage', 'sauce')))
    await expectFailure('bad-invite-words', () => readInvite(known.replace('sausage', 'xylophone')))
  })

  const wrongLinks = [
    '',
    'v1.',
    'v1.AAAA',
    'v2.AAAAAAAAAAAAAAAAAAAAAA',
    'v1.AAAAAAAAAAAAAAAAAAAAAB',
    'https://home.example/join',
  ]
  test.each([...wrongLinks, 'legal winner thank'])('is not read from %j', async (typed) => {
    await expectFailure('bad-invite', () => readInvite(typed))
  })

  test('is sent without its secret, and with its token only as a hash', async () => {
    const { pairId, token } = await derivePairKeys(secret)
    expect(pairId).toBe(invite.pairId)
    expect(pairId).toSatisfy(isUuid)
    expect(invite.tokenHash).toBe(toBase64url(await sha256(utf8(token))))
    for (const kept of [secret, token]) expect(JSON.stringify(invite)).not.toContain(kept)
  })
})

describe('pairing', () => {
  test("pins each other's keys, and removes the invite", async () => {
    const both = await paired(await somebody(), await somebody())
    expect(both.a.keyring.partner).toEqual({ pair: both.pair, bundles: [both.b.bundle] })
    expect(both.b.keyring.partner).toEqual({ pair: both.pair, bundles: [both.a.bundle] })
    expect(both.a.keyring.invites).toEqual({})
  })

  test("refuses other keys in the inviter's place", async () => {
    const { enc, sig } = stranger.bundle
    for (const other of [
      stranger.bundle,
      { ...a.bundle, enc },
      { ...a.bundle, sig },
      { ...a.bundle, uid: randomUuid() },
    ]) {
      await expectFailure('invite-forged', () => acceptInvite(b, secret, { ...invite, inviterBundle: other }, null))
    }
    const other = await makeInvite(stranger)
    await expectFailure('invite-forged', () => acceptInvite(b, secret, other.invite, null))
    for (const inviterMac of ['', 'AAAA', '!', toBase64url(new Uint8Array(32))]) {
      await expectFailure('invite-forged', () => acceptInvite(b, secret, { ...invite, inviterMac }, null))
    }
  })

  test("refuses other keys in the invitee's place", async () => {
    const { inviteeMac } = (await acceptInvite(b, secret, invite, null)).acceptance
    const finish = (bundle: unknown, mac: string) => () =>
      finishInvite(a, { bundle, inviteeMac: mac, acceptedAt: NOW }, invite.pairId, NOW)
    await expectFailure('invite-forged', finish(stranger.bundle, inviteeMac))
    await expectFailure('invite-forged', finish({ ...b.bundle, enc: stranger.bundle.enc }, inviteeMac))
    for (const mac of [invite.inviterMac, '', '!']) await expectFailure('invite-forged', finish(b.bundle, mac))
    const elsewhere = await makeInvite(stranger)
    const forged = await acceptInvite(b, elsewhere.secret, elsewhere.invite, null)
    await expectFailure('invite-forged', finish(b.bundle, forged.acceptance.inviteeMac))
  })

  test('finds which of several invites was accepted, and keeps the others', async () => {
    const second = await makeInvite(a)
    const inviting = await withKeyring(a, addInviteSecret(a.keyring, second.invite.pairId, second.secret, NOW))
    const { acceptance } = await acceptInvite(b, second.secret, second.invite, null)
    const keyring = await finishInvite(
      inviting,
      { ...acceptance, bundle: b.bundle, acceptedAt: NOW },
      second.invite.pairId,
      NOW,
    )
    expect(keyring.partner).toEqual({ pair: second.invite.pairId, bundles: [b.bundle] })
    expect(keyring.invites).toEqual({ [invite.pairId]: secret })
  })

  test('refuses a malformed bundle', async () => {
    const { v, uid, enc, sig } = a.bundle
    const whole = { v, uid, enc, sig }
    const shapes = [
      null,
      [],
      'x',
      {},
      { v, uid, enc },
      { ...whole, more: 1 },
      { ...whole, v: 'fivefold/v2' },
      { ...whole, uid: 'x' },
    ]
    const keys = [
      { ...whole, enc: enc.toUpperCase() },
      { ...whole, enc: `age1pq1${enc.slice(4)}` },
      { ...whole, sig: sig.slice(1) },
    ]
    for (const inviterBundle of [...shapes, ...keys]) {
      await expectFailure('bad-bundle', () => acceptInvite(b, secret, { ...invite, inviterBundle }, null))
    }
  })

  test("accepts a bundle's keys in any order", async () => {
    const { v, uid, enc, sig } = a.bundle
    const { keyring } = await acceptInvite(b, secret, { ...invite, inviterBundle: { sig, enc, uid, v } }, null)
    expect(keyring.partner?.bundles).toEqual([a.bundle])
  })

  test('uses an invite only once', async () => {
    const { acceptance } = await acceptInvite(b, secret, invite, null)
    const served = { ...acceptance, bundle: b.bundle, acceptedAt: NOW }
    const done = await withKeyring(a, await finishInvite(a, served, invite.pairId, NOW))
    await expectFailure('no-such-invite', () => finishInvite(done, served, invite.pairId, NOW))
    const withdrawn = await withKeyring(a, removeInviteSecret(a.keyring, invite.pairId))
    await expectFailure('no-such-invite', () => finishInvite(withdrawn, served, invite.pairId, NOW))
  })

  test('counts an invite for 72 hours, by the inviter’s clock, whatever the server says later', async () => {
    const { acceptance } = await acceptInvite(b, secret, invite, null)
    const hours = (count: number) => NOW + count * 3_600_000
    const finish = (acceptedAt: number, now: number) =>
      finishInvite(a, { ...acceptance, bundle: b.bundle, acceptedAt }, invite.pairId, now)
    // an inviter who comes back late still pins who accepted in time
    for (const [accepted, now] of [
      [0, 0],
      [71, 72],
      [72, 72],
      [71, 13 * 24],
    ] as const)
      expect((await finish(hours(accepted), hours(now))).partner?.pair).toBe(invite.pairId)
    for (const [accepted, now] of [
      [73, 73],
      [73, 80],
      [-73, 1],
      [71, 14 * 24 + 1],
      [24 * 365, 24 * 365],
    ] as const)
      await expectFailure('no-such-invite', () => finish(hours(accepted), hours(now)))
  })

  test('removes invites that have run out, and gives a time to those of before', async () => {
    const { keyring } = a
    const later = (count: number) => settleInvites(keyring, NOW + count * 3_600_000)
    expect(later(72)).toBe(keyring)
    expect(later(73)).toMatchObject({ invites: {}, madeAt: {} })
    expect(later(-73)).toMatchObject({ invites: {}, madeAt: {} })
    const { madeAt: _, ...before } = keyring
    const timed = settleInvites(before, NOW)
    expect(timed).toEqual(keyring)
    const sealed = await sealKeyring(a.vaultKey, timed)
    expect(await openKeyring(a.vaultKey, a.uid, sealed)).toEqual(timed)
    for (const madeAt of [null, [], { [invite.pairId]: 'now' }, { [invite.pairId]: 1.5 }, { x: 1 }]) {
      const wrong = await sealKeyring(a.vaultKey, { ...timed, madeAt } as unknown as Keyring)
      await expectFailure('bad-keyring', () => openKeyring(a.vaultKey, a.uid, wrong))
    }
  })

  test('never gives the couple of a former partner to somebody else', async () => {
    const first = await paired(a, await somebody())
    const parted = await withKeyring(a, {
      ...settleCouple(first.a.keyring, null),
      invites: a.keyring.invites,
      madeAt: a.keyring.madeAt ?? {},
    })
    const { acceptance } = await acceptInvite(b, secret, invite, null)
    const served = { ...acceptance, bundle: b.bundle, acceptedAt: NOW }
    await expectFailure('pair-mismatch', () => finishInvite(parted, served, first.pair, NOW))
    expect((await finishInvite(parted, served, invite.pairId, NOW)).partner?.pair).toBe(invite.pairId)
  })

  test('refuses to pair a person with themselves', async () => {
    await expectFailure('own-invite', () => acceptInvite(a, secret, invite, null))
    const twin = await withKeyring(a, { ...a.keyring, uid: randomUuid() }) // the same keys under another name
    await expectFailure('own-invite', () => acceptInvite(twin, secret, invite, null))
  })

  test('refuses a second partner until the couple has parted', async () => {
    const { b: taken, pair } = await paired(await somebody(), b)
    await expectFailure('already-paired', () => acceptInvite(taken, secret, invite, pair))
    const free = await withKeyring(taken, settleCouple(taken.keyring, null))
    expect(free.keyring.former.map((pin) => pin.pair)).toEqual([pair])
    expect((await acceptInvite(free, secret, invite, null)).keyring.partner?.pair).toBe(invite.pairId)
  })
})

describe('a couple', () => {
  test('of the same two people after parting is a new one, whichever device has noticed the parting', async () => {
    const first = await paired(await somebody(), await somebody())
    const fresh = await makeInvite(first.a)
    const accepted = await acceptInvite(first.b, fresh.secret, fresh.invite, null)
    const pin = { pair: fresh.invite.pairId, bundles: [first.a.bundle] }
    expect(accepted.keyring).toMatchObject({ partner: pin, former: [{ pair: first.pair, bundles: [first.a.bundle] }] })
    const inviting = await withKeyring(
      first.a,
      addInviteSecret(first.a.keyring, fresh.invite.pairId, fresh.secret, NOW),
    )
    const finished = await finishInvite(
      inviting,
      { ...accepted.acceptance, bundle: first.b.bundle, acceptedAt: NOW },
      fresh.invite.pairId,
      NOW,
    )
    expect(finished).toMatchObject({ partner: { pair: fresh.invite.pairId }, former: [{ pair: first.pair }] })
  })

  test('stays the same when a new link pins new keys, which go before the old ones', async () => {
    const both = await paired(await somebody(), await somebody())
    const fresh = await somebody()
    const { enc, sig } = both.a.keyring
    const newer = { enc: [...fresh.keyring.enc, ...enc], sig: [...fresh.keyring.sig, ...sig] } as const
    const renewed = await withKeyring(both.a, { ...both.a.keyring, ...newer })
    const again = await paired(renewed, both.b)
    expect(again.pair).toBe(both.pair)
    expect(again.b.keyring.partner).toEqual({ pair: both.pair, bundles: [renewed.bundle, both.a.bundle] })
    expect(again.a.keyring.partner).toEqual({ pair: both.pair, bundles: [both.b.bundle] })
  })

  test('becomes a former one by parting, and a later couple begins empty', async () => {
    const first = await paired(await somebody(), await somebody())
    expect(settleCouple(first.a.keyring, first.pair)).toBe(first.a.keyring)
    const parted = await withKeyring(first.a, settleCouple(first.a.keyring, null))
    expect(parted.keyring).toMatchObject({ partner: null, former: [{ pair: first.pair, bundles: [first.b.bundle] }] })
    const second = await paired(parted, await withKeyring(first.b, settleCouple(first.b.keyring, null)))
    expect(second.a.keyring.partner?.pair).toBe(second.pair)
    expect(second.a.keyring.former).toHaveLength(1)
  })

  test('is pinned only while the server names the pinned keys', async () => {
    const { a: me, b: partner, pair } = await paired(await somebody(), await somebody())
    expect(checkPin(me.keyring, { pair, bundle: partner.bundle })).toBe('pinned')
    expect(checkPin(me.keyring, { pair, bundle: { ...partner.bundle, enc: stranger.bundle.enc } })).toBe('changed')
    expect(checkPin(me.keyring, { pair: randomUuid(), bundle: partner.bundle })).toBe('unproved')
    expect(checkPin(stranger.keyring, { pair, bundle: partner.bundle })).toBe('unproved')
  })
})
