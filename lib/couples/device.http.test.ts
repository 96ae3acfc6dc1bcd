// Two devices and a running server: inviting, joining, pinning, parting.
import { beforeAll, expect, test } from 'vitest'
import { openByPhrase, openWithoutPhrase } from '@/lib/device/open-journal'
import { signUp } from '@/lib/accounts/sign-up'
import { getMe, postAccount } from '@/lib/accounts/contract'
import { lockDevice } from '@/lib/device/device-lock'
import { newDevice } from '@/lib/testing/devices'
import { newCouple, newPerson, type TestPerson } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseZone } from '@/lib/time/zone'
import { toInviteWords } from '@/lib/vault/invite-secret'
import { derivePairKeys } from '@/lib/vault/pairing'
import { putAcceptance, getCouple, listInvites, tokenHeader, type MyCouple } from './contract'
import {
  acceptInvitation,
  fetchHopes,
  makeInvitation,
  sendHopes,
  fetchOpenInvitations,
  leaveCouple,
  fetchInvitation,
  settlePairing,
  revokeInvitation,
} from './device'
import { makeInviteLink } from './invitation'
import { isSettled } from './is-settled'

let app: ServedApp
beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
})

const coupleOf = async ({ device }: TestPerson) => (await device.call(getCouple, {})).couple
const keyringOf = (person: TestPerson) => person.vault().keyring

test('an invite is read by its link and by its words, with a name, an end and checked keys', async () => {
  const noor = await newPerson(app)
  const { secret } = await makeInvitation(noor.device, noor.vault())
  const stranger = await newDevice(app)
  const words = await toInviteWords(secret)
  for (const typed of [
    makeInviteLink(app.origin, secret),
    `v1.${secret}`,
    words,
    words.toUpperCase().replaceAll(' ', ', '),
  ]) {
    const invited = await fetchInvitation(stranger, typed)
    expect(invited).toMatchObject({ inviterName: 'Noor', expiresAt: new Date('2026-11-27T08:00:00.000Z') })
    expect(invited.joining.secret).toBe(secret)
  }
})

