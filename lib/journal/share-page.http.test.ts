// Sharing a private page once: what the page and its copy say about each other.
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDraftSaver } from '@/lib/device/drafts'
import type { Device } from '@/lib/device/device'
import { Unreachable, type Call } from '@/lib/http/call'
import type { Contract } from '@/lib/http/contract'
import { newCouple, type Couple } from '@/lib/testing/people'
import { sharedApp, type ServedApp } from '@/lib/testing/served'
import { dayIn, parseDay } from '@/lib/time/day'
import { draftRecipientOf } from '@/lib/vault/draft'
import { randomUuid } from '@/lib/vault/primitives'
import { beginEditing } from './beginning'
import { putEntry, shareEntry } from './contract'
import { sendNextPage, fetchOwnPage, removePage } from './device'
import { pageDrafts, pageOf } from './draft-body'
import { finishPage, sendFinished } from './outbox'
import { sharePage } from './share-page'
import { editSharedPage, fetchSharedPage, fetchSharedPages, sealReply, sendReply, takeBackPage } from './sharing'

const NOON = '2026-11-24T12:00:00.000Z'
let app: ServedApp
beforeAll(async () => {
  app = await sharedApp(NOON)
})

const day = parseDay('2026-11-20')
const page = { kind: 'reflection', words: { text: 'The flat is quiet.' }, wants: 'listen', writtenDay: null } as const

/** A couple, of whom `a` has written a private page. */
async function written() {
  const couple = await newCouple(app)
  const pageId = randomUuid()
  const { device, vault } = couple.a
  const draft = { id: pageId, of: null, sealed: null }
  const own = { day, types: [], writing: { kind: 'reflection', text: 'The flat is quiet.' } } as const
  await finishPage(device, vault(), { id: pageId, base: 0, page: own, draft })
  expect((await sendFinished(device, vault())).failure).toBeNull()
  const share = (from: Device = device) =>
    sharePage(from, vault(), { pageId, coupleId: couple.id, page, types: ['emotional'] })
  return { ...couple, pageId, share, own }
}

const copiesOf = async ({ b, id: coupleId }: Couple) =>
  (await fetchSharedPages(b.device, b.vault(), { coupleId })).rows.filter(({ removed }) => !removed).map(({ id }) => id)

async function ownText({ a, pageId }: Couple & { pageId: string }) {
  const { opened } = await fetchOwnPage(a.device, a.vault(), pageId)
  return opened.is === 'text' ? opened.text : expect.fail(opened.is)
}

/** The device on a network that loses the request, or the answer, of the first call by this contract. */
function losing(device: Device, contract: Contract, what: 'request' | 'answer'): Device {
  let lost = false
  const call: Call = async (called, input, options) => {
    if (called !== (contract as unknown) || lost) return device.call(called, input, options)
    lost = true
    if (what === 'answer') await device.call(called, input, options)
    throw new Unreachable('lost')
  }
  return { ...device, call }
}

test('a page names its copy and the day of sharing, and keeps its words, day and types', async () => {
  const couple = await written()
  const { copy, again } = await couple.share()
  expect(again).toBe(false)
  expect(await ownText(couple)).toEqual({ ...couple.own, sharedAs: [{ id: copy.id, day: copy.day }] })
  expect(await copiesOf(couple)).toEqual([copy.id])
})

test('a page that is shared twice has one copy, also from two tabs at once', async () => {
  const couple = await written()
  const [first, second] = await Promise.all([couple.share(), couple.share()])
  const third = await couple.share()
  expect(new Set([first, second, third].map(({ copy }) => copy.id)).size).toBe(1)
  expect(third.again).toBe(true)
  expect(await copiesOf(couple)).toEqual([first.copy.id])
})

describe.each([
  ['the note of the copy', putEntry],
  ['the copy', shareEntry],
] as const)('where %s', (_, contract) => {
  test.each(['request', 'answer'] as const)('was lost on the way, as %s, the next try makes one copy', async (what) => {
    const couple = await written()
    await expect(couple.share(losing(couple.a.device, contract, what))).rejects.toThrow(Unreachable)
    const { copy } = await couple.share()
    expect(await copiesOf(couple)).toEqual([copy.id])
    expect((await ownText(couple)).sharedAs).toEqual([{ id: copy.id, day: copy.day }])
  })
})

test('a page whose copy was taken back can be shared again', async () => {
  const couple = await written()
  const { copy } = await couple.share()
  await takeBackPage(couple.a.device, couple.a.vault(), copy)
  const next = await couple.share()
  expect(next.again).toBe(false)
  expect(await copiesOf(couple)).toEqual([next.copy.id])
  expect((await ownText(couple)).sharedAs).toEqual([{ id: next.copy.id, day: next.copy.day }])
})

