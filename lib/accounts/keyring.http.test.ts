// The keyring on the server: the changes of two devices meet, and only the journal’s own key may write it.
import { beforeAll, describe, expect, test } from 'vitest'
import { newPerson, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { getMe, getVault, putKeyring, setSparePage } from './contract'
import { saveKeyring } from '@/lib/device/save-keyring'
import { openByPhrase, openWithoutPhrase } from '@/lib/device/open-journal'
import { sealKeyring } from '@/lib/vault/keyring'
import { signKeyring } from '@/lib/vault/keyring-proof'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

describe('the keyring', () => {
  test('keeps the changes of two devices at once', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const phoneVault = phone.journal.vault()
    if (!phoneVault) throw new Error('The journal is locked.')
    const invite =
      (pairId: string) =>
      <K extends { invites: Readonly<Record<string, string>> }>(keyring: K): K => ({
        ...keyring,
        invites: { ...keyring.invites, [pairId]: 'AAAAAAAAAAAAAAAAAAAAAA' },
      })
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    await Promise.all([
      saveKeyring(noor.device, noor.vault(), invite(first)),
      saveKeyring(phone, phoneVault, invite(second)),
    ])
    const third = await noor.signInElsewhere()
    expect(Object.keys(third.journal.vault()?.keyring.invites ?? {}).sort()).toEqual([first, second].sort())
  })

  test('at an earlier version opens nothing until the person has confirmed a restore, once', async () => {
    const noor = await newPerson(app)
    const before = await noor.device.call(getVault, {})
    await saveKeyring(noor.device, noor.vault(), (keyring) => ({
      ...keyring,
      invites: { [crypto.randomUUID()]: 'AAAAAAAAAAAAAAAAAAAAAA' },
    }))
    const restored = noor.device.reload()
    const call: typeof restored.call = async (contract, input, options) => {
      const answer = await restored.call(contract, input, options)
      return contract.path === getVault.path && contract.method === 'GET'
        ? ({ ...(answer as object), keyring: before.keyring, keyringRev: before.keyringRev } as typeof answer)
        : answer
    }
    const shown = { ...restored, call }
    await expect(openWithoutPhrase(shown)).rejects.toMatchObject({ code: 'earlier-state' })
    expect(shown.journal.vault()).toBeNull()
    expect((await openWithoutPhrase(shown, { acceptEarlier: true }))?.keyring.rev).toBe(before.keyringRev)
    expect((await openWithoutPhrase({ ...noor.device.reload(), call }))?.keyring.rev).toBe(before.keyringRev)
  })

  /** The next version of the keyring as the person's own device seals and signs it. */
  async function nextKeyring({ id, vault }: TestPerson, rev: number) {
    const { keyring, vaultKey } = vault()
    const sealed = await sealKeyring(vaultKey, { ...keyring, rev })
    return { keyring: sealed, signature: await signKeyring(keyring.sig[0], { uid: id, rev, keyring: sealed }) }
  }

  test('is replaced only by its next version: 428 without a version, 412 with the saved one', async () => {
    const noor = await newPerson(app)
    const { keyring, keyringRev } = await noor.device.call(getVault, {})
    const next = await nextKeyring(noor, keyringRev + 1)
    const bare = await noor.device.fetch('/api/me/vault', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(next),
    })
    expect(bare.status).toBe(428)
    const later = await nextKeyring(noor, keyringRev + 2)
    await expect(noor.device.call(putKeyring, { ...later, ifMatch: keyringRev + 1 })).rejects.toMatchObject({
      code: 'version-changed',
      details: { current: { keyring, keyringRev } },
    })
    const saved = { keyring: next.keyring, keyringRev: keyringRev + 1 }
    expect(await noor.device.call(putKeyring, { ...next, ifMatch: keyringRev })).toEqual(saved)
    // a retry after a lost answer
    expect(await noor.device.call(putKeyring, { ...next, ifMatch: keyringRev })).toEqual(saved)
  })

  test('can’t be replaced by a session alone: only a signature by the journal’s own key is accepted', async () => {
    const [noor, elias] = [await newPerson(app), await newPerson(app, { name: 'Elias' })]
    const { keyring, keyringRev: ifMatch } = await noor.device.call(getVault, {})
    const right = await nextKeyring(noor, ifMatch + 1)
    const rubbish = 'A'.repeat(60)
    const by = async (seed: string, uid: string, rev: number, signed: string) => ({
      keyring: rubbish,
      signature: await signKeyring(seed, { uid, rev, keyring: signed }),
    })
    const [mine, theirs] = [noor.vault().keyring.sig[0], elias.vault().keyring.sig[0]]
    const attempts = [
      { keyring: rubbish, signature: 'A'.repeat(86) },
      { keyring: rubbish, signature: right.signature },
      await by(theirs, noor.id, ifMatch + 1, rubbish),
      await by(mine, elias.id, ifMatch + 1, rubbish),
      await by(mine, noor.id, ifMatch, rubbish),
      await by(mine, noor.id, ifMatch + 2, rubbish),
      await by(mine, noor.id, ifMatch + 1, right.keyring),
    ]
    for (const contract of [putKeyring, setSparePage])
      for (const attempt of attempts)
        await expect(noor.device.call(contract, { ...attempt, ifMatch })).rejects.toMatchObject({ code: 'not-signed' })
    const fields = { method: 'PUT', headers: { 'content-type': 'application/json', 'if-match': `"${ifMatch}"` } }
    const bare = await noor.device.fetch('/api/me/vault', { ...fields, body: JSON.stringify({ keyring: rubbish }) })
    expect(bare.status).toBe(422)
    expect(await noor.device.call(getVault, {})).toMatchObject({ keyring, keyringRev: ifMatch })
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    await openByPhrase(noor.device.reload(), noor.phrase)
  })
})