test('every request without a valid token has the same answer, byte for byte', async () => {
  const noor = await newPerson(app)
  const open = await makeInvitation(noor.device, noor.vault())
  const gone = await makeInvitation(noor.device, noor.vault())
  await revokeInvitation(noor.device, noor.vault(), gone.pairId)
  const { b: used } = await newCouple(app)
  const stranger = await newDevice(app)
  const request = async (pairId: string, token?: string) => {
    const answer = await stranger.fetch(
      `/api/invites/${pairId}`,
      token === undefined ? {} : { headers: { [tokenHeader]: token } },
    )
    const headers = [...answer.headers].filter(([name]) => name !== 'date')
    return JSON.stringify([answer.status, headers, (await answer.text()).replace(/"requestId":"[^"]*"/, '')])
  }
  const token = async (secret: string) => (await derivePairKeys(secret)).token
  const answers = [
    await request(crypto.randomUUID(), 'x'.repeat(43)),
    await request('no-id', 'x'.repeat(43)),
    await request(open.pairId),
    await request(open.pairId, 'x'.repeat(43)),
    await request(gone.pairId, await token(gone.secret)),
    await request((await used.device.call(getCouple, {})).couple?.id ?? '', 'x'.repeat(43)),
  ]
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('[404,')
})

test('a person who signs up by a link is paired at once, and both are pinned', async () => {
  const { id, a, b } = await newCouple(app)
  expect(await coupleOf(a)).toMatchObject({
    id,
    me: { name: 'Noor', slot: 1 },
    partner: { name: 'Elias', slot: 2, zone: 'America/Toronto' },
  })
  expect(await coupleOf(b)).toMatchObject({ id, me: { name: 'Elias', slot: 2 }, partner: { name: 'Noor', slot: 1 } })
  expect(keyringOf(a).partner).toEqual({ pair: id, bundles: [b.vault().bundle] })
  expect(keyringOf(b).partner).toEqual({ pair: id, bundles: [a.vault().bundle] })
  expect(keyringOf(a).invites).toEqual({})
  const now = a.device.now().getTime()
  expect([isSettled(a.vault(), id, now), isSettled(a.vault(), null, now)]).toEqual([true, false])
})

test('two people with accounts pair by twelve words, and any device of the inviter can finish', async () => {
  const [noor, elias] = [await newPerson(app), await newPerson(app, { name: 'Elias', zone: parseZone('Asia/Tokyo') })]
  const { secret, pairId } = await makeInvitation(noor.device, noor.vault())
  const { joining } = await fetchInvitation(elias.device, await toInviteWords(secret))
  await acceptInvitation(elias.device, elias.vault(), joining)
  const phone = await noor.signInElsewhere()
  const vault = phone.journal.vault()
  if (!vault) throw new Error('The journal is locked.')
  expect(await settlePairing(phone, vault)).toMatchObject({
    is: 'pinned',
    couple: { id: pairId, partner: { name: 'Elias', zone: 'Asia/Tokyo' } },
  })
  expect(await settlePairing(noor.device, noor.vault())).toMatchObject({ is: 'pinned' })
  expect(keyringOf(noor).partner?.bundles).toEqual([elias.vault().bundle])
})

test('the partner’s keys are unproved until a device has checked them', async () => {
  const noor = await newPerson(app)
  const { secret, pairId } = await makeInvitation(noor.device, noor.vault())
  const elias = await newPerson(app, { name: 'Elias' })
  const { token } = await derivePairKeys(secret)
  // as from a server that inserted its own keys and can't make the MAC
  await elias.device.call(putAcceptance, { pairId, token, inviteeMac: 'w'.repeat(43) })
  expect(await settlePairing(noor.device, noor.vault())).toMatchObject({ is: 'unproved', why: 'forged' })
  expect(keyringOf(noor).partner).toBeNull()
  expect(await settlePairing(elias.device, elias.vault())).toMatchObject({ is: 'unproved', why: 'no-secret' })
})

test('forged keys of the inviter are refused before anything is sent', async () => {
  const [noor, elias, eve] = [await newPerson(app), await newPerson(app), await newPerson(app)]
  const { secret } = await makeInvitation(noor.device, noor.vault())
  const { joining } = await fetchInvitation(elias.device, `v1.${secret}`)
  const swapped = { ...joining, served: { ...joining.served, inviterBundle: eve.vault().bundle } }
  await expect(acceptInvitation(elias.device, elias.vault(), swapped)).rejects.toMatchObject({ code: 'invite-forged' })
  await expect(
    signUp(await newDevice(app), {
      name: 'E',
      email: 'e@posta.example',
      phrase: 'a phrase that is long enough',
      onlyMe: true,
      acceptance: swapped,
    }),
  ).rejects.toMatchObject({ code: 'invite-forged' })
  expect(await coupleOf(noor)).toBeNull()
})

test('an invite can be revoked, found on another device, and used only once', async () => {
  const noor = await newPerson(app)
  const invitation = await makeInvitation(noor.device, noor.vault())
  const second = await makeInvitation(noor.device, noor.vault())
  const phone = await noor.signInElsewhere()
  const vault = phone.journal.vault()
  if (!vault) throw new Error('The journal is locked.')
  expect((await fetchOpenInvitations(phone, vault)).map(({ secret }) => secret).sort()).toEqual(
    [invitation.secret, second.secret].sort(),
  )
  await revokeInvitation(phone, vault, invitation.pairId)
  expect((await fetchOpenInvitations(phone, vault)).map(({ secret }) => secret)).toEqual([second.secret])
  const [elias, eve] = [await newPerson(app), await newPerson(app)]
  await expect(fetchInvitation(elias.device, `v1.${invitation.secret}`)).rejects.toMatchObject({ code: 'not-found' })
  const { joining } = await fetchInvitation(elias.device, `v1.${second.secret}`)
  await acceptInvitation(elias.device, elias.vault(), joining)
  await acceptInvitation(elias.device, elias.vault(), joining) // a retry after a lost answer
  await expect(acceptInvitation(eve.device, eve.vault(), joining)).rejects.toMatchObject({ code: 'not-found' })
  expect(keyringOf(eve).partner).toBeNull()
  await expect(acceptInvitation(noor.device, noor.vault(), joining)).rejects.toMatchObject({ code: 'own-invite' })
})

test('a fourth open invite is refused, and its secret is removed from the keyring', async () => {
  const noor = await newPerson(app)
  for (let n = 0; n < 3; n++) await makeInvitation(noor.device, noor.vault())
  await expect(makeInvitation(noor.device, noor.vault())).rejects.toMatchObject({ code: 'too-many-invites' })
  expect(Object.keys(keyringOf(noor).invites)).toHaveLength(3)
  expect((await noor.device.call(listInvites, {})).invites).toHaveLength(3)
})

test('signing up by a used link makes no account', async () => {
  const noor = await newPerson(app)
  const { secret } = await makeInvitation(noor.device, noor.vault())
  const { joining } = await fetchInvitation(noor.device, `v1.${secret}`)
  await newPerson(app, { acceptance: joining })
  const late = await newDevice(app)
  const details = { name: 'Late', email: 'late@posta.example', phrase: 'a phrase that is long enough', onlyMe: true }
  await expect(signUp(late, { ...details, acceptance: joining })).rejects.toMatchObject({ code: 'not-found' })
  await expect(late.call(getMe, {})).rejects.toMatchObject({ code: 'signed-out' })
  await signUp(late, details)
  expect((await late.call(getMe, {})).name).toBe('Late')
  expect(postAccount.problems).toContain('not-found')
})

test('one person can part, even when locked; the partner sees it on the next request, and both pins become former', async () => {
  const { id, a, b } = await newCouple(app)
  await lockDevice(b.device)
  await leaveCouple(b.device)
  expect([await coupleOf(a), await coupleOf(b)]).toEqual([null, null])
  expect((await a.device.call(getCouple, {})).former).toEqual([id])
  expect(await settlePairing(a.device, a.vault())).toEqual({ is: 'alone' })
  expect([keyringOf(a).partner, keyringOf(a).former]).toEqual([
    null,
    [{ pair: id, bundles: [expect.objectContaining({ uid: b.id })] }],
  ])
  await openByPhrase(b.device, b.phrase)
  await settlePairing(b.device, b.vault())
  expect(keyringOf(b).former.map(({ pair }) => pair)).toEqual([id])
})

test('the same two people can pair again by a new link, as a new and empty couple', async () => {
  const { id, a, b } = await newCouple(app)
  await sendHopes(a.device, { fed: ['emotional'], more: [] })
  await leaveCouple(a.device)
  await settlePairing(b.device, b.vault())
  const { secret, pairId } = await makeInvitation(b.device, b.vault())
  await acceptInvitation(a.device, a.vault(), (await fetchInvitation(a.device, `v1.${secret}`)).joining)
  expect(await settlePairing(b.device, b.vault())).toMatchObject({ is: 'pinned', couple: { id: pairId } })
  expect(keyringOf(a)).toMatchObject({ partner: { pair: pairId }, former: [{ pair: id }] })
  expect(await fetchHopes(a.device)).toEqual({ mine: null, partner: null })
})

test('parting makes the person’s other devices ask for the phrase, but not this one', async () => {
  const { a } = await newCouple(app)
  const elsewhere = await a.signInElsewhere()
  await leaveCouple(a.device)
  expect((await openWithoutPhrase(a.device.reload()))?.uid).toBe(a.id)
  expect(await openWithoutPhrase(elsewhere.reload())).toBeNull()
})

test('hopes show to both once both have marked', async () => {
  const { a, b } = await newCouple(app)
  expect(await sendHopes(a.device, { fed: ['emotional'], more: ['physical'] })).toMatchObject({ partner: null })
  expect(await fetchHopes(b.device)).toEqual({ mine: null, partner: null })
  expect(await sendHopes(b.device, { fed: [], more: [] })).toEqual({
    mine: { fed: [], more: [] },
    partner: { fed: ['emotional'], more: ['physical'] },
  })
  await expect(sendHopes(a.device, { fed: [], more: [] })).rejects.toMatchObject({ code: 'already-revealed' })
})

test('an invite that has run out on the inviter’s device pins nobody, whatever the server says, and leaves the keyring', async () => {
  const [noor, elias] = [await newPerson(app), await newPerson(app, { name: 'Elias' })]
  const { secret, pairId } = await makeInvitation(noor.device, noor.vault())
  const { joining } = await fetchInvitation(elias.device, await toInviteWords(secret))
  const later = new Date(noor.device.now().getTime() + 73 * 3_600_000)
  // the server let the invite be accepted after its time
  const call: typeof noor.device.call = async (contract, input, options) => {
    const answer = await noor.device.call(contract, input, options)
    if (!Object.is(contract, getCouple)) return answer
    const { couple, former } = answer as MyCouple
    return { couple: couple && { ...couple, acceptedAt: later.toISOString() }, former } as never
  }
  const device = { ...noor.device, call, now: () => later, present: () => later }
  expect(await fetchOpenInvitations(device, noor.vault())).toEqual([])
  expect(isSettled(noor.vault(), null, later.getTime())).toBe(false)
  await acceptInvitation(elias.device, elias.vault(), joining)
  // where the clocks disagree nothing is removed, and nobody is pinned either
  const apart = { ...device, present: noor.device.present }
  expect(await settlePairing(apart, noor.vault())).toMatchObject({ is: 'unproved', why: 'no-secret' })
  expect(Object.keys(keyringOf(noor).invites)).toEqual([pairId])
  expect(await settlePairing(device, noor.vault())).toMatchObject({ is: 'unproved', why: 'no-secret' })
  expect(keyringOf(noor)).toMatchObject({ partner: null, invites: {}, madeAt: {} })
  expect(keyringOf(elias).partner?.pair).toBe(pairId)
})

test('a couple of other people in the answer changes nothing', async () => {
  const [one, other] = [await newCouple(app), await newCouple(app)]
  const theirs = await one.a.device.call(getCouple, {})
  const call = (async () => theirs) as unknown as typeof other.a.device.call
  await expect(settlePairing({ ...other.a.device, call }, other.a.vault())).rejects.toMatchObject({
    code: 'other-answer',
  })
  expect(keyringOf(other.a).partner?.pair).toBe(other.id)
})
