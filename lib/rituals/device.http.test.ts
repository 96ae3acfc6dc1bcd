// Two real devices and the served app: what a ritual means to each, sealed for both and for nobody else.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '@/lib/db/connection'
import { Unreachable } from '@/lib/http/call'
import { sendTookPart } from '@/lib/plans/device'
import { occurrenceKey } from '@/lib/plans/week-plans'
import { agreedRitual } from '@/lib/testing/agreed-ritual'
import { losing } from '@/lib/testing/losing'
import { newCouple, newPerson, type Couple } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { parseWallTime } from '@/lib/time/wall-time'
import { parseZone } from '@/lib/time/zone'
import { EarlierState } from '@/lib/vault/vault-error'
import { getRitual, listRituals, putMeaning } from './contract'
import {
  sendAgreement,
  makeProposalIds,
  fetchRitual,
  sendProposal,
  sendMeaning,
  sendEnded,
  sendSuggestion,
  sendSuggestionAgain,
  sendTermsClosing,
} from './device'
import type { ChosenTerms } from './terms'

let app: ServedApp
let owner: Awaited<ReturnType<typeof connect>>
let couple: Couple

beforeAll(async () => {
  app = await sharedApp('2026-11-24T08:00:00.000Z')
  owner = await connect(app.ownerUrl)
})
afterAll(() => owner.end())
beforeEach(async () => {
  couple = await newCouple(app)
})

const soup: ChosenTerms = {
  title: 'Soup, on a call',
  types: ['experiential'],
  weekdays: [2, 4],
  startsOn: parseDay('2026-11-24'),
  everyWeeks: 1,
  time: parseWallTime('22:30'),
  minutes: 60,
  zone: parseZone('Europe/Lisbon'),
}

const proposal = () => ({ ...makeProposalIds(), coupleId: couple.id, terms: soup })

/** The texts that a person reads, by their author. */
async function readBy(who: 'a' | 'b', id: string): Promise<Record<string, string>> {
  const { device, vault } = couple[who]
  const { meanings } = await fetchRitual(device, vault(), { id, coupleId: couple.id })
  return Object.fromEntries(
    meanings.map(({ personId, opened }) => [
      personId === couple.a.id ? 'a' : 'b',
      opened.is === 'text' ? opened.text : opened.is === 'failed' ? opened.code : opened.is,
    ]),
  )
}

test('each writes what it means to them, and both read both texts', async () => {
  const { a, b } = couple
  const proposed = await sendProposal(a.device, proposal(), { vault: a.vault(), text: 'One kitchen.' })
  expect(await readBy('b', proposed.id)).toEqual({ a: 'One kitchen.' })
  const agreed = await sendAgreement(b.device, proposed, { vault: b.vault(), text: 'Home, for an hour.' })
  expect(agreed.state).toBe('agreed')
  for (const who of ['a', 'b'] as const)
    expect(await readBy(who, proposed.id)).toEqual({ a: 'One kitchen.', b: 'Home, for an hour.' })
})

test('a proposal and a yes need no text, and a text can be added later and changed', async () => {
  const { a, b } = couple
  const { id } = await sendAgreement(
    b.device,
    await sendProposal(a.device, proposal(), { vault: a.vault(), text: '  ' }),
    null,
  )
  expect(await readBy('a', id)).toEqual({})
  await sendMeaning(a.device, a.vault(), { id, coupleId: couple.id }, 'One kitchen.', null)
  const {
    meanings: [first],
  } = await fetchRitual(a.device, a.vault(), { id, coupleId: couple.id })
  await sendMeaning(a.device, a.vault(), { id, coupleId: couple.id }, 'One kitchen, two pots.', first ?? null)
  expect(await readBy('b', id)).toEqual({ a: 'One kitchen, two pots.' })
})

test('a retry of a proposal whose answer was lost makes no second one, and sends its text', async () => {
  const { a } = couple
  const repeated = proposal()
  const words = { vault: a.vault(), text: 'One kitchen.' }
  await expect(sendProposal(losing(a.device, putMeaning), repeated, words)).rejects.toThrow(Unreachable)
  await sendProposal(a.device, repeated, words)
  expect((await a.device.call(listRituals, {})).rows.map(({ id }) => id)).toEqual([repeated.id])
  expect(await readBy('b', repeated.id)).toEqual({ a: 'One kitchen.' })
})

