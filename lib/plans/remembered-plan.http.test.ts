// Two devices in two zones, over real HTTP: the lines are opened by both devices and by nobody else, and how a plan
// felt shows once both have answered.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lockDevice } from '@/lib/device/device-lock'
import { openByPhrase } from '@/lib/device/open-journal'
import { leaveCouple } from '@/lib/couples/device'
import { connect } from '@/lib/db/connection'
import { Unreachable } from '@/lib/http/call'
import { losing } from '@/lib/testing/losing'
import { newCouple, newPerson, type Couple } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { parseDay } from '@/lib/time/day'
import { EarlierState } from '@/lib/vault/vault-error'
import { getPlan, putLine } from './contract'
import { addPlan, sendMarkBack, sendTookPart } from './device'
import { sendLine, fetchRememberedPlan, sendFelt } from './line'
import { sealedOf } from '@/lib/testing/sealed'

let app: ServedApp
let owner: Awaited<ReturnType<typeof connect>>
let couple: Couple
let plan: Readonly<{ id: string; coupleId: string }>

beforeAll(async () => {
  app = await sharedApp('2026-11-24T12:00:00.000Z')
  owner = await connect(app.ownerUrl)
  couple = await newCouple(app)
})
afterAll(() => owner.end())
beforeEach(async () => {
  plan = await keptByBoth()
})

/** Makes a plan of today that both took part in. */
async function keptByBoth(): Promise<typeof plan> {
  const { a, b, id: coupleId } = couple
  const evening = {
    kind: 'together' as const,
    title: 'The same film',
    onDate: parseDay('2026-11-24'),
    zone: a.device.zone(),
    time: null,
    minutes: 60,
    types: [],
    what: '',
    place: '',
  }
  const added = await addPlan(a.device, coupleId, { ...evening, id: crypto.randomUUID() })
  for (const { device } of [a, b]) await sendTookPart(device, added, true)
  return { id: added.id, coupleId }
}

/** The lines that a person opens, by their author. */
async function readBy(who: 'a' | 'b', { id, coupleId } = plan): Promise<Record<string, string>> {
  const { device, vault } = couple[who]
  const { lines } = await fetchRememberedPlan(device, vault(), { id, coupleId })
  return Object.fromEntries(
    lines.map(({ personId, opened }) => [
      personId === couple.a.id ? 'a' : 'b',
      opened.is === 'text' ? opened.text : opened.is === 'failed' ? opened.code : opened.is,
    ]),
  )
}
const mine = async (who: 'a' | 'b') => {
  const { device, vault, id } = couple[who]
  return (await fetchRememberedPlan(device, vault(), plan)).lines.find(({ personId }) => personId === id) ?? null
}
const keep = async (who: 'a' | 'b', text: string, on = couple[who].device) =>
  sendLine(on, couple[who].vault(), plan, text, await mine(who))

test('each writes a line and changes it, and both read both', async () => {
  await keep('a', 'The pot was too small.')
  expect([await readBy('a'), await readBy('b')]).toEqual([
    { a: 'The pot was too small.' },
    { a: 'The pot was too small.' },
  ])
  await keep('b', 'I could hear yours boil. 🫖')
  await keep('a', 'Two pots, next time.')
  for (const who of ['a', 'b'] as const)
    expect(await readBy(who)).toEqual({ a: 'Two pots, next time.', b: 'I could hear yours boil. 🫖' })
  expect((await mine('a'))?.rev).toBe(2)
})

test('a line whose answer was lost can be sent again with another text', async () => {
  await expect(sendLine(losing(couple.a.device, putLine), couple.a.vault(), plan, 'The pot.', null)).rejects.toThrow(
    Unreachable,
  )
  await sendLine(couple.a.device, couple.a.vault(), plan, 'The pot, and the rain.', null)
  expect(await readBy('b')).toEqual({ a: 'The pot, and the rain.' })
  expect((await mine('a'))?.rev).toBe(2)
})

