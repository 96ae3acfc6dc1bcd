// The spare page: it opens the journal with a new phrase, and can be made anew at any time.
import { beforeAll, describe, expect, test } from 'vitest'
import { Unreachable } from '@/lib/http/call'
import { newDevice } from '@/lib/testing/devices'
import { newPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { getMe, getVault, putSparePageCode } from './contract'
import { openByPhrase } from '@/lib/device/open-journal'
import { beginRecovery } from './recovery'
import { signIn } from './sign-in'
import { sendNewSparePage, sendSparePageSaved, sparePageCode } from './spare-page'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

describe('the spare page', () => {
  test('sets a new phrase, ends every session, and is replaced itself', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const code = sparePageCode(noor.vault())
    if (!code) throw new Error('The keyring holds no code.')
    await sendSparePageSaved(noor.device, noor.vault())
    expect(sparePageCode(noor.vault())).toBeNull()
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: '2026-11-24' })

    const borrowed = await newDevice(app)
    const recovery = await beginRecovery(borrowed, { email: noor.email, code: code.toLowerCase().replaceAll('-', ' ') })
    const vault = await recovery.choose({ phrase: 'quite another phrase now', onlyMe: false })
    expect(vault.uid).toBe(noor.id)
    expect(await borrowed.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    expect(sparePageCode(vault)).not.toBe(code)
    await expect(phone.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    await expect(noor.device.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
    await expect(beginRecovery(await newDevice(app), { email: noor.email, code })).rejects.toMatchObject({
      code: 'not-known',
    })
    await expect(signIn(await newDevice(app), { ...noor, onlyMe: true })).rejects.toMatchObject({ code: 'not-known' })
  })

  test('can be replaced at any time: the former one, and what it had opened, ends at once', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const former = sparePageCode(noor.vault()) ?? ''
    await sendSparePageSaved(noor.device, noor.vault())
    const before = await beginRecovery(await newDevice(app), { email: noor.email, code: former })

    const vault = await sendNewSparePage(noor.device, noor.vault(), noor.phrase)
    const code = sparePageCode(vault) ?? ''
    expect(code).not.toBe(former)
    expect(sparePageCode(noor.vault())).toBe(code)
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    expect(sparePageCode(await openByPhrase(phone.reload(), noor.phrase))).toBe(code)
    await expect(before.choose({ phrase: 'quite another phrase now', onlyMe: true })).rejects.toMatchObject({
      code: 'not-known',
    })
    await expect(beginRecovery(await newDevice(app), { email: noor.email, code: former })).rejects.toMatchObject({
      code: 'not-known',
    })
    const recovery = await beginRecovery(await newDevice(app), { email: noor.email, code })
    expect((await recovery.choose({ phrase: 'quite another phrase now', onlyMe: true })).uid).toBe(noor.id)
  })

  test('can’t be noted as saved where another device has made a newer one, which is shown instead', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    const onPhone = phone.journal.vault()
    if (!onPhone) throw new Error('The journal of the phone is shut.')
    const newer = sparePageCode(await sendNewSparePage(phone, onPhone, noor.phrase))
    const shown = await sendSparePageSaved(noor.device, noor.vault())
    expect(sparePageCode(shown)).toBe(newer)
    expect(noor.vault()).toBe(shown)
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: null })
    expect(sparePageCode(await sendSparePageSaved(noor.device, shown))).toBeNull()
    expect(await noor.device.call(getMe, {})).toMatchObject({ sparePageSavedOn: '2026-11-24' })
  })

  test('can’t be replaced without the phrase, nor over a newer keyring', async () => {
    const noor = await newPerson(app)
    const code = sparePageCode(noor.vault())
    await expect(sendNewSparePage(noor.device, noor.vault(), 'not the phrase at all')).rejects.toMatchObject({
      code: 'wrong-phrase',
    })
    const { keyring, keyringRev: ifMatch } = await noor.device.call(getVault, {})
    const blob = 'B'.repeat(80)
    const rubbish = { authKey: `${'B'.repeat(42)}A`, vkRec: blob, recoveryAuth: `${'B'.repeat(42)}A`, keyring: blob }
    await expect(noor.device.call(putSparePageCode, { ...rubbish, ifMatch })).rejects.toMatchObject({
      code: 'not-known',
    })
    expect(await noor.device.call(getVault, {})).toMatchObject({ keyring, keyringRev: ifMatch })
    expect(sparePageCode(await openByPhrase(noor.device.reload(), noor.phrase))).toBe(code)
  })

  test('is replaced once, also when the answer is lost or another device writes first', async () => {
    const noor = await newPerson(app)
    const phone = await noor.signInElsewhere()
    await sendSparePageSaved(noor.device, noor.vault())
    const onPhone = phone.journal.vault()
    if (!onPhone) throw new Error('The journal of the phone is shut.')
    let lost = 0
    const call: typeof phone.call = async (contract, input, options) => {
      const answer = await phone.call(contract, input, options)
      if (contract.path === putSparePageCode.path && lost++ === 0) throw new Unreachable('lost')
      return answer
    }
    await expect(sendNewSparePage({ ...phone, call }, onPhone, noor.phrase)).rejects.toThrow(Unreachable)
    const vault = await sendNewSparePage({ ...phone, call }, onPhone, noor.phrase)
    expect(vault.keyring.former).toEqual([])
    const code = sparePageCode(vault) ?? ''
    const recovery = await beginRecovery(await newDevice(app), { email: noor.email, code })
    expect((await recovery.choose({ phrase: 'quite another phrase now', onlyMe: true })).uid).toBe(noor.id)
  })
})
