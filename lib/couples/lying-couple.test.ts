// A server that lies about the couple: a device pins nobody who did not prove their keys, and nobody else's couple.
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Device } from '@/lib/device/device'
import { tabStore } from '@/lib/device/tab-store'
import { makeCall } from '@/lib/http/call'
import { makeLock } from '@/lib/vault/lock'
import { acceptInvite, addInviteSecret, makeInvite, settleCouple } from '@/lib/vault/pairing'
import { NOW, paired, somebody, withKeyring } from '@/lib/vault/people.fixture'
import { randomUuid } from '@/lib/vault/primitives'
import { openStore } from '@/lib/vault/store'
import type { Vault } from '@/lib/vault/vault'
import { settlePairing } from './device'

/** The inviter, whose former partner is `ex`, before their device has checked that `bea` accepted. */
let me: Vault, bea: Vault, ex: Vault
let pair: string, former: string
let honest: Record<string, unknown>
let values: readonly unknown[]

beforeAll(async () => {
  const first = await paired(await somebody(), await somebody())
  ;[ex, former] = [first.b, first.pair]
  bea = await somebody()
  const parted = await withKeyring(first.a, settleCouple(first.a.keyring, null))
  const { secret, invite } = await makeInvite(parted)
  pair = invite.pairId
  me = await withKeyring(parted, addInviteSecret(parted.keyring, pair, secret, NOW))
  const { acceptance } = await acceptInvite(bea, secret, invite, null)
  const member = (vault: Vault, slot: number) => ({ id: vault.uid, name: 'Somebody', zone: 'UTC', slot })
  honest = {
    id: pair,
    weekStart: 1,
    me: member(me, 1),
    partner: member(bea, 2),
    partnerBundle: bea.bundle,
    inviteeMac: acceptance.inviteeMac,
    acceptedAt: new Date(NOW).toISOString(),
    startedOn: '2026-11-24',
  }
  const stranger = await somebody()
  const people = [me, bea, ex, stranger]
  values = [
    ...people.flatMap((vault) => [vault.uid, vault.bundle, vault.bundle.enc, vault.bundle.sig]),
    ...[pair, former, randomUuid(), null, 'A'.repeat(43), new Date(NOW + 1e9).toISOString(), new Date(0).toISOString()],
    ...people.map((vault) => member(vault, 2)),
  ]
})

/** Settles the pairing of a person on a new device, to which a server says this about the couple. */
async function settle(vault: Vault, couple: unknown): Promise<Vault> {
  const store = tabStore(await openStore(randomUuid()))
  const journal = makeLock({ now: () => NOW, after: () => () => {}, channel: null })
  journal.open(vault, { locksWhenIdle: false })
  const fetch = async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'PUT') return Response.json({ couple, former: [] })
    const { keyring } = JSON.parse(String(init.body)) as { keyring: string }
    return Response.json({ keyring, keyringRev: 9 })
  }
  const call = makeCall({ base: '', fetch: fetch as typeof globalThis.fetch })
  const clock = () => new Date(NOW)
  const device = { call, store, journal, now: clock, present: clock } as unknown as Device
  await settlePairing(device, vault).catch(() => undefined)
  store.close()
  return journal.vault() ?? expect.fail('it was locked')
}

test('an honest answer pins who accepted', async () => {
  expect((await settle(me, honest)).keyring.partner).toEqual({ pair, bundles: [bea.bundle] })
})

test('no lie pins anybody else, or gives the former couple to somebody', async () => {
  const pinned = await settle(me, honest)
  const lie = fc.record({ where: fc.nat(), value: fc.nat(), within: fc.nat() })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(lie, { minLength: 1, maxLength: 3 }), async (isPinned, lies) => {
      const couple = structuredClone(honest)
      for (const { where, value, within } of lies) {
        const name = Object.keys(couple)[where % Object.keys(couple).length] ?? 'id'
        const part = couple[name]
        const put = values[value % values.length]
        if (part !== null && typeof part === 'object' && within % 2 === 0) {
          const inner = Object.keys(part)[within % Object.keys(part).length] ?? 'id'
          couple[name] = { ...part, [inner]: put }
        } else couple[name] = put
      }
      const { partner, former: formerPins } = (await settle(isPinned ? pinned : me, couple)).keyring
      if (partner) expect(partner).toEqual({ pair: partner.pair, bundles: [bea.bundle] })
      expect(partner?.pair).not.toBe(former)
      const known = [ex.bundle, bea.bundle].map(({ uid }) => uid)
      for (const pin of formerPins) expect(known).toContain(pin.bundles[0].uid)
    }),
    { numRuns: 150 },
  )
})