test('of two devices of one person that write at the same time, the later text is kept as the next version', async () => {
  const { a } = couple
  const other = await a.signInElsewhere()
  const vault = other.journal.vault()
  if (!vault) throw new Error('The other device is open.')
  await sendLine(a.device, a.vault(), plan, 'From the phone.', null)
  await sendLine(other, vault, plan, 'From the desk.', null)
  expect(await readBy('b')).toEqual({ a: 'From the desk.' })
})

test('a line that the partner writes under the id of mine, with a higher version, raises no floor of mine', async () => {
  await keep('a', 'The pot.')
  const line = await mine('a')
  if (!line) throw new Error('A kept a line.')
  for (const rev of [0, 1, 2])
    await sendLine(
      couple.b.device,
      couple.b.vault(),
      plan,
      `The rain, ${rev + 1}.`,
      rev === 0 ? { id: line.id, rev } : await mine('b'),
    )
  expect(await mine('b')).toMatchObject({ id: line.id, rev: 3 })
  for (const _ of ['first', 'again']) expect(await readBy('a')).toEqual({ a: 'The pot.', b: 'The rain, 3.' })
})

test('an empty text removes a line, and it can be written again', async () => {
  await keep('a', 'The pot.')
  await keep('a', '')
  for (const who of ['a', 'b'] as const) expect(await readBy(who)).toEqual({ a: '' })
  await keep('a', 'The pot, after all.')
  expect([await readBy('b'), (await mine('a'))?.rev]).toEqual([{ a: 'The pot, after all.' }, 3])
})

test('the server stores no word of a line, and no page has one', async () => {
  await keep('a', 'The pot was too small.')
  const { lines } = await couple.b.device.call(getPlan, { id: plan.id })
  expect(lines).toHaveLength(1)
  expect(Buffer.from(lines[0]?.sealed ?? '', 'base64url').includes('too small')).toBe(false)
  for (const { device } of [couple.a, couple.b]) {
    const html = await (await device.fetch(`/plans/${plan.id}`)).text()
    expect(html).toContain('The same film')
    expect(html).not.toMatch(/too small|age-encryption/)
  }
})

test('a locked device opens no line until it is opened with the phrase', async () => {
  await keep('b', 'I could hear yours boil.')
  const elsewhere = await couple.a.signInElsewhere()
  await lockDevice(elsewhere)
  expect(elsewhere.journal.vault()).toBeNull()
  expect((await elsewhere.reload()).journal.vault()).toBeNull()
  await openByPhrase(elsewhere, couple.a.phrase)
  const vault = elsewhere.journal.vault()
  if (!vault) throw new Error('The phrase opened it.')
  expect((await fetchRememberedPlan(elsewhere, vault, plan)).lines[0]?.opened).toEqual({
    is: 'text',
    text: 'I could hear yours boil.',
  })
})

test('a stranger’s vault opens no line of the couple and seals none for it', async () => {
  await keep('a', 'The pot.')
  const stranger = await newPerson(app)
  await expect(fetchRememberedPlan(stranger.device, stranger.vault(), plan)).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(sendLine(couple.a.device, stranger.vault(), plan, 'Rain.', null)).rejects.toMatchObject({
    code: 'no-pinned-partner',
  })
  const {
    lines: [opened],
  } = await fetchRememberedPlan(couple.a.device, stranger.vault(), plan)
  expect(opened?.opened.is).toBe('failed')
  expect(await readBy('b')).toEqual({ a: 'The pot.' })
})

test('a line that the server moves to another plan, gives to the partner or sets back is not shown', async () => {
  await keep('a', 'The pot.')
  const was = await owner.query<{ sealed: Buffer }>('select sealed from plan_line where plan_id = $1', [plan.id])
  const first = plan
  plan = await keptByBoth()
  await keep('a', 'The rain.')
  await owner.query(
    'update plan_line l set sealed = o.sealed, id = o.id from plan_line o where l.plan_id = $1 and o.plan_id = $2',
    [plan.id, first.id],
  )
  expect(await readBy('b')).toEqual({ a: 'meta-mismatch' })
  await owner.query('update plan_line set person_id = $1 where plan_id = $2', [couple.b.id, plan.id])
  expect(await readBy('a')).toEqual({ b: expect.stringMatching(/^(bad-signature|author-mismatch)$/) })
  plan = first
  await keep('a', 'The pot, and the rain.')
  expect(await readBy('b')).toEqual({ a: 'The pot, and the rain.' })
  await owner.query('update plan_line set sealed = $1, rev = 1 where plan_id = $2', [was.rows[0]?.sealed, plan.id])
  await expect(readBy('b')).rejects.toThrow(EarlierState)
})