test('the copy is named after an edit, a removal with its undo, and an edit that was unfinished meanwhile', async () => {
  const couple = await written()
  const { a, pageId } = couple
  const [device, vault] = [a.device, a.vault()]
  const begun = (await beginEditing(device, vault, pageId)) ?? expect.fail('no page')
  const saver = makeDraftSaver(device, draftRecipientOf(vault), { codec: pageDrafts, place: begun.place })
  saver.change({ ...begun.body, writing: { kind: 'reflection', text: 'The flat is too quiet.' } })
  await saver.flush()
  const { copy } = await couple.share()
  const named = [{ id: copy.id, day: copy.day }]

  const resumed = (await beginEditing(device, vault, pageId)) ?? expect.fail('no page')
  expect(resumed).toMatchObject({ resumed: true, body: { base: 2, sharedAs: named } })
  await finishPage(device, vault, { id: pageId, base: 2, page: pageOf(resumed.body), draft: resumed.place })
  expect(await sendFinished(device, vault)).toMatchObject({ twice: [], failure: null })
  expect(await ownText(couple)).toMatchObject({ writing: { text: 'The flat is too quiet.' }, sharedAs: named })

  const gone = await removePage(device, vault, { id: pageId, rev: 3, page: await ownText(couple) })
  await sendNextPage(device, vault, gone)
  expect((await ownText(couple)).sharedAs).toEqual(named)
})

test('a version that became a page of its own names no copy: it is the other’s', async () => {
  const couple = await written()
  const { a, pageId, own } = couple
  const { copy } = await couple.share()
  const sharedAs = [{ id: copy.id, day: copy.day }]
  const draft = { id: randomUuid(), of: pageId, sealed: null }
  // made from the first version, as on a device that did not know of the second
  await finishPage(a.device, a.vault(), { id: pageId, base: 1, page: { ...own, sharedAs }, draft })
  const { twice } = await sendFinished(a.device, a.vault())
  const other = (await fetchOwnPage(a.device, a.vault(), twice[0] ?? '')).opened
  expect(other).toMatchObject({ is: 'text', text: { writing: own.writing } })
  expect(other.is === 'text' && other.text.sharedAs).toBeUndefined()
})

test('other words set the day of change for both, before and after a reply; nothing else sets it', async () => {
  const couple = await written()
  const { a, b, id: coupleId } = couple
  const { copy } = await couple.share()
  const text = copy.opened.is === 'text' ? copy.opened.text : expect.fail('no text')
  const daysOf = async () =>
    Promise.all(
      [a, b].map(async ({ device, vault }) => {
        const { opened } = await fetchSharedPage(device, vault(), copy.id)
        return opened.is === 'text' ? opened.text.changedOn : opened.is
      }),
    )
  const wanted = await editSharedPage(a.device, a.vault(), copy, {
    page: { ...text, wants: 'ideas' },
    types: ['spiritual'],
  })
  expect(await daysOf()).toEqual([null, null])

  const later = (instant: string): Device => ({ ...a.device, present: () => new Date(instant) })
  const edited = await editSharedPage(later('2026-11-28T23:30:00Z'), a.vault(), wanted, {
    page: { ...text, words: { text: 'Come home.' } },
    types: [],
  })
  expect(await daysOf()).toEqual(['2026-11-28', '2026-11-28'])
  expect(JSON.stringify(edited.opened)).not.toContain('quiet')

  const reply = await sealReply(b.device, b.vault(), copy, { id: randomUuid(), text: 'I am on my way.' })
  await sendReply(b.device, b.vault(), coupleId, reply)
  const again = await editSharedPage(later('2026-11-29T09:00:00Z'), a.vault(), edited, {
    page: { ...text, words: { text: 'Come home soon.' } },
    types: [],
  })
  expect(await daysOf()).toEqual(['2026-11-29', '2026-11-29'])

  const { opened } = again
  const gone = await takeBackPage(later('2026-11-30T09:00:00Z'), a.vault(), again)
  if (opened.is !== 'text') expect.fail('no text')
  else await editSharedPage(later('2026-11-30T09:01:00Z'), a.vault(), gone, { page: opened.text, types: [] })
  expect(await daysOf()).toEqual(['2026-11-29', '2026-11-29'])
})

test('the day of sharing, of replying and of a change is the account’s, not the device’s', async () => {
  const couple = await written()
  const instant = new Date('2026-11-24T23:30:00Z')
  await app.at(instant.toISOString())
  const abroad: Device = { ...couple.a.device, present: () => instant }
  expect((await couple.share(abroad)).copy.day).toBe(dayIn(instant, couple.a.device.zone()))
  await app.at(NOON)
})