test('of two devices of one person that write at the same time, the later text is kept as the next version', async () => {
  const { a } = couple
  const { id } = await sendProposal(a.device, proposal(), null)
  const other = await a.signInElsewhere()
  const vault = other.journal.vault()
  if (!vault) throw new Error('The other device is open.')
  await sendMeaning(a.device, a.vault(), { id, coupleId: couple.id }, 'From the phone.', null)
  await sendMeaning(other, vault, { id, coupleId: couple.id }, 'From the desk.', null)
  expect(await readBy('b', id)).toEqual({ a: 'From the desk.' })
})

test('nothing is proposed if the text can’t be sealed for the partner', async () => {
  const { a } = couple
  const stranger = await newPerson(app)
  await expect(
    sendProposal(a.device, proposal(), { vault: stranger.vault(), text: 'One kitchen.' }),
  ).rejects.toMatchObject({
    code: 'no-pinned-partner',
  })
  expect((await a.device.call(listRituals, {})).rows).toEqual([])
})

test('a text that was moved to another ritual, or set back to an earlier version, is not shown', async () => {
  const { a, b } = couple
  const words = { vault: a.vault(), text: 'One kitchen.' }
  const [firstOne, other] = [
    await sendProposal(a.device, proposal(), words),
    await sendProposal(a.device, proposal(), words),
  ]
  await owner.query(
    'update meaning m set sealed = o.sealed, id = o.id from meaning o where m.ritual_id = $1 and o.ritual_id = $2',
    [firstOne.id, other.id],
  )
  expect(await readBy('b', firstOne.id)).toEqual({ a: 'meta-mismatch' })
  const {
    meanings: [first],
  } = await fetchRitual(a.device, a.vault(), other)
  const before = await owner.query<{ sealed: Buffer }>('select sealed from meaning where ritual_id = $1', [other.id])
  await sendMeaning(a.device, a.vault(), other, 'Two pots.', first ?? null)
  expect(await readBy('b', other.id)).toEqual({ a: 'Two pots.' })
  await owner.query('update meaning set sealed = $1, rev = 1 where ritual_id = $2', [before.rows[0]?.sealed, other.id])
  await expect(fetchRitual(b.device, b.vault(), other)).rejects.toThrow(EarlierState)
})

test('the server stores no word of a text', async () => {
  const { a } = couple
  const { id } = await sendProposal(a.device, proposal(), { vault: a.vault(), text: 'One kitchen.' })
  const { meanings } = await a.device.call(getRitual, { id })
  expect(Buffer.from(meanings[0]?.sealed ?? '', 'base64url').includes('kitchen')).toBe(false)
})

test('terms that their suggester withdrew are suggested again as they were, unless others were suggested meanwhile', async () => {
  const { a, b } = couple
  const { id, version } = await agreedRitual(couple, soup)
  const later = { ...soup, time: parseWallTime('19:00'), weekdays: [5 as const], startsOn: parseDay('2026-12-04') }
  const { suggested } = await sendSuggestion(a.device, { id, version, termsId: crypto.randomUUID(), terms: later })
  if (!suggested) throw new Error('Terms were suggested.')
  const closed = await sendTermsClosing(a.device, id, suggested.id)
  expect(closed.suggested).toBeNull()
  const again = await sendSuggestionAgain(a.device, closed, suggested)
  expect(again.suggested).toMatchObject({ ...later, proposerId: a.id, agreed: false })
  const closedAgain = await sendTermsClosing(a.device, id, again.suggested?.id ?? '')
  await sendSuggestion(b.device, { id, version: closedAgain.version, termsId: crypto.randomUUID(), terms: later })
  await expect(sendSuggestionAgain(a.device, closedAgain, suggested)).rejects.toMatchObject({ code: 'version-changed' })
})

test('each marks that they took part, and either ends the ritual and undoes that', async () => {
  const { a, b } = couple
  const { id } = await agreedRitual(couple, { ...soup, time: parseWallTime('07:00') })
  const onDate = parseDay('2026-11-24')
  expect(await sendTookPart(a.device, occurrenceKey(id, onDate), true)).toMatchObject({
    day: '2026-11-24',
    tookPart: true,
  })
  await sendTookPart(b.device, occurrenceKey(id, onDate), true)
  await sendTookPart(b.device, occurrenceKey(id, onDate), false)
  expect((await a.device.call(getRitual, { id })).kept).toMatchObject([{ onDate, tookPart: [a.id] }])
  expect(await sendEnded(b.device, id, true)).toMatchObject({ state: 'ended' })
  expect(await sendEnded(b.device, id, false)).toMatchObject({ state: 'agreed' })
})