test('how a plan felt is served to its author alone until both have answered', async () => {
  const { a, b } = couple
  const page = async () =>
    (await (await b.device.fetch(`/plans/${plan.id}`)).text()).replaceAll(
      /nonce="[^"]*"|"nonce":"[^"]*"|'nonce-[^']+'/g,
      '',
    )
  const [before, unanswered] = [await page(), await b.device.call(getPlan, { id: plan.id })]
  await sendFelt(a.device, plan.id, 2)
  await sendFelt(a.device, plan.id, 6)
  expect(await b.device.call(getPlan, { id: plan.id })).toEqual(unanswered)
  expect((await page()).length).toBe(before.length)
  expect((await sendFelt(b.device, plan.id, 7)).felt).toEqual({ mine: 7, partner: 6 })
  expect((await a.device.call(getPlan, { id: plan.id })).felt).toEqual({ mine: 6, partner: 7 })
  await expect(sendFelt(a.device, plan.id, 1)).rejects.toMatchObject({ code: 'already-revealed' })
})

test('a line shows to the partner with its writer’s mark alone, and comes back with it', async () => {
  const { device } = couple.a
  const dated = (await device.call(getPlan, { id: plan.id })).plan
  await keep('a', 'The pot.')
  await keep('b', 'The rain.')
  await sendTookPart(device, dated, false)
  expect(await readBy('b')).toEqual({ b: 'The rain.' })
  expect(await readBy('a')).toEqual({ a: 'The pot.', b: 'The rain.' }) // the next version goes on from it
  await expect(keep('a', 'The pot, again.')).rejects.toMatchObject({ code: 'not-found' })
  await sendTookPart(device, dated, true)
  for (const who of ['a', 'b'] as const) expect(await readBy(who)).toEqual({ a: 'The pot.', b: 'The rain.' })
  await keep('a', 'Two pots, next time.')
  expect(await readBy('b')).toEqual({ a: 'Two pots, next time.', b: 'The rain.' })
})

test('a mark that is taken back and put back has how it felt again, before and after both answered', async () => {
  const { a, b } = couple
  const dated = (await a.device.call(getPlan, { id: plan.id })).plan
  expect(await sendTookPart(a.device, dated, false)).toMatchObject({ tookPart: false, felt: null })
  await sendMarkBack(a.device, dated, null)
  await sendFelt(a.device, plan.id, 6)
  for (const _ of ['before', 'after']) {
    const { felt } = await sendTookPart(a.device, dated, false)
    expect(felt).toBe(6)
    expect((await b.device.call(getPlan, { id: plan.id })).felt.partner).toBeNull()
    await sendMarkBack(a.device, dated, felt)
    expect((await a.device.call(getPlan, { id: plan.id })).felt.mine).toBe(6)
    await sendFelt(b.device, plan.id, 7)
  }
  expect((await b.device.call(getPlan, { id: plan.id })).felt).toEqual({ mine: 7, partner: 6 })
})

test('after parting each reads their own line, and can’t write', async () => {
  const two = couple
  couple = await newCouple(app)
  plan = await keptByBoth()
  await keep('a', 'The pot.')
  await keep('b', 'The rain.')
  await leaveCouple(couple.b.device)
  expect([await readBy('a'), await readBy('b')]).toEqual([{ a: 'The pot.' }, { b: 'The rain.' }])
  await expect(
    couple.a.device.call(putLine, { id: plan.id, lineId: crypto.randomUUID(), rev: 1, sealed: sealedOf('x') }),
  ).rejects.toMatchObject({ code: 'not-found' })
  couple = two
})
